"""Buttons of staff with the ids of real broadcasts, pressed by who is none, or no more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select
from sqlalchemy.orm import Session

from announcements import broadcasts, questions
from announcements.broadcasts import BroadcastState
from announcements.buttons import Button
from announcements.filling import fill_step
from announcements.questions import Question
from bot.callbacks import Press
from bot.conversations.broadcast_buttons import PRESSES as WRITING
from bot.presses import broadcasts as to_broadcasts
from bot.presses import staff as to_staff
from bot.presses.broadcasts import ApproveBroadcast, AskRefuse, BroadcastPress, RefuseBroadcast
from bot.routes import PRESSES
from people.staff import Role, revoke
from storage.models import Broadcast, BroadcastChange, BroadcastJob, Notice
from tests.journeys.desk import newest, officer, tapped, toast
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

OLD_BUTTON = "Tombol itu dari layar lama"
TABLES = (Broadcast, BroadcastChange, BroadcastJob, Notice)
MODULES = (to_broadcasts.__name__, to_staff.__name__)
KINDS = [kind for kind in PRESSES if kind.__module__ in MODULES and kind is not BroadcastPress]
VALUES: dict[str, Any] = {
    "step": "text",
    "kind": "programme",
    "target_id": 1,
    "which": "regions",
    "value": "serang",
    "on": True,
    "page": 0,
    "minutes": 0,
    "again": True,
    "submission": 1,
    "why": "text",
}


@dataclass
class Scene:
    """Broadcasts in states in which something can be done; their author is staff no more."""

    jawara: Running
    ids: dict[str, int]
    stranger: Seeker
    author: Seeker
    colleague: Seeker

    def rows(self) -> list[list[tuple[Any, ...]]]:
        """All that is kept of broadcasts, and all that somebody is to be told."""
        with self.jawara.database.snapshot() as session:
            return [
                [tuple(row) for row in session.execute(select(t.__table__).order_by("id"))]
                for t in TABLES
            ]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(village: Running) -> Scene:
    author = await officer(village, "Bu Ratna", Role.APPROVER)
    await author.press("Tulis siaran baru")
    await author.say("Belum selesai.")
    await author.say("nanti")
    ids = {"draft": newest(village).id}
    stranger, colleague = await seeker(village), await officer(village, "Pak Dedi")
    with village.database.transaction() as session:
        revoke(session, author.account_id())
    await village.later(3)  # what was read lately is forgotten by then
    with village.database.transaction() as session:
        ids["waiting"] = submitted(session, author.account_id(), village.clock(), above=0)
        ids["paused"] = submitted(session, None, village.clock(), above=10**6)
        paused(session, ids["paused"], village.clock())
        questions.ask(session, ids["draft"], Question.TEXT, by=author.account_id())
    return Scene(village, ids, stranger, author, colleague)


def submitted(session: Session, author_id: int | None, now: datetime, *, above: int) -> int:
    """To everybody; nobody's would be one of the command line, which has no panel in a chat."""
    view = broadcasts.begin_draft(session, author_id, actor="Bu Ratna", now=now)
    broadcasts.write_text(session, view.id, html="Kumpul besok.")
    broadcasts.add_button(session, view.id, Button("join", "Ikut"))
    broadcasts.submit(
        session, view.id, actor="Bu Ratna", start_at=None, approve_above=above, now=now
    )
    return view.id


def paused(session: Session, broadcast_id: int, now: datetime) -> None:
    """With all its recipients written, so that the clock leaves it as it is."""
    while fill_step(session, broadcast_id, most=1000, now=now):
        pass
    broadcasts.pause(session, broadcast_id, actor="Bu Ratna", now=now)


def made(kind: type[Press], broadcast_id: int) -> Press:
    values = {"broadcast_id": broadcast_id, **VALUES}
    return kind(**{name: values[name] for name in kind.names})


async def test_every_button_of_staff_is_among_them() -> None:
    ours = {kind for kind in Press.kinds.values() if kind.__module__ in MODULES}
    assert set(KINDS) == ours - {BroadcastPress}
    assert set(WRITING) <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
async def test_to_who_is_no_staff_it_is_like_an_unknown_button_and_does_nothing(
    scene: Scene, kind: type[Press]
) -> None:
    before = scene.rows()
    for person in (scene.stranger, scene.author):
        for broadcast_id in scene.ids.values():
            assert OLD_BUTTON not in await person.say("/menu")
            assert OLD_BUTTON in await tapped(person, made(kind, broadcast_id))
    assert scene.rows() == before


@pytest.mark.parametrize("kind", [ApproveBroadcast, AskRefuse, RefuseBroadcast])
async def test_plain_staff_decide_nothing(scene: Scene, kind: type[Press]) -> None:
    before = scene.rows()
    told = await toast(scene.colleague, made(kind, scene.ids["waiting"]))
    assert told.startswith("Menyetujui siaran hanya untuk penyetuju.")
    assert scene.rows() == before


async def test_a_button_of_what_was_never_sent_opens_for_staff_alone(scene: Scene) -> None:
    press = BroadcastPress(scene.ids["waiting"], 0)
    gone = "Yang dituju tombol ini sudah tidak ada."
    for person in (scene.stranger, scene.author):
        assert (await toast(person, press)).startswith(gone)
    assert "Tercatat" in await toast(scene.colleague, press)
    sent = BroadcastPress(scene.ids["paused"], 0)
    assert "Tercatat" in await toast(scene.stranger, sent)  # forwarded to them, for one


async def test_the_scene_has_stayed_as_it_was(scene: Scene) -> None:
    with scene.jawara.database.snapshot() as session:
        states = {name: broadcasts.find(session, id_).state for name, id_ in scene.ids.items()}
    assert states == {name: BroadcastState(name) for name in scene.ids}
