"""What comes from off the path is answered kindly, and is never an error."""

from typing import Any

import pytest

from people.accounts import find_account
from tests.journeys.phones import account_of, newcomer, private, send
from tests.journeys.shared import seeker
from tests.running import Running
from tests.simulator import Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

FILE = {"file_id": "CAACAgIAAxkBAAI", "file_unique_id": "AgADAAI", "file_size": 2048}
SIZED = FILE | {"width": 320, "height": 320}
STICKER = SIZED | {"type": "regular", "is_animated": False, "is_video": False}
POLL = {
    "id": "5",
    "question": "Las atau jahit?",
    "options": [
        {"persistent_id": "a", "text": "Las", "voter_count": 0},
        {"persistent_id": "b", "text": "Jahit", "voter_count": 0},
    ],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
FROM_A_CHANNEL = {
    "type": "channel",
    "date": 1_700_000_000,
    "chat": {"id": -1005, "type": "channel", "title": "Loker Banten"},
    "message_id": 9,
}


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ({"sticker": STICKER}, "Terima kasih stikernya"),
        ({"voice": FILE | {"duration": 4}}, "Pesan suara belum bisa saya dengar"),
        ({"audio": FILE | {"duration": 4}}, "Rekaman belum bisa saya dengar"),
        ({"video": SIZED | {"duration": 4}}, "Video belum bisa saya lihat"),
        ({"video_note": FILE | {"duration": 4, "length": 240}}, "Video belum bisa saya lihat"),
        ({"photo": [SIZED], "caption": "ijazah"}, "tidak saya simpan"),
        ({"animation": SIZED | {"duration": 1}, "document": FILE}, "Gambar bergerak"),
        ({"document": FILE | {"file_name": "cv.pdf"}}, "Berkas belum saya perlukan"),
        ({"location": {"latitude": -6.2, "longitude": 106.6}}, "Lokasi belum saya perlukan"),
        ({"contact": {"phone_number": "0812", "first_name": "Wati"}}, "Nomor telepon belum"),
        ({"poll": POLL}, "Jajak pendapat"),
        ({"dice": {"emoji": "🎲", "value": 6}}, "Semoga beruntung"),
        ({"photo": [SIZED], "forward_origin": FROM_A_CHANNEL}, "Ini pesan terusan"),
    ],
)
async def test_what_is_no_text_is_named_for_what_it_is(
    village: Running, content: dict[str, Any], answer: str
) -> None:
    siti = await seeker(village)
    assert answer in await send(siti, **content)
    assert await siti.captions() == ["Bantuan", "⌂ Menu"]


@pytest.mark.parametrize(
    ("slip", "answer"),
    [
        ("/mneu", "Maksud Anda /menu?"),
        ("/lowngan", "Maksud Anda /lowongan?"),
        ("/jadwl besok", "Maksud Anda /jadwal?"),
        ("/START", "Pilih di bawah ini"),
        ("/cuaca_hari_ini", "Perintah itu belum saya kenal"),
        ("/batal", "Tidak ada yang sedang berjalan"),
    ],
)
async def test_a_slip_in_a_command_is_asked_back(village: Running, slip: str, answer: str) -> None:
    siti = await seeker(village)
    assert answer in await siti.say(slip)


async def test_edited_messages_are_asked_for_anew_and_edited_commands_run(village: Running) -> None:
    siti = await seeker(village)
    said = await siti.phone.say(siti.id, "kursus jahti")
    edit = {"edit_message_id": said["message_id"]}
    assert "Kirim sekali lagi" in await siti.say("kursus jahit", **edit)
    assert "Pilih di bawah ini" in await siti.say("/menu", **edit)


async def test_a_place_shared_live_is_answered_once(village: Running) -> None:
    siti = await seeker(village)
    place = {"latitude": -6.2, "longitude": 106.6, "live_period": 900}
    sent = await siti.phone.update(message=private(siti, location=place))
    heard = len(await siti.heard())
    moved = private(siti, location=place | {"latitude": -6.3}, edit_date=1_800_000_000)
    moved["message_id"] = (await siti.phone.transcript(siti.id))[-2]["message_id"]
    await siti.phone.update(edited_message=moved)
    assert sent is not None
    assert len(await siti.heard()) == heard


@pytest.mark.parametrize("data", ["zzz", "pr:", "pr:abc", "ks:-1:x", "v:abc", "🙃"])
async def test_buttons_nobody_knows_lead_back_to_the_menu(village: Running, data: str) -> None:
    siti = await seeker(village)
    await siti.phone.update(callback_query=pressed(siti.user, await siti.newest(), data))
    assert "Tombol itu dari layar lama" in await siti.screen()
    assert "Pilih di bawah ini" in await siti.press("⌂ Menu")


async def test_a_button_on_a_message_too_old_to_be_shown_is_answered_below(
    village: Running,
) -> None:
    siti = await seeker(village)
    heard = await siti.heard()
    old = {"chat": heard[-1]["chat"], "message_id": heard[-1]["message_id"], "date": 0}
    await siti.phone.update(callback_query=pressed(siti.user, old, "st"))
    assert "Pelatihan kerja di Banten" in await siti.screen()


async def test_a_button_on_a_message_that_was_deleted_is_answered_below(village: Running) -> None:
    siti = await seeker(village)
    message = await siti.newest()
    gone = message | {"message_id": message["message_id"] + 1000}
    await siti.phone.update(callback_query=pressed(siti.user, gone, "st"))
    assert "Pelatihan kerja di Banten" in await siti.screen()
    assert len(await siti.heard()) == 2


async def test_blocking_and_coming_back_does_no_harm(village: Running) -> None:
    siti = await seeker(village)
    await siti.phone.block(siti.id)
    await village.later()
    await siti.phone.unblock(siti.id)
    assert "Pilih di bawah ini" in await siti.say("/start")

    stranger = await newcomer(village, "Wati")
    await village.telegram.block(stranger.id)
    await village.telegram.unblock(stranger.id)
    assert account_of(stranger) is None


async def test_a_blocked_person_is_reachable_again_once_they_unblock(village: Running) -> None:
    siti = await seeker(village)
    with village.database.transaction() as session:
        account = find_account(session, siti.id)
        assert account is not None
        account.unreachable_since, account.unreachable_reason = village.clock(), "blocked"
    await siti.phone.block(siti.id)
    blocked = account_of(siti)
    await siti.phone.unblock(siti.id)
    back = account_of(siti)
    assert blocked is not None
    assert back is not None
    assert (blocked.unreachable_since is None, back.unreachable_since is None) == (False, True)


def pressed(user: Json, message: Json, data: str) -> Json:
    sender = {key: user[key] for key in ("id", "is_bot", "first_name")}
    query = {"id": f"{user['id']}{len(data)}", "from": sender, "message": message}
    return query | {"chat_instance": "1", "data": data}
