"""Screens are edited in place where that is possible, and sent anew where it is not."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot.presses.menu import OpenHelp, OpenMenu
from tests.journeys.shared import Seeker, seeker, shared_jawara
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def jawara(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Running]:
    async with shared_jawara(request, tmp_path_factory.mktemp("screens"), "sqlite") as here:
        yield here


async def beginnings(person: Seeker) -> list[str]:
    """The first line of each of the bot's messages."""
    return [message["text"].splitlines()[0] for message in await person.heard()]


async def test_a_tap_edits_and_words_are_answered_below(jawara: Running) -> None:
    siti = await seeker(jawara)
    [menu] = await beginnings(siti)
    await siti.press_old(OpenHelp())
    [help_] = await beginnings(siti)
    assert help_ != menu
    await siti.say("/menu")
    assert await beginnings(siti) == [help_, menu]


async def test_a_second_tap_changes_nothing_and_nobody_notices(jawara: Running) -> None:
    siti = await seeker(jawara)
    with capture_logs() as logs:
        await siti.press_old(OpenMenu())
    [told] = refusals(await jawara.telegram.requests(), siti)
    assert told.startswith("Bad Request: message is not modified: ")
    assert len(await siti.heard()) == 1
    assert logs == []


@pytest.mark.parametrize(
    "why",
    [
        "message can't be edited",
        "message to edit not found",
        "there is no text in the message to edit",
    ],
)
async def test_what_cant_be_edited_any_more_is_answered_below(jawara: Running, why: str) -> None:
    siti = await seeker(jawara)
    [menu] = await beginnings(siti)
    fault = {"status": 400, "description": why, "methods": ["editMessageText"], "count": 1}
    await jawara.telegram.faults(errors=fault)
    with capture_logs() as logs:
        await siti.press_old(OpenHelp())
    [first, second] = await beginnings(siti)
    assert (first, second != menu) == (menu, True)
    assert logs == []


async def test_a_spinner_that_cant_be_stopped_costs_nobody_the_screen(jawara: Running) -> None:
    siti = await seeker(jawara)
    [menu] = await beginnings(siti)
    fault = {"status": 502, "methods": ["answerCallbackQuery"], "count": 3}
    await jawara.telegram.faults(errors=fault)
    with capture_logs() as logs:
        await siti.press_old(OpenHelp())
    [help_] = await beginnings(siti)
    assert help_ != menu
    assert [entry["log_level"] for entry in logs] == ["warning"]


async def test_a_message_telegram_no_longer_shows_us_is_answered_below(jawara: Running) -> None:
    siti = await seeker(jawara)
    chat = {"id": siti.id, "type": "private", "first_name": "Siti"}
    await jawara.telegram.update(
        callback_query={
            "id": "1",
            "from": {"id": siti.id, "is_bot": False, "first_name": "Siti"},
            "message": {"message_id": 999_999, "date": 0, "chat": chat},
            "chat_instance": "1",
            "data": OpenHelp().pack(),
        }
    )
    assert len(await siti.heard()) == 2


async def test_a_tap_that_is_too_old_to_be_acknowledged_is_answered_all_the_same(
    jawara: Running,
) -> None:
    siti = await seeker(jawara)
    why = "query is too old and response timeout expired or query ID is invalid"
    fault = {"status": 400, "description": why, "methods": ["answerCallbackQuery"], "count": 1}
    await jawara.telegram.faults(errors=fault)
    with capture_logs() as logs:
        await siti.press_old(OpenHelp())
    assert len(await siti.heard()) == 1
    assert logs == []


async def test_any_other_refusal_is_our_mistake_and_comes_to_light(jawara: Running) -> None:
    siti = await seeker(jawara)
    [menu] = await beginnings(siti)
    fault = {"status": 400, "description": "BUTTON_DATA_INVALID", "methods": ["editMessageText"]}
    await jawara.telegram.faults(errors={**fault, "count": 1})
    with capture_logs() as logs:
        await siti.press_old(OpenHelp())
    assert [log["event"] for log in logs] == ["handler failed"]
    assert (await beginnings(siti))[0] == menu
    assert (await siti.screen()).startswith("⚠️ Maaf")


def refusals(calls: list[dict[str, object]], person: Seeker) -> list[str]:
    """What the emulator has refused in this person's chat."""
    told: list[str] = []
    for call in calls:
        answer, parameters = call["answer"], call["parameters"]
        assert isinstance(answer, dict)
        assert isinstance(parameters, dict)
        if not answer["ok"] and parameters.get("chat_id") == person.id:
            told.append(answer["description"])
    return told
