"""Submissions: drafts sent in, one or a crowd of them at once, each answered by itself.

All who press "send" at the same moment are handled together, in the order in which they came: with
a dozen statements for sixty of them, where each alone would need as many.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Any, cast

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from catalog.programmes import rules_of_all
from intake.applications.applicants import applicant_row
from intake.applications.changes import APPLICATIONS
from intake.applications.doubles import live_among
from intake.applications.rows import ApplicationView, application_by_id
from intake.applications.steps import Step
from intake.registration.draft_rows import DraftView, hold_drafts
from intake.registration.entering import Ready, enter
from intake.registration.errors import AnswersMissing, NoDraft
from intake.registration.openness import check_open
from intake.registration.verdicts import judge_draft
from people.errors import ConsentMissing
from storage.models import Application
from storage.models.applications import LIVE
from storage.vault import vault_of
from texts.moments import WIB

Answers = dict[int, ApplicationView | Exception]
"""By account."""
REPEATED_WITHIN = timedelta(hours=24)
"""How long Telegram keeps an update, and so how late the same tap may come again."""


@dataclass(frozen=True, slots=True)
class Submission:
    """Somebody presses "send": the draft of this account is to become an application."""

    account_id: int
    update_id: int | None
    """Of Telegram, by which a tap that comes again is known; None where it comes from elsewhere."""
    now: datetime
    zone: tzinfo = WIB
    """Where days begin; the installation's, and so the same for all."""


def submit(
    session: Session, account_id: int, *, update_id: int | None, now: datetime, zone: tzinfo = WIB
) -> ApplicationView:
    """Send the draft in: it becomes an application with a number, and is gone itself.

    Where seats go to the first who come, it has one, or a place on the waiting list.

    Sent twice, the same application comes back. Raises NoDraft, RegistrationClosed,
    ConsentMissing, AnswersMissing, AlreadyApplied or NotEligible; then the draft stays.
    """
    answer = submit_all(session, [Submission(account_id, update_id, now, zone)])[0]
    if isinstance(answer, Exception):
        raise answer
    return answer


def submit_all(
    session: Session, submissions: Sequence[Submission]
) -> list[ApplicationView | Exception]:
    """The same for many, in their order: the application of each, or what `submit` would raise."""
    if len({each.account_id for each in submissions}) < len(submissions):
        # The same person twice: one after the other, so that the second finds the first.
        return [answer for each in submissions for answer in submit_all(session, [each])]
    answers: Answers = {}
    sendable = _sendable(session, submissions, answers)
    ready = list(_judge(session, sendable, answers))
    if ready:
        answers |= enter(session, ready, submissions[0].zone)
    return [answers[each.account_id] for each in submissions]


def made_by(session: Session, application_id: int, update_id: int) -> bool:
    """Whether this very tap has sent it, and comes again: nothing may have been answered yet."""
    return session.get_one(Application, application_id).update_id == update_id


def _sendable(
    session: Session, submissions: Sequence[Submission], answers: Answers
) -> list[tuple[Submission, DraftView]]:
    """Those with a draft that may go as it is; the others have their answer."""
    account_ids = [each.account_id for each in submissions]
    drafts = hold_drafts(session, account_ids)
    # Read only now: whoever waited for a draft that is gone sees what it has become.
    earlier: dict[int, list[Row[*tuple[Any, ...]]]] = {}
    for row in session.connection().execute(EARLIER, {"account_ids": account_ids}):
        earlier.setdefault(row.account_id, []).append(row)
    chosen = []
    for each in submissions:
        draft, before = drafts.get(each.account_id), earlier.get(each.account_id, ())
        sent = _sent_before(each, before, draft is not None)
        if sent is not None:
            answers[each.account_id] = application_by_id(session, sent)
            continue
        try:
            chosen.append((each, _checked(draft, each)))
        except Exception as refusal:
            answers[each.account_id] = refusal
    return chosen


def _sent_before(
    submission: Submission, before: Iterable[Row[*tuple[Any, ...]]], has_draft: bool
) -> int | None:
    """The application that this tap, or one just before it, has made already; newest first."""
    since = submission.now - REPEATED_WITHIN
    for row in before:
        if row.update_id is not None and row.update_id == submission.update_id:
            return cast(int, row.id)
        if not has_draft and row.state in LIVE and row.submitted_at > since:
            return cast(int, row.id)
    return None


def _checked(draft: DraftView | None, submission: Submission) -> DraftView:
    """As of today. Raises what stands against sending it, as far as the draft itself tells."""
    if draft is None:
        raise NoDraft(submission.account_id)
    now = submission.now
    answers = draft.answers.on(now.astimezone(WIB).date())
    if answers is not draft.answers:
        draft = replace(draft, answers=answers)
    check_open(draft.entrance, now)
    if not draft.consented:
        raise ConsentMissing
    missing = draft.answers.first_open()
    if missing is not Step.REVIEW:
        raise AnswersMissing(missing)
    return draft


def _judge(
    session: Session,
    sendable: Sequence[tuple[Submission, DraftView]],
    answers: Answers,
) -> Iterator[Ready]:
    """Those whom neither another application of the same NIK nor a rule stands against."""
    if not sendable:
        return
    vault = vault_of(session)
    rows = [applicant_row(vault, one.account_id, draft.answers, one.now) for one, draft in sendable]
    people = [
        (draft.entrance.wave_id, row["nik_print"])
        for (_, draft), row in zip(sendable, rows, strict=True)
    ]
    live = live_among(session, people)
    programmes = {draft.programme_id for _, draft in sendable}
    days = {one.now.astimezone(WIB).date() for one, _ in sendable}
    rules = {day: rules_of_all(session, programmes, today=day) for day in days}
    for (one, draft), row in zip(sendable, rows, strict=True):
        double = live.get((draft.entrance.wave_id, row["nik_print"]))
        try:
            if double is not None:
                raise double.refusal_to(one.account_id)
            day = one.now.astimezone(WIB).date()
            check = judge_draft(draft, rules[day][draft.programme_id], one.now)
        except Exception as refusal:
            answers[one.account_id] = refusal
        else:
            yield Ready(draft, row, check, one.update_id, one.now)


EARLIER = (
    select(
        *(APPLICATIONS.c.id, APPLICATIONS.c.account_id, APPLICATIONS.c.update_id),
        *(APPLICATIONS.c.state, APPLICATIONS.c.submitted_at),
    )
    .where(APPLICATIONS.c.account_id.in_(bindparam("account_ids", expanding=True)))
    .order_by(APPLICATIONS.c.id.desc())
)
