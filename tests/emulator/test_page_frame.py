"""The chat page around its messages: people, clock, theme, links, and a server that goes away."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.app.processes import free_port
from tests.emulator.on_disk import until_on_disk
from tests.emulator.page_stage import (
    PHONE,
    OpenPage,
    inline_button,
    last_from_bot,
    said_by,
    say,
)
from tests.simulator import TOKEN, Simulator

pytest_plugins = ("tests.browser", "tests.emulator.page_stage")
pytestmark = pytest.mark.asyncio(loop_scope="session")


ROOT = Path(__file__).parents[2]


async def brightness(page: Page) -> float:
    """The mean of the page's background channels, 0 (black) to 255."""
    colour = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    channels = [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]
    return sum(channels) / 3


async def test_the_theme_follows_the_device_until_one_is_chosen(
    seeker: int, open_page: OpenPage
) -> None:
    page = await open_page(f"?user={seeker}", color_scheme="dark")
    assert await brightness(page) < 60
    await page.get_by_test_id("theme").click()
    assert await brightness(page) > 200
    await page.reload()
    assert await brightness(page) > 200
    await expect(page.get_by_test_id("theme")).to_have_attribute("aria-label", "Tema: terang")


async def test_nothing_sticks_out_on_a_narrow_phone(seeker: int, open_page: OpenPage) -> None:
    page = await open_page(f"?user={seeker}", viewport=PHONE)
    for show in ("format", "tombol", "papan", "foto", "tempat", "x" * 300):
        await say(page, show)
    await expect(last_from_bot(page)).to_contain_text("Anda berkata: xxx")
    for box in ("document.documentElement", "document.getElementById('scroll')"):
        assert await page.evaluate(f"{box}.scrollWidth - {box}.clientWidth") == 0


async def test_a_phone_goes_from_the_list_to_a_chat_and_back(
    seeker: int, open_page: OpenPage
) -> None:
    page = await open_page(viewport=PHONE)
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    await page.locator(f'[data-user-id="{seeker}"]').click()
    await expect(page.get_by_test_id("composer")).to_be_visible()
    await expect(page.get_by_test_id("people")).to_be_hidden()
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("people")).to_be_visible()


async def test_the_start_button_begins_an_empty_chat(
    sim: Simulator, open_page: OpenPage, seeker: int
) -> None:
    rina = (await sim.add_user("Rina", about="PT Supra"))["id"]
    page = await open_page(f"?user={rina}")
    await page.get_by_test_id("start").click()
    await expect(last_from_bot(page)).to_contain_text("Anda berkata: /start")
    await expect(page.get_by_test_id("start")).to_be_hidden()


async def test_a_deep_link_in_the_address_is_sent_once(
    seeker: int, open_page: OpenPage, sim: Simulator
) -> None:
    page = await open_page(f"?user={seeker}&start=kelas_7")
    await expect(last_from_bot(page)).to_contain_text("/start kelas_7")
    await page.reload()
    await expect(last_from_bot(page)).to_contain_text("/start kelas_7")
    assert await said_by(sim, seeker) == ["/start", "/start kelas_7"]


async def test_a_deep_link_on_a_button_stays_in_the_chat(seeker: int, open_page: OpenPage) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "tombol")
    await inline_button(page, "Buka kelas").click()
    await expect(last_from_bot(page)).to_contain_text("/start kelas_7")


async def test_other_people_show_their_last_line_and_what_is_unread(
    seeker: int, open_page: OpenPage, sim: Simulator
) -> None:
    budi = (await sim.add_user("Budi", about="Peserta las"))["id"]
    page = await open_page(f"?user={seeker}")
    await sim.say(budi, "halo")
    row = page.locator(f'[data-user-id="{budi}"]')
    await expect(row.get_by_test_id("unread")).to_have_text("1")
    await expect(row).to_contain_text("Peserta las")
    await expect(row).to_contain_text("Anda berkata: halo")
    await row.click()
    await expect(row.get_by_test_id("unread")).to_have_count(0)


async def test_the_bot_is_seen_typing(seeker: int, open_page: OpenPage) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "ketik")
    await expect(page.get_by_test_id("typing")).to_be_visible()
    await expect(page.get_by_test_id("chat-subtitle")).to_have_text("sedang mengetik…")
    await say(page, "halo")
    await expect(page.get_by_test_id("typing")).to_be_hidden()


