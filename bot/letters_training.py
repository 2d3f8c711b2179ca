"""Letters of a training: how often somebody may still be absent, and their certificates.

As in `bot.letters`, each re-reads the truth, and is Moot where there is nothing left to tell.
"""

from collections.abc import Callable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.context import House
from bot.keyboards import button
from bot.letters_intake import name_in_family, still_here
from bot.presses.cards import ShowCertificates
from bot.presses.schedule import OpenApplication
from bot.presses.settings import OpenReminderSettings
from bot.screens import Screen
from intake.reminders.absences import EXCEEDED, REACHED
from intake.training.attendance_rows import tally
from intake.training.certificate_rows import CertificateKind, CertificateState, one_certificate
from intake.training.errors import NoTrainee
from intake.training.trainees import Trainee, find_trainee
from notices.sender import Letter, Moot
from people.staff import EVERYWHERE
from storage.models import Application, CertificateChange
from texts import Fact, Speaker
from texts.moments import day


def absences(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """The last absence that is allowed, or one more than that."""
    trainee = _trainee(session, letter)
    counted = tally(session, trainee.application_id, now=house.now(), zone=house.zone)
    allowed, absent = counted.allowed, counted.absent
    if allowed is None or (absent != allowed if letter.kind == REACHED else absent <= allowed):
        raise Moot("they were there after all, or more is allowed")
    text = t(
        f"letter-{letter.kind.replace('_', '-')}",
        **_facts(session, trainee),
        absent=absent,
        allowed=allowed,
    )
    see = [button(t.plain("letter-see-application"), OpenApplication(trainee.application_id))]
    return Screen(text, [see, [button(t.plain("letter-fewer"), OpenReminderSettings())]])


def certificate(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """Passed, failed or issued; with the reason where an earlier decision was taken back."""
    trainee, kind = _trainee(session, letter), CertificateKind(letter.facts["kind"])
    change = _last_change(session, trainee.application_id, kind)
    if change is None or change.id != letter.facts["change_id"]:
        raise Moot("it was decided anew")
    view = one_certificate(session, trainee.application_id, kind, EVERYWHERE)
    text = t(
        f"letter-certificate-{change.to_state}",
        **_facts(session, trainee),
        kind=t.plain(f"certificate-kind-{kind.value}"),
        number=view.number or "none",
        day="none" if view.issued_on is None else day(view.issued_on, t.language),
        why=_why(t, change),
    )
    id_ = trainee.application_id
    press = ShowCertificates(id_) if view.state is CertificateState.ISSUED else OpenApplication(id_)
    key = "certificate-see" if view.state is CertificateState.ISSUED else "letter-see-application"
    return Screen(text, [[button(t.plain(key), press)]])


def _trainee(session: Session, letter: Letter) -> Trainee:
    try:
        return still_here(letter, find_trainee(session, letter.facts["application_id"]))
    except NoTrainee:
        raise Moot("they have no seat any more") from None


def _facts(session: Session, trainee: Trainee) -> dict[str, Fact]:
    application = session.get_one(Application, trainee.application_id)
    name = name_in_family(session, application)
    return {"name": name, "programme": trainee.programme_title}


def _last_change(
    session: Session, application_id: int, kind: CertificateKind
) -> CertificateChange | None:
    newest = select(func.max(CertificateChange.id)).where(
        CertificateChange.application_id == application_id, CertificateChange.kind == kind.value
    )
    return session.get(CertificateChange, session.scalar(newest) or 0)


def _why(t: Speaker, change: CertificateChange) -> str:
    key = f"certificate-why-{change.reason}"
    return t.plain(key) if t.knows(key) else change.reason or "none"


OF_TRAINING: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    REACHED: absences,
    EXCEEDED: absences,
    "certificate": certificate,
}
"""A part of `bot.letters.LETTERS`."""
