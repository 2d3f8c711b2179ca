"""However a request is written, it is the same request."""

from __future__ import annotations

from typing import Any

from tests.emulator.telegram import Telegram
from tests.simulator import Simulator


def _content(answer: dict[str, Any]) -> dict[str, Any]:
    shown = answer["result"]
    return {key: shown[key] for key in ("text", "entities", "reply_markup", "chat")}


async def test_get_form_json_and_multipart_say_the_same(
    telegram: Telegram, people: Simulator, siti: int, button: dict[str, Any]
) -> None:
    told = {"chat_id": siti, "text": "a&b", "reply_markup": button}
    told["entities"] = [{"type": "bold", "offset": 0, "length": 1}]
    answers = [
        await telegram.query("sendMessage", **told),
        await telegram.form("sendMessage", **told),
        await telegram.answer("sendMessage", **told),
        await telegram.upload("sendMessage", {}, **told),
    ]
    calls = (await people.requests())[-4:]
    assert [_content(answer) for answer in answers] == [_content(answers[0])] * 4
    assert [call["parameters"] for call in calls] == [told] * 4


async def test_the_query_and_the_body_are_read_together(telegram: Telegram, siti: int) -> None:
    url = f"{telegram.base}/sendMessage?chat_id={siti}"
    async with telegram.session.post(url, data={"text": "halo"}) as response:
        assert (await response.json())["result"]["text"] == "halo"


async def test_a_body_that_cannot_be_read_is_a_400(telegram: Telegram) -> None:
    headers = {"Content-Type": "application/json"}
    url = f"{telegram.base}/getMe"
    for body in ("{", "[]", "[" * 100_000):
        async with telegram.session.post(url, data=body, headers=headers) as response:
            answer = await response.json()
            assert (response.status, answer["error_code"]) == (400, 400)


async def test_calls_are_numbered_and_listed_after_a_number(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    before = (await people.requests())[-1]["n"]
    await telegram.call("sendMessage", chat_id=siti, text="satu", disable_notification="true")
    await telegram.refusal("sendMessage", chat_id=siti)
    first, second = await people.requests(after=before)
    assert (first["n"], second["n"]) == (before + 1, before + 2)
    assert first["method"] == "sendMessage"
    assert first["parameters"] == {"chat_id": siti, "text": "satu", "disable_notification": True}
    assert first["answer"]["result"]["text"] == "satu"
    assert second["answer"]["error_code"] == 400
    assert second["violations"] == ["sendMessage: text: Field required"]
