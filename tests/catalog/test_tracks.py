"""The bundled tracks: each item with its source, and one that is dropped stays out of sight."""

from dataclasses import replace

from sqlalchemy import func, select

from catalog.load import LoadReport, load_catalogue
from catalog.schema import Catalogue
from catalog.tracks import choices_of, list_cautions, track_items
from storage.database import Database
from storage.models import Programme, TrackItem
from tests.catalog.conftest import NOW, bundled

ABROAD = {"pmi-vokasi": 10, "magang-jepang": 11, "korea-pmi": 11}
"""Items of each track."""


def load_again(database: Database, catalogue: Catalogue) -> LoadReport:
    with database.transaction() as session:
        return load_catalogue(session, catalogue, now=NOW)


def test_what_no_article_says_is_marked_so(database: Database) -> None:
    sources = {source.slug: source for source in bundled().sources}
    for track in bundled().tracks:
        for item in track.items:
            assert item.confirmed is (sources[item.source].note is None), item.slug
    assert not any(caution.confirmed for caution in bundled().cautions)


def test_each_track_has_its_items_and_the_planned_one_its_wishes(database: Database) -> None:
    with database.snapshot() as session:
        ids = dict(session.execute(select(Programme.slug, Programme.id)).all())
        items = {slug: len(track_items(session, ids[slug], today=NOW.date())) for slug in ABROAD}
        assert items == ABROAD
        choices = choices_of(session, ids["pmi-vokasi"])
        assert [each.slug for each in choices.kinds] == ["las", "elektro", "kecantikan"]
        assert choices.destinations == ("JP", "KR")
        assert choices_of(session, ids["menjahit"]).kinds == ()
        expired = [each.slug for each in track_items(session, ids["korea-pmi"], today=NOW.date())
                   if each.expired]  # fmt: skip
        assert expired == ["usia", "pendidikan", "buta-warna", "eps-topik"]
        assert len(list_cautions(session, NOW.date())) == 5


def test_an_item_that_its_track_no_longer_names_is_unlisted(database: Database) -> None:
    shorter = [
        one.model_copy(update={"items": one.items[1:]}) if one.programme == "korea-pmi" else one
        for one in bundled().tracks
    ]
    report = load_again(database, replace(bundled(), tracks=shorter))
    assert dict(report.removed) == {"items": 1}
    again = load_again(database, bundled())
    assert dict(again.removed) == {}
    with database.snapshot() as session:
        unlisted = select(func.count()).where(TrackItem.listed.is_(False))
        assert session.scalar(unlisted) == 0
