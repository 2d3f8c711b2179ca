"""Each mistake in a file is named with its line, in words that say what to write instead."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.data import HERE
from catalog.reading import CatalogueMistakes, Mistake, known_from, read_catalogue
from catalog.reading.documents import read_document
from catalog.schema import Catalogue
from tests.catalog.conftest import bundled

PROGRAMME = """\
programmes:
  - slug: las-tig
    title: Las TIG
    summary:
      id: Mengelas pelat tipis.
      en: Weld thin plate.
    cluster: las
    provider: uptd-pelatihan-kerja
    entry: jawara
    certificates: [internal]
    position: 30
    source: pers-lain
"""
WAVE = """\
waves:
  - slug: pbk-2027-gelombang-1
    code: PBK-2027-1
    provider: uptd-pelatihan-kerja
    title: Gelombang 1 Tahun 2027
    registration_opens_at: 2027-01-04 08:00
    registration_closes_at: 2027-01-14 16:00
    starts_on: 2027-02-01
    ends_on: 2027-03-12
    source: pers-lain
    classes:
      - programme: menjahit
        meetings:
          - {number: 1, starts_at: 2027-02-01 07:30, ends_at: 2027-02-01 15:15}
          - {number: 2, starts_at: 2027-02-02 07:30, ends_at: 2027-02-02 15:15}
"""
DORMITORY = """\
providers:
  - slug: balai-baru
    name: Balai Baru
    about: {id: Balai., en: A centre.}
    dormitory: {beds: 40, source: pers-lain}
    source: pers-lain
"""
STAGES = """\
waves:
  - slug: pbk-2027-gelombang-1
    code: PBK-2027-1
    provider: uptd-pelatihan-kerja
    title: Gelombang 1 Tahun 2027
    registration_opens_at: 2027-01-04 08:00
    registration_closes_at: 2027-01-14 16:00
    starts_on: 2027-02-01
    source: pers-lain
    stages:
      - {kind: papers, starts_at: 2027-01-15 08:00, ends_at: 2027-01-18 16:00}
      - {kind: test, starts_at: 2027-01-20 08:00}
      - {kind: interview, starts_at: 2027-01-21 08:00}
      - {kind: results, starts_at: 2027-01-22 10:00}
      - {kind: reregistration, starts_at: 2027-01-25 08:00, ends_at: 2027-01-27 16:00}
      - {kind: training, starts_at: 2027-02-01 07:30}
"""
PLACE = """\
places:
  - slug: balai-baru
    name: Balai Baru
    region: "3673"
    latitude: -6.1
    longitude: 106.1
    source: pers-lain
"""
RULE = """\
rules:
  - slug: usia
    programmes: [menjahit]
    kind: age
    parameters: {min: 18, max: 30}
    text: {id: Usia 18 sampai 30 tahun, en: Age 18 to 30}
    expires_on: null
    position: 1
    source: pers-lain
"""
PARTNER = """\
partners:
  - slug: pt-baru
    name: PT Baru
    source: pers-lain
    branches:
      - {slug: pt-baru-serang, name: Serang, region: "3673", province: Banten, source: pers-lain}
"""
TRACK = """\
tracks:
  - programme: agroforestry
    kinds: [pertanian]
    destinations: [JP]
    source: pers-lain
    items:
      - slug: paspor
        kind: document
        title: {id: Paspor, en: Passport}
        about: {id: Di kantor imigrasi., en: At the immigration office.}
        confirmed: false
        expires_on: null
        source: pers-lain
