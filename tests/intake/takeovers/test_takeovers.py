"""Another phone takes a person over: who may, how often, and how long."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication, OtherProvider
from intake.applications.rows import my_applications
from intake.takeovers.errors import (
    AlreadyOnThisPhone,
    NoSuchTakeover,
    OwnTakeover,
    TooManyTakeovers,
)
from intake.takeovers.rows import open_takeovers, takeovers_in
from intake.takeovers.takeovers import (
    LINK_FOR,
    MOST_A_DAY,
    approve_takeover,
    ask_takeover,
    find_takeover,
    make_link,
    refuse_takeover,
    use_link,
    withdraw_takeover,
)
from people.accounts import ensure_account
from people.errors import ConsentMissing
from people.staff import EVERYWHERE, Role, StaffRight
from storage.models import (
    Account,
    Takeover,
    TakeoverChange,
)
from tests.cast import (
    BUDI,
    NOW,
    SITI,
    WIB,
    Stage,
    welcome,
)
from tests.intake.takeovers.phones import approved, asked, taken_over, told


def test_the_counter_sees_what_is_to_be_compared_and_no_more(
    session: Session, old: int, new: int
) -> None:
    code = asked(session, new).code
    seen = find_takeover(session, f"{code[:4]} {code[4:]}", EVERYWHERE, now=NOW)
    assert (seen.name, seen.nik_end, seen.born_on.isoformat()) == (
        SITI.name, SITI.nik[-4:], "1999-01-05",
    )  # fmt: skip
    assert SITI.nik not in repr(seen)
    assert SITI.name not in repr(seen)


def test_a_used_code_moves_nobody_again(session: Session, old: int, new: int) -> None:
    code = asked(session, new).code
    approved(session, find_takeover(session, code, EVERYWHERE, now=NOW).id)
    with pytest.raises(NoSuchTakeover):
        find_takeover(session, code, EVERYWHERE, now=NOW)
    assert session.scalars(select(Takeover.code_print)).all() == [None]


def test_a_code_grows_old(session: Session, old: int, new: int) -> None:
    takeover, code = asked(session, new).takeover, asked(session, new).code
    with pytest.raises(NoSuchTakeover):
        find_takeover(session, code, EVERYWHERE, now=NOW + timedelta(hours=72))
    with pytest.raises(NoSuchTakeover):
        approved(session, takeover.id)  # asked anew since
    assert len(my_applications(session, old)) == 1


def test_the_code_itself_is_nowhere(session: Session, old: int, new: int) -> None:
    code = asked(session, new).code
    [kept] = session.scalars(select(Takeover.code_print)).all()
    assert kept is not None
    assert code not in kept


def test_a_phone_asks_so_often_a_day_and_no_more(session: Session, old: int, new: int) -> None:
    for _ in range(MOST_A_DAY):
        asked(session, new)
    with pytest.raises(TooManyTakeovers) as raised:
        asked(session, new)
    assert raised.value.until == NOW + timedelta(days=1)
    asked(session, new, NOW + timedelta(days=1))
    assert len(open_takeovers(session, EVERYWHERE, now=NOW + timedelta(days=1))) == 1


def test_refused_nothing_moves_and_the_new_phone_is_told(
    session: Session, old: int, new: int
) -> None:
    takeover = asked(session, new).takeover
    refuse_takeover(session, takeover.id, EVERYWHERE, actor="Dewi", reason="name", now=NOW)
    assert len(my_applications(session, old)) == 1
    assert told(session, new) == [("takeover_refused", "pending")]
    with pytest.raises(NoSuchTakeover):
        approved(session, takeover.id)
    last = session.scalars(select(TakeoverChange).order_by(TakeoverChange.id.desc())).first()
    assert last is not None
    assert (last.actor, last.to_state, last.reason) == ("staff:Dewi", "refused", "name")


def test_whoever_asked_can_leave_it(session: Session, old: int, new: int) -> None:
    takeover = asked(session, new).takeover
    with pytest.raises(NoSuchTakeover):
        withdraw_takeover(session, old, takeover.id, NOW)
    withdraw_takeover(session, new, takeover.id, NOW)
    with pytest.raises(NoSuchTakeover):
        approved(session, takeover.id)


def test_staff_of_another_provider_have_no_say(
    session: Session, stage: Stage, old: int, new: int
) -> None:
    others = frozenset({StaffRight(Role.ADMIN, stage.provider_id + 1)})
    request = asked(session, new)
    with pytest.raises(OtherProvider):
        find_takeover(session, request.code, others, now=NOW)
    with pytest.raises(OtherProvider):
        approve_takeover(session, request.takeover.id, others, actor="X", now=NOW, zone=WIB)
    with pytest.raises(OtherProvider):
        make_link(session, "PBK-2025-3-0001", others, actor="X", now=NOW)
    assert open_takeovers(session, others, now=NOW) == []
    ours = frozenset({StaffRight(Role.STAFF, stage.provider_id)})
    assert len(open_takeovers(session, ours, now=NOW)) == 1


def test_nobody_of_staff_lets_data_come_to_their_own_phone(
    session: Session, old: int, new: int
) -> None:
    takeover = asked(session, new).takeover
    with pytest.raises(OwnTakeover):
        approve_takeover(
            session, takeover.id, EVERYWHERE, actor="X", staff_id=new, now=NOW, zone=WIB
        )


def test_what_can_not_be_asked_for(session: Session, old: int, new: int) -> None:
    with pytest.raises(NoSuchApplication):
        ask_takeover(session, new, "PBK-2025-3-0099", now=NOW)
    with pytest.raises(AlreadyOnThisPhone):
        asked(session, old)
    stranger = ensure_account(session, BUDI.telegram_id, now=NOW)
    session.flush()
    with pytest.raises(ConsentMissing):
        asked(session, stranger.id)


def test_a_link_from_the_counter_brings_them_once(session: Session, old: int, new: int) -> None:
    budi = welcome(session, BUDI)
    code = make_link(session, "PBK-2025-3-0001", EVERYWHERE, actor="Dewi", now=NOW).code
    use_link(session, new, code, now=NOW, zone=WIB)
    with pytest.raises(NoSuchTakeover):
        use_link(session, budi, code, now=NOW, zone=WIB)
    assert len(my_applications(session, new)) == 1
    steps = [(each.actor, each.to_state, each.reason) for each in takeovers_in(session, new)]
    assert steps == [("staff:Dewi", "open", "card seen"), ("applicant", "done", None)]


def test_a_link_grows_old_within_the_hour(session: Session, old: int, new: int) -> None:
    code = make_link(session, "PBK-2025-3-0001", EVERYWHERE, actor="Dewi", now=NOW).code
    with pytest.raises(NoSuchTakeover):
        use_link(session, new, code, now=NOW + LINK_FOR, zone=WIB)


def test_of_two_phones_that_ask_one_gets_it(session: Session, old: int, new: int) -> None:
    budi = welcome(session, BUDI)
    first, second = asked(session, budi), asked(session, new)
    approved(session, second.takeover.id)
    with pytest.raises(NoSuchTakeover):
        approved(session, first.takeover.id)
    assert len(my_applications(session, new)) == 1


def test_an_erased_old_phone_leaves_the_record(session: Session, old: int, new: int) -> None:
    taken_over(session, new)
    session.delete(session.get_one(Account, old))
    session.flush()
    assert len(takeovers_in(session, new)) == 2
