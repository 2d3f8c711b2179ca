"""Vacancies for searched texts."""

from datetime import timedelta

from sqlalchemy.orm import Session

from storage.database import Database
from tests.cast import NOW, SITI, welcome
from tests.vacancies.partner_stage import PartnerStage, posting, report
from vacancies.cards import Mark
from vacancies.listing import mark_vacancy
from vacancies.search import search_vacancies


def found(session: Session, text: str, *clusters: str) -> list[str]:
    cards = search_vacancies(session, text, clusters=clusters, now=NOW)
    return [card.title for card in cards]


def test_a_text_finds_what_it_names_however_it_is_spelt(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        report(
            session,
            stage,
            posting("1", "Juru Las (Welder)", posted_at=NOW - timedelta(days=1)),
            posting("2", "Electrician", place="Gresik", region=None),
            posting("3", "Sopir", description="x", closes_at=NOW - timedelta(days=1)),
        )
        for text in ("welder", "wlder", "lowongan las dong", "ada loker juru las di pasar kemis?"):
            assert found(session, text) == ["Juru Las (Welder)"], text
        for text in ("electricain", "kerja di gresik", "ELECTRICIAN GRESIK"):
            assert found(session, text) == ["Electrician"], text
        assert found(session, "lowongan PT Supra") == ["Electrician", "Juru Las (Welder)"]
        for text in ("", "lowongan", "loker terbaru", "sopir", "cuaca besok pagi", "halo", "lab"):
            assert found(session, text) == [], text


def test_the_trade_that_was_meant_counts_and_the_words_rank(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        siti = welcome(session, SITI)
        report(
            session,
            stage,
            posting("1", "Fabrikator", posted_at=NOW - timedelta(days=2)),
            posting("2", "Juru Las", posted_at=NOW - timedelta(days=3)),
            posting("3", "Electrician"),
        )
        assert found(session, "ngelas", "las") == ["Fabrikator", "Juru Las"]
        assert found(session, "juru las", "las") == ["Juru Las", "Fabrikator"]
        (card,) = search_vacancies(session, "juru", limit=1, account_id=siti, now=NOW)
        mark_vacancy(session, siti, card.id, Mark.HIDDEN, now=NOW)
        assert search_vacancies(session, "juru", account_id=siti, now=NOW) == []
