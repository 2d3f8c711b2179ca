"""Rules as data: each change is a version that stays, since somebody was judged by it."""

from datetime import date

import pytest
from sqlalchemy import select

from catalog.load import LoadReport, load_catalogue
from catalog.schema import Catalogue, RuleEntry
from catalog.schema.rules import Age, Domicile
from storage.database import Database
from storage.models import EligibilityRule, RuleVersion
from tests.catalog.conftest import NOW, bundled


def load(database: Database, catalogue: Catalogue) -> LoadReport:
    with database.transaction() as session:
        return load_catalogue(session, catalogue, now=NOW)


def test_a_rule_that_says_something_else_is_a_new_version_and_the_old_one_stays(
    database: Database,
) -> None:
    (rule,) = [one for one in bundled().rules if one.slug == "usia-pmi-vokasi"]
    older: RuleEntry = rule.model_copy(update={"parameters": Age(min=15, max=35)})
    moved: RuleEntry = older.model_copy(update={"position": 9})
    reports = [load(database, Catalogue(rules=[each])) for each in (older, older, moved, rule)]
    assert [report.changed["rules"] for report in reports] == [1, 0, 1, 1]
    with database.snapshot() as session:
        [now] = session.scalars(
            select(EligibilityRule).where(EligibilityRule.slug == "usia-pmi-vokasi.pmi-vokasi")
        )
        kept = session.scalars(
            select(RuleVersion).where(RuleVersion.slug == now.slug).order_by(RuleVersion.version)
        ).all()
        bounds = [each.parameters for each in kept]
    assert now.version == 3
    assert [each.version for each in kept] == [1, 2, 3]
    assert bounds == [{"min": 15, "max": 29}, {"min": 15, "max": 35}, {"min": 15, "max": 29}]


def test_a_rule_that_comes_back_goes_on_counting(database: Database) -> None:
    (rule,) = [one for one in bundled().rules if one.slug == "warga-kota-serang"]
    fewer: RuleEntry = rule.model_copy(update={"programmes": ["soft-skill"]})
    other: RuleEntry = rule.model_copy(update={"parameters": Domicile(regions=["3601"])})
    for entry in (fewer, rule, other):
        load(database, Catalogue(rules=[entry]))
    with database.snapshot() as session:
        versions = session.scalars(
            select(RuleVersion.version)
            .where(RuleVersion.slug == "warga-kota-serang.barista")
            .order_by(RuleVersion.version)
        ).all()
    assert versions == [1, 2]


def test_the_day_an_age_counts_from_is_a_name_or_a_date() -> None:
    read = [
        Age.model_validate({"at": at, "min": 18}).at
        for at in (None, "registration_close", "2026-07-01")
    ]
    assert read == [None, "registration_close", "2026-07-01"]
    assert Age.model_validate({"at": date(2026, 7, 1), "min": 18}).at == "2026-07-01"
    with pytest.raises(ValueError, match="at 'besok' tidak dikenal; tulis training_start"):
        Age.model_validate({"at": "besok", "min": 18})
