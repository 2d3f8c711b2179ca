"""Erasure of a pupil whom a school has sent and who has no phone here to ask for it."""

from datetime import datetime, tzinfo

from sqlalchemy.orm import Session

from intake.applications.errors import ReasonMissing
from intake.applications.rows import ApplicationState
from intake.schools.errors import NoSuchPupil, PupilHasPhone
from intake.schools.groups import hold_any_group, record
from intake.schools.news import tell_senders
from intake.schools.rows import Hand, pupil_for
from intake.seats.offers import hold_candidate
from people.accounts import account_of
from people.phoneless import has_phone
from privacy.erasure import erase


def erase_pupil(
    session: Session, application_id: int, reason: str, hand: Hand, *, now: datetime, zone: tzinfo
) -> None:
    """All that is kept of them goes, as with whoever asks for it in the chat, and their place is
    free; the school is told, if they were accepted. It stays on record that it was done: by whom,
    when, why, and the registration's number. After the group's last day, too.

    For staff of the provider alone. Raises NoSuchPupil, PupilHasPhone, ReasonMissing.
    """
    view, pupil = pupil_for(session, application_id, hand)
    if not hand.decides(view.provider_id):
        raise NoSuchPupil
    words = " ".join(reason.split())
    if not words:
        raise ReasonMissing
    group = hold_any_group(session, pupil.group_id, hand)
    # A phone may be tied to it at this very moment: then it is theirs.
    _, candidate = hold_candidate(session, application_id, zone)
    if has_phone(account_of(session, candidate.account_id)):
        raise PupilHasPhone
    mark = record(session, group, hand, "erased", f"{pupil.number}: {words}", now)
    if candidate.state is ApplicationState.ADMITTED:
        tell_senders(session, group, "school_withdrawn", str(mark), now, by=hand.account_id)
    erase(session, candidate.account_id, now=now)
