"""What the bundled files say: the facts of the five systems, each with its source."""

from datetime import date

from catalog.schema import ProgrammeEntry
from people.regions import REGIONS
from tests.catalog.conftest import bundled

UPTD_WAVE = {
    "mesin-bubut-frais": "manufaktur",
    "autocad-manufaktur": "manufaktur",
    "otomasi-industri": "elektro",
    "instalasi-listrik": "elektro",
    "las-gmaw": "las",
    "las-smaw-a": "las",
    "las-smaw-b": "las",
    "menjahit": "garmen",
    "kecantikan-kulit": "kecantikan",
    "office-operator": "teknologi-informasi",
    "animasi": "teknologi-informasi",
    "autocad-bangunan": "bangunan",
    "sepeda-motor": "otomotif",
}
OTHERS = {
    "ac-pendingin": "jawara",
    "agroforestry": "siapkerja",
    "pbl": "siapkerja",
    "soft-skill": "jawara",
    "public-speaking": "jawara",
    "sablon": "jawara",
    "barista": "jawara",
    "magang-jepang": "siapkerja",
    "korea-pmi": "siapkerja",
    "pmi-vokasi": "interest",
    "magang-smk": "school",
}


def programmes() -> dict[str, ProgrammeEntry]:
    return {programme.slug: programme for programme in bundled().programmes}


def test_there_are_24_programmes_each_entered_in_its_own_way() -> None:
    entries = dict.fromkeys(UPTD_WAVE, "jawara") | OTHERS
    assert {slug: one.entry for slug, one in programmes().items()} == entries
    assert len(entries) == 24


def test_the_thirteen_stand_in_their_clusters_and_give_two_certificates() -> None:
    ours = programmes()
    assert {slug: ours[slug].cluster for slug in UPTD_WAVE} == UPTD_WAVE
    assert {tuple(ours[slug].certificates) for slug in UPTD_WAVE} == {("internal", "bnsp")}


def test_each_source_is_an_outlet_and_a_date_or_says_that_it_is_not_confirmed() -> None:
    assert {one.outlet: one.published_on for one in bundled().sources if not one.note} == {
        "RubrikBanten": date(2025, 7, 7),
        "gerbangbanten.com": date(2025, 8, 27),
        "serangkota.go.id": date(2025, 11, 24),
        "BantenNews": date(2025, 5, 2),
        "TitikNOL": date(2025, 7, 25),
    }
    assert {(one.published_on, one.note) for one in bundled().sources if one.note} == {
        (None, "contoh, belum dikonfirmasi"),
        (date(2017, 11, 22), "di luar kelima artikel, belum dikonfirmasi penyelenggara"),
    }


def test_the_waves_of_the_sources_are_history_and_one_is_planned() -> None:
    waves = {wave.slug: wave for wave in bundled().waves}
    assert {slug: (wave.state, wave.participants) for slug, wave in waves.items()} == {
        "pbk-2025-gelombang-2": ("finished", 208),
        "soft-skill-apbd-2025-10": ("finished", 20),
        "soft-skill-apbn-2025-11": ("finished", 16),
        "pmi-vokasi-rencana": ("planned", None),
    }
    classes = waves["pbk-2025-gelombang-2"].classes
    seats = {one.programme: (one.capacity, one.capacity_inferred) for one in classes}
    assert seats == dict.fromkeys(UPTD_WAVE, (16, True))
    assert [
        (one.programme, one.capacity, one.funder)
        for slug in ("soft-skill-apbd-2025-10", "soft-skill-apbn-2025-11")
        for one in waves[slug].classes
    ] == [("soft-skill", 20, "APBD"), ("soft-skill", 16, "APBN")]


def test_what_no_source_tells_of_the_mou_is_unknown() -> None:
    (supra,) = bundled().partners
    (mou,) = supra.mous
    assert mou.clusters == ["las", "manufaktur", "elektro"]
    assert (mou.number, mou.signed_on, mou.expires_on, mou.quota) == (None, None, None, None)
    assert [
        (one.name, one.region and REGIONS[one.region], one.province) for one in supra.branches
    ] == [
        ("Pasar Kemis", "Kabupaten Tangerang", "Banten"),
        ("Gresik", None, "Jawa Timur"),
    ]


def test_the_uptd_is_known_by_all_its_names() -> None:
    (uptd,) = [one for one in bundled().providers if one.slug == "uptd-pelatihan-kerja"]
    assert set(uptd.aliases) >= {
        "UPTD Pelatihan Kerja",
        "UPTD Latihan Kerja",
        "UPTD Latker",
        "UPTD BLK Banten",
        "BLK Banten",
    }


def test_tracks_abroad_and_referrals_are_there() -> None:
    assert {slug: one.abroad for slug, one in programmes().items() if one.abroad} == {
        "magang-jepang": "JP",
        "korea-pmi": "KR",
        "pmi-vokasi": "*",
    }
    assert [one.slug for one in bundled().referrals] == ["sekolah-rakyat"]


def test_rules_from_other_press_expire() -> None:
    outside = [rule for rule in bundled().rules if rule.source == "pers-lain"]
    assert {slug for rule in outside for slug in rule.programmes} == {"magang-jepang", "korea-pmi"}
    assert all(rule.expires_on for rule in outside)
