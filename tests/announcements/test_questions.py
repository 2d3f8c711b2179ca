"""Which question of which broadcast is open for whom."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from announcements import broadcasts, questions
from announcements.broadcasts import find
from announcements.errors import EmptyText, NotPossible, NotYours
from announcements.jobs import recall
from announcements.questions import Question
from tests.announcements.crowd import SRI, TEXT, WATI, add_people, fill, start, write_draft
from tests.cast import BUDI, NOW, SITI
from tests.notices.post_office import NOON

HOUR = timedelta(hours=1)


def test_an_author_stands_at_the_question_of_the_draft(
    session: Session, siti: int, budi: int
) -> None:
    first, second = write_draft(session, author_id=siti), write_draft(session, author_id=budi)
    questions.ask(session, second.id, Question.AUDIENCE, by=budi)
    assert questions.all_open_questions(session) == {
        SITI.telegram_id: Question.TEXT,
        BUDI.telegram_id: Question.AUDIENCE,
    }
    assert questions.open_question(session, siti) == find(session, first.id)
    questions.put_aside(session, siti)
    assert questions.open_question(session, siti) is None
    assert questions.all_open_questions(session) == {BUDI.telegram_id: Question.AUDIENCE}


def test_a_person_has_one_question_open_at_a_time(session: Session, siti: int) -> None:
    add_people(session, 3)
    sent = at_rest(session, author_id=siti)
    draft = write_draft(session, author_id=siti)
    questions.begin_correction(session, sent, by=siti, actor=WATI)
    assert open_ids(session, siti) == [sent]
    questions.ask(session, draft.id, Question.REVIEW, by=siti)
    assert open_ids(session, siti) == [draft.id]
    assert (find(session, sent).step, find(session, sent).editor_id) == (None, siti)


def test_what_was_put_aside_is_found_again_until_it_is_handed_in(
    session: Session, siti: int
) -> None:
    add_people(session, 1)
    assert questions.last_draft(session, siti) is None
    draft = write_draft(session, author_id=siti)
    questions.put_aside(session, siti)
    assert questions.last_draft(session, siti) == find(session, draft.id)
    broadcasts.submit(session, draft.id, actor=SRI, start_at=None, approve_above=9, now=NOON)
    assert questions.last_draft(session, siti) is None


def test_a_draft_is_asked_of_its_author_alone(session: Session, siti: int, budi: int) -> None:
    draft = write_draft(session, author_id=siti)
    with pytest.raises(NotYours):
        questions.ask(session, draft.id, Question.TIME, by=budi)
    with pytest.raises(NotYours):
        questions.choose_start(session, draft.id, NOON, by=budi)


def test_what_is_handed_in_asks_nothing(session: Session, siti: int) -> None:
    add_people(session, 3)
    sent = start(session, author_id=siti)
    with pytest.raises(NotPossible):
        questions.ask(session, sent, Question.TEXT, by=siti)
    assert questions.all_open_questions(session) == {}


def test_the_start_is_kept_with_the_draft(session: Session, siti: int) -> None:
    draft = write_draft(session, author_id=siti)
    kept = questions.choose_start(session, draft.id, NOON + HOUR, by=siti)
    assert kept.start_at == NOON + HOUR
    assert questions.choose_start(session, draft.id, None, by=siti).start_at is None


def test_anybody_of_staff_may_correct_and_their_words_wait_to_be_sent(
    session: Session, siti: int, budi: int
) -> None:
    add_people(session, 3)
    sent = at_rest(session, author_id=siti)
    asked = questions.begin_correction(session, sent, by=budi, actor=WATI)
    assert (asked.step, asked.editor_id) == ("correction", budi)
    worded = questions.word_correction(session, sent, " Lusa. ", by=budi)
    assert (worded.step, worded.correction, worded.html) == ("correction-sure", "Lusa.", TEXT)
    assert questions.all_open_questions(session) == {BUDI.telegram_id: Question.CORRECTION_SURE}
    taken = questions.end_correction(session, sent, by=budi)
    assert taken.correction == "Lusa."
    left = find(session, sent)
    assert (left.step, left.editor_id, left.correction) == (None, None, None)
    with pytest.raises(NotPossible):
        questions.end_correction(session, sent, by=budi)  # a second tap


def test_who_begins_to_correct_last_does_it(session: Session, siti: int, budi: int) -> None:
    add_people(session, 3)
    sent = at_rest(session, author_id=siti)
    questions.begin_correction(session, sent, by=siti, actor=WATI)
    questions.begin_correction(session, sent, by=budi, actor=WATI)
    with pytest.raises(NotYours):
        questions.word_correction(session, sent, "Lusa.", by=siti)
    with pytest.raises(NotPossible):
        questions.end_correction(session, sent, by=siti)


def test_only_what_rests_is_corrected_and_by_something(session: Session, siti: int) -> None:
    add_people(session, 3)
    running = start(session, author_id=siti)
    fill(session, running)
    draft = write_draft(session, author_id=siti)
    for broadcast_id in (running, draft.id):
        with pytest.raises(NotPossible):
            questions.begin_correction(session, broadcast_id, by=siti, actor=WATI)
    sent = at_rest(session, author_id=siti)
    questions.begin_correction(session, sent, by=siti, actor=WATI)
    with pytest.raises(EmptyText):
        questions.word_correction(session, sent, " <b></b> ", by=siti)
    recall(session, sent, actor=SRI, now=NOON)
    with pytest.raises(NotPossible):
        questions.word_correction(session, sent, "Lusa.", by=siti)


def at_rest(session: Session, *, author_id: int) -> int:
    """One that was started, and paused."""
    sent = start(session, author_id=author_id)
    fill(session, sent)
    broadcasts.pause(session, sent, actor=SRI, now=NOW)
    return sent


def open_ids(session: Session, account_id: int) -> list[int]:
    found = questions.open_question(session, account_id)
    return [] if found is None else [found.id]
