"""What staff type or send long after the desk has asked for it is no answer any more."""

import pytest
from sqlalchemy import select

from bot.presses import selection as to
from storage.models import Application, Assessment, Ranking, RankOverride
from tests.journeys.desk import tapped
from tests.journeys.documents import send_file
from tests.journeys.selections import XLSX, drawn, number, sheet
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

AN_HOUR_S = 3600


def desk(town: Running, class_id: int) -> list[object]:
    """Points, what the list is, and moves on it."""
    with town.database.snapshot() as session:
        ours = Application.class_id == class_id
        points = session.scalars(select(Assessment.score).join(Application).where(ours))
        states = session.scalars(select(Ranking.state).where(Ranking.class_id == class_id))
        return [
            sorted(points.all(), key=str),
            states.all(),
            session.scalars(select(RankOverride.id)).all(),
        ]


async def test_a_file_a_minute_and_a_move_that_come_late(town: Running) -> None:
    class_id, people, ratna = await drawn(town, "menjahit", 870_000, count=2)
    before = desk(town, class_id)
    await tapped(ratna, to.AskScores(class_id))
    await town.later(AN_HOUR_S + 1)
    await send_file(ratna, sheet(people, (10, 10), (99, 99)), "nilai.xlsx", XLSX)
    assert (await ratna.screen()).startswith("📝 Ini lembar kerja.")
    assert desk(town, class_id) == before

    await tapped(ratna, to.AskMinute(class_id))
    await town.later(AN_HOUR_S + 1)
    assert "ditawari kursi" not in await ratna.say("besok 10.00")

    await tapped(ratna, to.AskMove(class_id))
    await town.later(AN_HOUR_S + 1)
    await ratna.say(f"{number(people[1])[-4:]} 1 Peringkat lama keliru")
    assert desk(town, class_id) == before


async def test_whoever_goes_on_answering_is_listened_to(town: Running) -> None:
    class_id, people, ratna = await drawn(town, "las-smaw-b", 871_000, count=2)
    await tapped(ratna, to.AskScores(class_id))
    for points in ("70", "75"):
        await town.later(AN_HOUR_S - 60)
        assert "Tercatat" in await ratna.say(f"nilai {number(people[0])[-4:]} tes {points}")
    await town.later(AN_HOUR_S - 60)
    taken = await send_file(ratna, sheet(people, (10, 10), (99, 99)), "nilai.xlsx", XLSX)
    assert taken.startswith("4 nilai dibaca, 4 di antaranya baru atau berubah.")
