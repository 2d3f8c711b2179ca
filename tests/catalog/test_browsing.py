"""What the browsing screens read: clusters, providers, programmes with their rules, classes."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.classes import (
    classes_of_programme,
    find_class,
    open_class,
    open_classes,
)
from catalog.errors import NoSuchClass, NoSuchProgramme
from catalog.examples import load_examples
from catalog.programmes import (
    clusters_of,
    find_programme,
    list_clusters,
    list_programmes,
    list_providers,
    programmes_in_cluster,
    programmes_of_provider,
    rules_of,
    titles,
)
from storage.database import Database
from storage.models import CourseClass, Wave
from tests.catalog.conftest import NOW, bundled

TODAY = NOW.date()


def programme_id(session: Session, slug: str) -> int:
    return find_programme(session, slug).id


def test_clusters_stand_in_their_order_with_their_counts(database: Database) -> None:
    with database.snapshot() as session:
        clusters = list_clusters(session)
    assert [(one.slug, one.programmes) for one in clusters] == [
        ("las", 3),
        ("manufaktur", 2),
        ("elektro", 2),
        ("otomotif", 1),
        ("refrigerasi", 1),
        ("bangunan", 1),
        ("teknologi-informasi", 2),
        ("garmen", 1),
        ("kecantikan", 1),
        ("kreatif-boga", 2),
        ("pertanian", 1),
        ("kesiapan-kerja", 4),
        ("luar-negeri", 3),
    ]
    assert clusters[0].title == {"id": "Teknik Las", "en": "Welding"}


def test_a_provider_has_its_own_programmes_and_those_it_opened_with_others(
    database: Database,
) -> None:
    with database.snapshot() as session:
        providers = {one.slug: one for one in list_providers(session)}
        assert {slug: one.programmes for slug, one in providers.items()} == {
            "uptd-pelatihan-kerja": 15,
            "bbpvp-serang": 6,
            "disnakertrans-kota-serang": 4,
            "lpk-hjs": 1,
        }
        for one in providers.values():
            assert len(programmes_of_provider(session, one.id, NOW)) == one.programmes
        bbpvp = programmes_of_provider(session, providers["bbpvp-serang"].id, NOW)
    assert [one.slug for one in bbpvp] == [
        "pbl",
        "agroforestry",
        "magang-jepang",
        "korea-pmi",
        "magang-smk",
        "soft-skill",
    ]


def test_a_list_says_what_is_open_and_what_is_planned(database: Database) -> None:
    with database.transaction() as session:
        load_examples(session, now=NOW)
        found = list_programmes(session, ["pmi-vokasi", "barista", "tidak-ada", "sablon"], NOW)
        las, *_ = list_clusters(session)
        assert [one.title for one in programmes_in_cluster(session, las.id, NOW)] == [
            "Las GMAW",
            "Las SMAW A",
            "Las SMAW B",
        ]
    assert [(one.slug, one.is_open, one.is_planned) for one in found] == [
        ("pmi-vokasi", False, True),
        ("barista", True, False),
        ("sablon", False, False),
    ]


def test_a_card_has_all_that_is_shown_without_another_query(database: Database) -> None:
    with database.snapshot() as session:
        programme = find_programme(session, "magang-jepang")
        assert find_programme(session, programme.id) is programme
        rules = rules_of(session, programme.id, today=TODAY)
    assert programme.provider.slug == "bbpvp-serang"
    assert (programme.place and programme.place.name) == "BBPVP Serang"
    assert programme.source.outlet == "gerbangbanten.com"
    assert len(programme.steps) == 3
    assert [(rule.kind, rule.expired, rule.source.outlet) for rule in rules][:2] == [
        ("height", False, "Pers lain"),
        ("height", False, "Pers lain"),
    ]


def test_a_rule_is_old_from_the_day_after_its_expiry(database: Database) -> None:
    with database.snapshot() as session:
        korea = programme_id(session, "korea-pmi")
        for day, expired in ((date(2025, 12, 31), False), (date(2026, 1, 1), True)):
            assert {rule.expired for rule in rules_of(session, korea, today=day)} == {expired}
        (age,) = rules_of(session, programme_id(session, "pmi-vokasi"), today=TODAY)
    assert (age.kind, age.parameters, age.expired) == ("age", {"min": 15, "max": 29}, False)


def test_what_is_not_there_is_told_by_name(database: Database) -> None:
    with database.snapshot() as session:
        for missing in ("melukis", 999_999):
            with pytest.raises(NoSuchProgramme):
                find_programme(session, missing)
        with pytest.raises(NoSuchClass):
            find_class(session, 999_999)


def test_titles_are_those_of_the_files(database: Database) -> None:
    with database.snapshot() as session:
        assert titles(session) == {one.slug: one.title for one in bundled().programmes}


def test_programmes_name_their_clusters(database: Database) -> None:
    with database.snapshot() as session:
        assert clusters_of(session, ["menjahit", "las-gmaw", "las-smaw-a"]) == {"garmen", "las"}
        assert clusters_of(session, []) == set()


def test_classes_of_a_programme_stand_newest_first_with_their_history(
    database: Database,
) -> None:
    with database.transaction() as session:
        load_examples(session, now=NOW)
        classes = classes_of_programme(session, programme_id(session, "menjahit"))
        soft = classes_of_programme(session, programme_id(session, "soft-skill"))
    assert [(one.wave.code, one.wave.state) for one in classes] == [
        ("CTH-S-261122", "open"),
        ("CTH-B-261122", "running"),
        ("PBK-2025-2", "finished"),
    ]
    assert [(one.funder, one.capacity, one.wave.provider.slug) for one in soft] == [
        ("APBN", 16, "bbpvp-serang"),
        ("APBD", 20, "disnakertrans-kota-serang"),
    ]


def test_the_open_class_is_the_one_that_closes_first(database: Database) -> None:
    with database.transaction() as session:
        load_examples(session, now=NOW)
        barista = programme_id(session, "barista")
        found = open_class(session, barista, NOW)
        assert found is not None
        assert found.id == open_classes(session, NOW)[0].id
        assert len(open_classes(session, NOW)) == 14
        closes = found.closes_at
        assert closes is not None
        assert open_class(session, barista, closes) is None
        assert open_class(session, programme_id(session, "sablon"), NOW) is None


def test_a_class_comes_with_its_wave_and_the_stages_in_order(database: Database) -> None:
    with database.transaction() as session:
        load_examples(session, now=NOW)
    with database.snapshot() as session:
        wave_id = session.scalars(select(Wave.id).where(Wave.code == "CTH-S-261122")).one()
        of_wave = select(CourseClass.id).where(CourseClass.wave_id == wave_id)
        ids = session.scalars(of_wave).all()
        found = find_class(session, ids[0])
    assert len(ids) == 13
    assert [stage.kind for stage in found.wave.stages] == [
        "registration",
        "papers",
        "test",
        "interview",
        "results",
        "reregistration",
        "training",
        "certificates",
    ]
    assert (found.programme.slug, found.place and found.place.region) == (
        "mesin-bubut-frais",
        "3674",
    )
    assert found.wave.stages[0].ends_at == found.wave.registration_closes_at
    assert NOW < found.wave.stages[1].starts_at < NOW + timedelta(days=14)
