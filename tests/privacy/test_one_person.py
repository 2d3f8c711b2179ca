"""One of several on a phone is deleted: nothing of theirs stays, and nothing of the others goes."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.applicants import people_of
from intake.applications.errors import NoSuchApplicant
from intake.applications.rows import my_applications
from intake.registration.checks import begin_check
from intake.registration.drafts import begin_draft, open_draft
from intake.reminders.planning import plan_reminders
from intake.seats.admitting import admit
from privacy.erasure import erase_person
from privacy.people import person_data
from storage.models import Applicant, ApplicationChange, DiscardedFile, Document, Notice
from tests.cast import (
    BUDI,
    NOW,
    SARI,
    SITI,
    WIB,
    Stage,
    apply,
    apply_too,
    open_database,
    set_rules,
    set_stage,
    welcome,
)
from tests.intake.reminders.planning import EVENING
from tests.privacy.test_erasure import everything_in


def family(session: Session, stage: Stage, class_id: int) -> tuple[int, dict[str, int]]:
    """Siti's phone with her daughter on it, both admitted; the ids of the two."""
    mother = apply(session, SITI, stage.class_id)
    daughter = apply_too(session, SARI, mother.account_id, class_id)
    for each in (mother, daughter):
        admit(session, each.number, actor="Dewi", now=NOW)
    who = {person.called: person.id for person in people_of(session, mother.account_id)}
    return mother.account_id, who


def test_the_others_on_the_phone_keep_what_is_theirs(session: Session, stage: Stage) -> None:
    account_id, who = family(session, stage, stage.other_class_id)
    mine = my_applications(session, account_id)[1]
    daughters = my_applications(session, account_id)[0].id
    session.add(
        Document(
            application_id=daughters, paper="ktp", file="f" * 64, media="image/jpeg", size=1,
            pages=1, again=False, sent_at=NOW,
        )
    )  # fmt: skip
    erase_person(session, account_id, who["Sari"], now=NOW)
    [left] = my_applications(session, account_id)
    assert (left.id, left.called) == (mine.id, None)
    assert session.scalars(select(DiscardedFile.file)).all() == ["f" * 64]
    assert session.scalar(select(func.count(ApplicationChange.id))) == 2
    told = session.scalars(select(Notice).where(Notice.account_id == account_id))
    assert [notice.facts["application_id"] for notice in told] == [mine.id]
    with pytest.raises(NoSuchApplicant):
        person_data(session, account_id, who["Sari"])


@pytest.mark.parametrize(("same_class", "left"), [(True, 1), (False, 0)])
def test_what_a_class_is_told_stays_while_somebody_else_is_in_it(
    session: Session, stage: Stage, same_class: bool, left: int
) -> None:
    class_id = stage.class_id if same_class else stage.other_class_id
    account_id, who = family(session, stage, class_id)
    plan_reminders(session, EVENING, WIB)
    erase_person(session, account_id, who["Siti"], now=NOW)
    evening = select(func.count()).where(Notice.kind == "meeting_evening")
    assert session.scalar(evening) == left


def test_a_draft_and_a_check_of_theirs_go_too(session: Session, stage: Stage) -> None:
    account_id, who = family(session, stage, stage.other_class_id)
    elsewhere = set_stage(session, name="-2").class_id
    set_rules(session, elsewhere, ("height", {"min_cm": 150}))
    begin_check(session, account_id, elsewhere, now=NOW, applicant_id=who["Sari"])
    begin_draft(session, account_id, elsewhere, now=NOW, applicant_id=who["Sari"])
    erase_person(session, account_id, who["Sari"], now=NOW)
    assert open_draft(session, account_id) is None


def test_nobody_deletes_somebody_of_another_phone(session: Session, stage: Stage) -> None:
    _, who = family(session, stage, stage.other_class_id)
    with pytest.raises(NoSuchApplicant):
        erase_person(session, welcome(session, BUDI), who["Sari"], now=NOW)


def test_the_database_file_forgets_the_sealed_bytes_too(sqlite_url: str, tmp_path: Path) -> None:
    with closing(open_database(sqlite_url)) as database:
        with database.transaction() as session:
            stage = set_stage(session)
            account_id, who = family(session, stage, stage.other_class_id)
        with database.snapshot() as session:
            sari = session.get_one(Applicant, who["Sari"])
            known = [sari.name_sealed, sari.nik_sealed, sari.phone_sealed]
        with database.transaction() as session:
            erase_person(session, account_id, who["Sari"], now=NOW)
        assert [one in everything_in(tmp_path / "jawara.sqlite3") for one in known] == [False] * 3
