"""Staff: joining by a link, their desk, and that it is nobody else's."""

import asyncio
from datetime import timedelta

import pytest

from bot.presses.broadcasts import ListBroadcasts, NewBroadcast
from bot.presses.staff import ListUntold, OpenStaff
from bot.staff_reading import list_untold
from intake.applications.rows import my_applications
from intake.seats.admitting import admit
from people.staff import Role, invite, revoke
from tests.journeys.desk import applicants, officer
from tests.journeys.phones import newcomer
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

PATIENCE_S = 60
OLD_BUTTON = "Tombol itu dari layar lama"
USED_UP = "Tautan ini sudah dipakai, atau masa berlakunya sudah lewat."


async def test_a_link_makes_whoever_opens_it_first_staff(town: Running) -> None:
    code = invited(town, "Bu Ratna")
    ratna = await newcomer(town, "Ratna")
    welcome = await ratna.say(f"/start staf-{code}")
    assert welcome.startswith("📣 Selamat bergabung, Bu Ratna. Anda sekarang penyetuju siaran")
    assert "Halo, Bu Ratna." in await ratna.press("Buka meja petugas")
    assert "Halo, Bu Ratna." in await ratna.say(f"/start staf-{code}")  # once more: no harm
    siti = await seeker(town)
    assert (await siti.say(f"/start staf-{code}")).startswith(USED_UP)
    assert OLD_BUTTON in await tapped(siti, OpenStaff())


async def test_a_link_that_is_too_old_or_made_up_is_of_no_use(town: Running) -> None:
    siti = await seeker(town)
    old = invited(town, "Pak Dedi", days_ago=3)
    assert (await siti.say(f"/start staf-{old}")).startswith(USED_UP)
    assert (await siti.say("/start staf-tebakan")).startswith(USED_UP)
    assert (await siti.say("/start staf")).startswith(USED_UP)


async def test_staff_find_their_command_in_the_menu_and_others_do_not(town: Running) -> None:
    code = invited(town, "Bu Ratna")
    ratna = await newcomer(town, "Ratna")
    await ratna.say(f"/start staf-{code}")
    told = [
        call["parameters"]
        for call in await town.telegram.requests()
        if call["method"].lower() == "setmycommands"
    ]
    with_staf = [each for each in told if "'staf'" in str(each["commands"])]
    assert all("scope" in each for each in with_staf)
    assert str(ratna.id) in str(with_staf[-1]["scope"])


async def test_to_others_the_desk_is_like_what_was_never_there(town: Running) -> None:
    siti = await seeker(town)
    assert await siti.say("/staf") == await siti.say("/stad")
    for press in (OpenStaff(), ListUntold(0), NewBroadcast(), ListBroadcasts(0)):
        assert OLD_BUTTON in await tapped(siti, press)


async def test_who_is_staff_no_more_is_led_out_of_what_was_begun(town: Running) -> None:
    ratna = await officer(town, "Bu Ratna")
    await ratna.press("Tulis siaran baru")
    with town.database.transaction() as session:
        revoke(session, ratna.account_id())
    await town.later(3)  # what was read lately is forgotten by then
    assert "Menjahit" in str(await said_buttons(ratna, "jahit"))
    assert OLD_BUTTON in await tapped(ratna, NewBroadcast())


async def test_staff_see_who_could_not_be_told_and_can_call_them(town: Running) -> None:
    ratna = await officer(town, "Bu Ratna")
    await ratna.press("Lihat yang lain")
    assert "Tidak ada yang perlu dihubungi" in await ratna.press("Lihat belum tersampaikan")
    people = await applicants(town, "animasi", 6, first_id=8001)
    for person in people:
        await town.telegram.block(person.id)
    with town.database.transaction() as session:
        for person in people:
            [application] = my_applications(session, person.account_id())
            admit(session, application.number, actor="Bu Ratna", now=town.clock())
    await untold_are(town, 6)
    told = await tapped(ratna, ListUntold(0))
    assert "Belum tersampaikan kepada 6 orang" in told
    line = "Siti Aminah, +6281234560001: diterima di pelatihan. Memblokir Jawara, sejak "
    assert told.count(line) == 5
    assert (await ratna.press("Berikutnya ›")).count(line) == 1
    assert await ratna.captions() == ["‹ Sebelumnya", "‹ Kembali", "⌂ Menu"]
    for person in people:
        await town.telegram.unblock(person.id)
    await town.later(1)
    assert "Tidak ada yang perlu dihubungi" in await tapped(ratna, ListUntold(9))


async def untold_are(town: Running, count: int) -> None:
    """Wait for the courier to find out; what waits for them is never due to anybody else."""
    town.jawara.nudge()
    async with asyncio.timeout(PATIENCE_S):
        while (await town.database.read(list_untold, 0, town.clock())).people < count:  # noqa: ASYNC110  # a row
            await asyncio.sleep(0.05)


def invited(town: Running, name: str, *, days_ago: int = 0) -> str:
    with town.database.transaction() as session:
        return invite(
            session,
            Role.APPROVER,
            provider_id=None,
            name=name,
            invited_by="test",
            now=town.clock() - timedelta(days=days_ago),
        )


async def tapped(person: Seeker, press: object) -> str:
    """An old button, pressed again; what is said then."""
    await person.press_old(press)  # type: ignore[arg-type]  # any press will do
    return await person.screen()


async def said_buttons(person: Seeker, text: str) -> list[str]:
    await person.say(text)
    return await person.captions()