"""
FILES = {
    "PROGRAMME": PROGRAMME,
    "WAVE": WAVE,
    "DORMITORY": DORMITORY,
    "STAGES": STAGES,
    "PLACE": PLACE,
    "RULE": RULE,
    "PARTNER": PARTNER,
    "TRACK": TRACK,
}
CASES = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8"))


def read(folder: Path, text: str) -> Catalogue:
    file = folder / "berkas.yaml"
    file.write_text(text, encoding="utf-8")
    return read_catalogue(file, known_from(bundled()))


def mistakes_in(folder: Path, text: str) -> list[tuple[int, str]]:
    with pytest.raises(CatalogueMistakes) as wrong:
        read(folder, text)
    return [(mistake.line, mistake.words) for mistake in wrong.value.mistakes]


def complaints(file: Path) -> list[Mistake]:
    try:
        read_catalogue(file, known_from(bundled()))
    except CatalogueMistakes as wrong:
        return wrong.mistakes
    return []


def test_the_bundled_files_are_right() -> None:
    assert len(read_catalogue(HERE).programmes) == 24


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_a_file_alone_may_point_to_the_bundled_catalogue(tmp_path: Path, text: str) -> None:
    assert sum(len(items) for items in vars(read(tmp_path, text)).values()) == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"][:40])
def test_a_mistake_is_named_with_its_line(tmp_path: Path, case: dict[str, Any]) -> None:
    text: str = FILES[case["in"]]
    assert text.count(case["old"]) == 1
    mistakes = mistakes_in(tmp_path, text.replace(case["old"], case["new"]))
    assert (case["line"], case["says"]) in mistakes


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    text = PROGRAMME.replace("cluster: las", "cluster: lasss").replace(
        "position: 30", "position: x"
    )
    text += WAVE.replace("number: 2", "number: 1")
    text = text.replace("source: pers-lain\nwaves", "sourc: pers-lain\nwaves")
    assert mistakes_in(tmp_path, text) == [
        (2, "source belum ada; tambahkan"),
        (7, "kejuruan 'lasss' tidak ada; pakai slug dari clusters.yaml. Maksud Anda 'las'?"),
        (11, "position harus bilangan bulat, bukan 'x'"),
        (12, "kunci sourc tidak dikenal; hapus. Maksud Anda 'source'?"),
        (27, "number 1 kembar, sudah ada di berkas.yaml:26; ganti atau hapus"),
    ]


def test_a_slug_written_in_two_files_is_named_in_the_second(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PLACE, encoding="utf-8")
    (tmp_path / "b.yml").write_text("# lagi\n" + PLACE, encoding="utf-8")
    with pytest.raises(CatalogueMistakes) as wrong:
        read_catalogue(tmp_path, known_from(bundled()))
    assert [str(mistake) for mistake in wrong.value.mistakes] == [
        f"{tmp_path / 'b.yml'}:3: slug 'balai-baru' kembar, sudah ada di a.yaml:2; ganti atau hapus"
    ]


def test_an_entry_with_a_mistake_can_still_be_pointed_to(tmp_path: Path) -> None:
    text = PROGRAMME.replace("position: 30", "position: x") + WAVE.replace("menjahit", "las-tig")
    assert mistakes_in(tmp_path, text) == [(11, "position harus bilangan bulat, bukan 'x'")]


@pytest.mark.parametrize("text", ["", "# hanya komentar\n", "- las\n", "las\n"])
def test_a_file_without_any_noun_is_a_mistake(tmp_path: Path, text: str) -> None:
    words = (
        "berkas harus berisi salah satu dari: sources, places, providers, clusters, programmes, "
        "rules, waves, partners, referrals, tracks, cautions, promises"
    )
    assert mistakes_in(tmp_path, text) == [(1, words)]


def test_brackets_without_an_end_are_a_mistake_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "dalam.yaml"
    path.write_text(f"waves: {'[' * 3_000}", encoding="utf-8")
    document = read_document(path)
    assert [(each.line, each.words) for each in document.mistakes] == [
        (1, "kurung bertumpuk terlalu dalam; periksa tanda [ dan {")
    ]


def test_naive_times_are_wib_and_others_keep_their_zone(tmp_path: Path) -> None:
    text = WAVE.replace("2027-01-14 16:00", "2027-01-14 09:00+00:00")
    (wave,) = read(tmp_path, text).waves
    assert str(wave.registration_opens_at) == "2027-01-04 08:00:00+07:00"
    assert str(wave.registration_closes_at) == "2027-01-14 09:00:00+00:00"


def test_a_region_may_be_written_without_quotes(tmp_path: Path) -> None:
    (place,) = read(tmp_path, PLACE.replace('"3673"', "3673")).places
    assert place.region == "3673"


def test_files_that_cannot_be_read_are_told_from_mistakes(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_catalogue(tmp_path / "tidak-ada.yaml")
    with pytest.raises(FileNotFoundError):
        read_catalogue(tmp_path)
    file = tmp_path / "latin.yaml"
    file.write_bytes("sources:\n  - slug: caf\u00e9".encode("latin-1"))
    with pytest.raises(CatalogueMistakes) as wrong:
        read_catalogue(tmp_path)
    assert [(each.path, each.line) for each in wrong.value.mistakes] == [(file, 2)]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_no_text_at_all_breaks_the_reading(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    file = tmp_path_factory.mktemp("any") / "berkas.yaml"
    file.write_bytes(text.encode("utf-8", "ignore"))
    with pytest.raises(CatalogueMistakes):
        read_catalogue(file)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_bundled_file_with_a_line_lost_or_doubled_is_read_or_blamed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    source = data.draw(st.sampled_from(["places.yaml", "providers.yaml", "partners.yaml"]))
    lines = (HERE / source).read_text(encoding="utf-8").splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    lines[place : place + 1] = data.draw(st.sampled_from([[], [lines[place]] * 2, ["  - kejutan"]]))
    file = tmp_path_factory.mktemp("torn") / source
    file.write_text("\n".join(lines), encoding="utf-8")
    assert all(1 <= mistake.line <= len(lines) + 1 for mistake in complaints(file))
