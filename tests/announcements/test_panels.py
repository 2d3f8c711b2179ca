"""Which panels have something to tell."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from announcements import broadcasts
from announcements.ending import finish, finish_job
from announcements.jobs import correct, jobs_of
from announcements.panels import LATE, keep_panel, panels_due, panels_missing
from announcements.recipients import fill_job_step
from notices.counters import BATCHES
from notices.outbox import NOTICES
from tests.announcements.crowd import SRI, add_people, fill, start, write_draft
from tests.notices.post_office import NOON

SECOND = timedelta(seconds=1)
MESSAGE = 77


@pytest.fixture
def sent(session: Session, siti: int) -> int:
    """A broadcast of Siti's that runs, with a panel of this moment; nobody is left to tell."""
    sent = start(session, author_id=siti)
    fill(session, sent)
    keep_panel(session, sent, MESSAGE, NOON)
    return sent


def due(session: Session, seconds: int) -> list[tuple[int, int, int]]:
    return panels_due(session, NOON + seconds * SECOND)


def test_what_moves_is_told_again_and_again(session: Session, siti: int, sent: int) -> None:
    assert due(session, 0) == []
    assert due(session, 1) == [(sent, siti, MESSAGE)]
    keep_panel(session, sent, MESSAGE, NOON + SECOND)
    assert (due(session, 1), due(session, 2)) == ([], [(sent, siti, MESSAGE)])
    broadcasts.pause(session, sent, actor=SRI, now=NOON + SECOND)
    assert due(session, 3) == [(sent, siti, MESSAGE)]


def test_what_has_ended_is_told_once_more(session: Session, siti: int, sent: int) -> None:
    clear(session)
    assert finish(session, sent, NOON + SECOND)
    assert due(session, 2) == [(sent, siti, MESSAGE)]
    keep_panel(session, sent, MESSAGE, NOON + 2 * SECOND)
    assert due(session, 3) == []


def test_a_correction_is_told_until_it_has_ended(session: Session, siti: int, sent: int) -> None:
    clear(session)
    finish(session, sent, NOON)
    keep_panel(session, sent, MESSAGE, NOON + SECOND)
    correct(session, sent, html="Lusa.", actor=SRI, now=NOON + 2 * SECOND)
    keep_panel(session, sent, MESSAGE, NOON + 3 * SECOND)
    assert due(session, 4) == [(sent, siti, MESSAGE)]
    [job] = jobs_of(session, sent)
    while fill_job_step(session, job.id, most=100, now=NOON + 4 * SECOND):
        pass
    assert finish_job(session, job.id, NOON + 5 * SECOND)
    assert due(session, 6) == [(sent, siti, MESSAGE)]
    keep_panel(session, sent, MESSAGE, NOON + 6 * SECOND)
    assert due(session, 7) == []


def test_what_others_have_started_wants_a_panel(session: Session, siti: int) -> None:
    add_people(session, 2)
    started = start(session, author_id=siti)
    start(session)  # at the command line: nobody to show it to
    write_draft(session, author_id=siti)
    assert panels_missing(session, NOON) == []
    assert panels_missing(session, NOON + SECOND) == [started]
    assert panels_missing(session, NOON + LATE) == []
    keep_panel(session, started, MESSAGE, NOON)
    assert panels_missing(session, NOON + SECOND) == []


def clear(session: Session) -> None:
    """As if nobody had been meant: the batch has nothing left."""
    session.execute(NOTICES.update().values(state="sent", settled_at=NOON))
    session.execute(BATCHES.update().values(sent=BATCHES.c.written))