async def test_commands_are_offered_and_chosen_by_keyboard(
    seeker: int, open_page: OpenPage
) -> None:
    page = await open_page(f"?user={seeker}")
    await page.get_by_test_id("menu").click()
    await expect(page.get_by_test_id("command")).to_have_count(2)
    composer = page.get_by_test_id("composer")
    await composer.press_sequentially("/ban")
    await expect(page.get_by_test_id("command")).to_have_text(["Cara memakai/bantuan"])
    await composer.press("ArrowDown")
    await composer.press("Enter")
    await expect(last_from_bot(page)).to_contain_text("Anda berkata: /bantuan")


async def test_the_clock_moves_by_buttons_and_days_are_kept_apart(
    seeker: int, open_page: OpenPage, sim: Simulator
) -> None:
    page = await open_page(f"?user={seeker}")
    await expect(page.get_by_test_id("day")).to_have_text(["Hari ini"])
    await page.get_by_test_id("clock-day").click()
    await page.get_by_test_id("clock-hour").click()
    await expect(page.get_by_test_id("clock-offset")).to_have_text("+1 hari 1 jam")
    assert round((await sim.clock())["offset_s"]) == 25 * 3600
    await say(page, "halo")
    await expect(page.get_by_test_id("day").last).to_have_text("Hari ini")
    await expect(page.get_by_test_id("day")).to_have_count(2)
    await page.get_by_test_id("clock-reset").click()
    await expect(page.get_by_test_id("clock-offset")).to_be_empty()
    assert round((await sim.clock())["offset_s"]) == 0


async def test_a_person_blocks_the_bot_and_lets_it_in_again(
    seeker: int, open_page: OpenPage, sim: Simulator
) -> None:
    page = await open_page(f"?user={seeker}")
    await page.get_by_test_id("block").click()
    await page.get_by_test_id("confirm-yes").click()
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    people = {person["id"]: person for person in await sim.users()}
    assert people[seeker]["blocked"] is True
    await page.get_by_test_id("unblock").click()
    await expect(page.get_by_test_id("composer")).to_be_visible()


async def test_a_new_person_is_added_and_their_chat_opened(
    seeker: int, open_page: OpenPage
) -> None:
    page = await open_page(f"?user={seeker}")
    await page.get_by_test_id("add-person").click()
    await page.get_by_test_id("new-name").fill("Wulan")
    await page.get_by_test_id("new-about").fill("Lulusan SMK")
    await page.get_by_test_id("new-name").press("Enter")
    await expect(page.get_by_test_id("chat-subtitle")).to_have_text("Wulan · Lulusan SMK")


@asynccontextmanager
async def emulator_process(state: Path, port: int) -> AsyncIterator[str]:
    """The address of an emulator in a process of its own, which ends as in a power cut."""
    wanted = ("--token", TOKEN, "--state", str(state), "--port", str(port))
    command = (sys.executable, "-m", "emulator", *wanted)
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, cwd=ROOT)
    assert process.stdout is not None
    try:
        line = (await process.stdout.readline()).decode()
        yield line.split()[-1]
    finally:
        process.kill()
        await process.wait()


async def test_the_page_says_when_the_server_is_gone_and_comes_back_by_itself(
    browser: Browser, tmp_path: Path
) -> None:
    page, port = await browser.new_page(), free_port()
    async with emulator_process(tmp_path, port) as address, Simulator(address) as sim:
        siti = (await sim.add_user("Siti"))["id"]
        await page.goto(f"{address}/?user={siti}")
        await expect(page.get_by_test_id("chat-subtitle")).to_have_text("Siti")
        await expect(page.get_by_test_id("offline")).to_be_hidden()
        await until_on_disk(tmp_path, "Siti")
    await expect(page.get_by_test_id("offline")).to_be_visible()
    async with emulator_process(tmp_path, port), Simulator(address) as sim:
        await sim.add_user("Budi")
        await expect(page.get_by_test_id("offline")).to_be_hidden()
        await expect(page.get_by_test_id("person")).to_have_count(2)
        await expect(page.get_by_test_id("chat-subtitle")).to_have_text("Siti")
        await page.close()
