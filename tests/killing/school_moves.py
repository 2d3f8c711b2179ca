"""Moves of a school's group, each as one transaction makes it; what they are about, they find."""

from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.schools.groups import accept_group, send_list
from intake.schools.pupil_lists import read_pupils
from intake.schools.pupils import connect, withdraw_pupil
from intake.schools.rows import Hand
from people.accounts import find_account
from people.codes import print_of
from people.staff import EVERYWHERE
from privacy.pupils import erase_pupil
from storage.models import Pupil, School, SchoolGroup
from tests.cast import NOW, SITI, WIB, set_stage, welcome
from tests.intake.schools.school import TODAY, opened, row_of, set_ground, sheet

CODE = "a-code-of-a-pupil"

Move = Callable[[Session], object]


def prepare(session: Session) -> None:
    ground = set_ground(session, set_stage(session))
    opened(session, ground)
    welcome(session, SITI)


def group_of(session: Session) -> tuple[int, Hand]:
    school = session.scalars(select(School.id)).one()
    hand = Hand("Bu Wati", frozenset({school}), EVERYWHERE)
    return session.scalars(select(SchoolGroup.id)).one(), hand


def send_pupils(*numbers: int) -> Move:
    def sent(session: Session) -> object:
        group_id, hand = group_of(session)
        pupils = read_pupils(sheet(*(row_of(number) for number in numbers)), today=TODAY)
        return send_list(session, group_id, pupils, hand, now=NOW, zone=WIB).waiting

    return sent


def accept_pupils(session: Session) -> object:
    group_id, hand = group_of(session)
    return accept_group(session, group_id, hand, now=NOW, zone=WIB).accepted


def give_code(session: Session) -> object:
    """The code is chance; here it is known beforehand."""
    first = session.scalars(select(Pupil).order_by(Pupil.application_id)).first()
    assert first is not None
    if first.connected_at is None:
        first.code_print = print_of(CODE)
    return True


def connect_pupil(session: Session) -> object:
    return connect(session, CODE, _siti(session), now=NOW, zone=WIB).number


def withdraw_one(session: Session) -> object:
    _, hand = group_of(session)
    last = session.scalars(select(Pupil.application_id).order_by(Pupil.application_id)).all()[-1]
    return withdraw_pupil(session, last, "ill", hand, now=NOW, zone=WIB).accepted


def erase_one(session: Session) -> None:
    """Whoever is left without a phone; nobody is, when it comes once more."""
    _, hand = group_of(session)
    left = session.scalar(select(Pupil.application_id).where(Pupil.connected_at.is_(None)))
    if left is not None:
        erase_pupil(session, left, "wish", hand, now=NOW, zone=WIB)


def _siti(session: Session) -> int:
    found = find_account(session, SITI.telegram_id)
    assert found is not None
    return found.id


MOVES: Mapping[str, Move] = {
    "send pupils": send_pupils(0, 1),
    "send others in their place": send_pupils(0, 2),
    "accept": accept_pupils,
    "give a code": give_code,
    "connect a phone": connect_pupil,
    "withdraw a pupil": withdraw_one,
    "erase a pupil": erase_one,
}
