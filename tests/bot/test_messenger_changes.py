"""What is shared by many, and what is mended or taken back after it was delivered."""

from typing import Any

import pytest
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from bot.context import House
from bot.letters import SharedWriter
from bot.outgoing import Outgoing
from notices.sender import Letter, Moot, Rejected
from storage.memory import reads
from storage.models import Meeting
from tests.bot.letter_box import Post
from tests.cast import SITI
from texts import Speaker, speaker

RECALLED = speaker("id")("broadcast-recalled")
HELLO = Outgoing("sendMessage", {"text": "<b>Halo</b>", "parse_mode": "HTML"})
RECALL = Outgoing("deleteMessage", {})
TWO_DAYS_S = 48 * 3600
PDF = b"%PDF-1.4 jadwal"


def told(outgoing: Outgoing | None, heard: list[tuple[int, str]] | None = None) -> SharedWriter:
    """Writes this, whatever the broadcast and the language."""

    @reads("broadcasts")
    def write(_session: Session, broadcast_id: int, language: str) -> Outgoing | None:
        if heard is not None:
            heard.append((broadcast_id, language))
        return outgoing

    return write


async def broadcast(post: Post, outgoing: Outgoing = HELLO) -> int:
    """It has arrived at Siti's; the message's number."""
    await post.started()
    post.shares({"broadcast": told(outgoing)})
    number = await post.send(kind="broadcast", facts={"broadcast_id": 5})
    assert isinstance(number, int)
    return number


async def document(post: Post) -> Outgoing:
    """One that Siti has sent herself, to be sent on by its file_id."""
    sent = await post.telegram.send_file(SITI.telegram_id, PDF, "jadwal.pdf")
    parameters = {"document": sent["document"]["file_id"], "caption": "<i>Jadwal</i>"}
    return Outgoing("sendDocument", {**parameters, "parse_mode": "HTML"})


async def change(post: Post, number: int, outgoing: Outgoing) -> Any:
    post.shares({"broadcast_fix": told(outgoing)})
    facts = {"broadcast_id": 5, "message_id": number}
    return await post.send(kind="broadcast_fix", facts=facts)


async def seen(post: Post) -> list[str]:
    """The texts and captions of what stands in the chat from the bot."""
    messages = await post.telegram.transcript(SITI.telegram_id)
    return [
        each.get("text") or each.get("caption", "") for each in messages if each["from"]["is_bot"]
    ]


async def test_what_is_shared_is_written_once_for_a_language(post: Post) -> None:
    await post.started()
    heard: list[tuple[int, str]] = []
    post.shares({"broadcast": told(HELLO, heard)})
    for language in ("id", "id", "en", "id"):
        await post.send(kind="broadcast", facts={"broadcast_id": 5}, language=language)
    assert heard == [(5, "id"), (5, "en")]
    assert await seen(post) == ["Halo"] * 4
    assert await post.telegram.violations() == []


async def test_letters_that_say_the_same_are_written_once(post: Post) -> None:
    await post.started()
    heard: list[tuple[str, int, str]] = []

    def write(_session: Session, letter: Letter, t: Speaker, _house: House) -> Outgoing:
        heard.append((letter.kind, letter.facts["meeting_id"], t.language))
        return HELLO

    post.writes({"meeting_soon": write, "meeting_moved": write, "admitted": write})
    for number, kind, meeting, language in (
        (1, "meeting_soon", 1, "id"),
        (2, "meeting_soon", 1, "id"),
        (3, "meeting_soon", 1, "en"),
        (4, "meeting_soon", 2, "id"),
        (5, "meeting_moved", 1, "id"),
        (6, "admitted", 1, "id"),
        (7, "admitted", 1, "id"),
    ):
        facts = {"meeting_id": meeting, "revision": 0}
        await post.send(notice_id=number, kind=kind, facts=facts, language=language)
    assert heard == [
        ("meeting_soon", 1, "id"),
        ("meeting_soon", 1, "en"),
        ("meeting_soon", 2, "id"),
        ("meeting_moved", 1, "id"),
        ("admitted", 1, "id"),
        ("admitted", 1, "id"),
    ]


async def test_a_meeting_that_was_moved_meanwhile_is_read_again(post: Post) -> None:
    await post.started()
    await post.send()
    with post.house.database.transaction() as session:
        session.get_one(Meeting, post.letter.facts["meeting_id"]).revision += 1
    with pytest.raises(Moot):
        await post.send()


async def test_what_is_not_to_be_told_any_more_is_moot(post: Post) -> None:
    post.shares({"broadcast": told(None)})
    with pytest.raises(Moot):
        await post.send(kind="broadcast", facts={"broadcast_id": 5})


async def test_a_document_goes_by_its_id_with_its_caption(post: Post) -> None:
    await post.started()
    number = await broadcast(post, await document(post))
    message = await post.last()
    assert (message["message_id"], message["caption"]) == (number, "Jadwal")
    assert await post.telegram.file(message["document"]["file_id"]) == PDF


async def test_html_that_is_refused_is_tried_but_once(post: Post) -> None:
    await post.started()
    post.shares({"broadcast": told(Outgoing("sendMessage", {**HELLO.parameters, "text": "<b>A"}))})
    with capture_logs() as logs:
        for _ in range(3):
            await post.send(kind="broadcast", facts={"broadcast_id": 5})
    assert await seen(post) == ["A"] * 3
    assert [log["event"] for log in logs] == ["letter's HTML refused"]
    calls = [call for call in await post.telegram.requests() if call["method"] == "sendMessage"]
    assert [call["answer"]["ok"] for call in calls] == [False, True, True, True]


async def test_a_caption_whose_html_is_refused_arrives_plain(post: Post) -> None:
    await post.started()
    parameters = {**(await document(post)).parameters, "caption": "<b>A &amp; B"}
    await broadcast(post, Outgoing("sendDocument", parameters))
    assert (await post.last())["caption"] == "A & B"


async def test_a_correction_changes_the_message(post: Post) -> None:
    number = await broadcast(post)
    fix = Outgoing("editMessageText", {"text": "Maaf: <b>besok</b>", "parse_mode": "HTML"})
    assert await change(post, number, fix) == number
    assert await seen(post) == ["Maaf: besok"]
    assert await change(post, number, fix) == number  # it is so already
    assert await seen(post) == ["Maaf: besok"]
    assert await post.telegram.violations() == []


async def test_a_correction_of_what_is_gone_is_moot(post: Post) -> None:
    number = await broadcast(post)
    assert await change(post, number, RECALL) == number
    with pytest.raises(Moot, match="the message is gone"):
        await change(post, number, Outgoing("editMessageText", {"text": "Maaf"}))


async def test_a_recall_deletes_the_message(post: Post) -> None:
    number = await broadcast(post)
    assert await change(post, number, RECALL) == number
    assert await seen(post) == []
    assert await change(post, number, RECALL) == number  # it is gone already


async def test_a_text_too_old_to_be_deleted_says_so(post: Post) -> None:
    number = await broadcast(post)
    await post.telegram.advance(TWO_DAYS_S + 60)
    for _ in range(2):
        assert await change(post, number, RECALL) == number
        assert await seen(post) == [RECALLED]
    assert await post.telegram.violations() == []


async def test_a_document_too_old_to_be_deleted_says_so(post: Post) -> None:
    await post.started()
    number = await broadcast(post, await document(post))
    await post.telegram.advance(TWO_DAYS_S + 60)
    for _ in range(2):
        assert await change(post, number, RECALL) == number
        assert await seen(post) == [RECALLED]


async def test_a_change_that_is_refused_is_our_mistake(post: Post) -> None:
    number = await broadcast(post)
    with pytest.raises(Rejected, match="message text is empty"):
        await change(post, number, Outgoing("editMessageText", {"text": " "}))
