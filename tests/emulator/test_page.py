"""Messages on the chat page, in a real browser: what is drawn, pressed, sent and changed."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import expect

from tests.emulator.echo_bot import EchoBot, png
from tests.emulator.page_stage import OpenPage, inline_button, last_from_bot, said_by, say
from tests.simulator import Simulator

pytest_plugins = ("tests.browser", "tests.emulator.page_stage")
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_formatting_is_drawn_and_never_parsed_as_html(
    seeker: int, open_page: OpenPage
) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "format")
    text = last_from_bot(page).get_by_test_id("text")
    for tag, words in {"b": "tebal miring", "b i": "miring", "u": "garis", "s": "coret"}.items():
        await expect(text.locator(tag)).to_have_text(words)
    await expect(text.locator("pre code")).to_have_text('print("halo")')
    await expect(text.locator("blockquote")).to_have_text("kutipan")
    await expect(text.locator("a")).to_have_attribute("href", "https://example.org/x")
    await expect(text).to_contain_text("<script>")
    secret = text.get_by_text("rahasia")
    await expect(secret).to_be_hidden()
    await text.get_by_role("button", name="Teks tersembunyi").press("Enter")
    await expect(secret).to_be_visible()


async def test_a_command_in_a_message_can_be_clicked(seeker: int, open_page: OpenPage) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "format")
    await last_from_bot(page).get_by_role("button", name="/bantuan").click()
    await expect(last_from_bot(page)).to_contain_text("Anda berkata: /bantuan")


async def test_a_press_is_answered_by_a_toast_or_an_alert(seeker: int, open_page: OpenPage) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "tombol")
    await inline_button(page, "Pesan").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Jawaban pesan")
    await inline_button(page, "Kotak").click()
    await expect(page.get_by_test_id("alert")).to_contain_text("Jawaban kotak")
    await page.get_by_test_id("alert-ok").click()
    await expect(page.get_by_test_id("alert")).to_have_count(0)


async def test_a_button_is_busy_until_the_bot_answers(
    seeker: int, open_page: OpenPage, echo_bot: EchoBot
) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "tombol")
    button = inline_button(page, "Tunggu")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    echo_bot.go_on.set()
    await expect(page.get_by_test_id("toast")).to_have_text("Jawaban tunggu")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_an_edit_changes_the_message_in_its_place(seeker: int, open_page: OpenPage) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "tombol")
    await inline_button(page, "Ubah").wait_for()
    message_id = await last_from_bot(page).get_attribute("data-message-id")
    await inline_button(page, "Ubah").click()
    await expect(last_from_bot(page).get_by_test_id("text")).to_have_text("Sudah diubah")
    await expect(last_from_bot(page).get_by_test_id("edited")).to_have_text("diedit ")
    await expect(last_from_bot(page)).to_have_attribute("data-message-id", str(message_id))
    await expect(last_from_bot(page).get_by_test_id("inline-button")).to_have_count(0)


async def test_a_deleted_message_is_gone(
    seeker: int, open_page: OpenPage, echo_bot: EchoBot
) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "halo")
    await expect(last_from_bot(page)).to_contain_text("Anda berkata: halo")
    message_id = await last_from_bot(page).get_attribute("data-message-id")
    await echo_bot.call("deleteMessage", chat_id=seeker, message_id=message_id)
    await expect(last_from_bot(page)).to_contain_text("Anda berkata: /start")


async def test_ready_answers_are_sent_and_can_be_folded(seeker: int, open_page: OpenPage) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "papan")
    await page.get_by_test_id("reply-button").get_by_text("Tidak").click()
    await expect(last_from_bot(page)).to_contain_text("Anda berkata: Tidak")
    await page.get_by_test_id("keyboard-toggle").click()
    await expect(page.get_by_test_id("reply-keyboard")).to_be_hidden()


async def test_a_phone_number_is_shared_only_after_a_question(
    seeker: int, open_page: OpenPage, sim: Simulator
) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "papan")
    share = page.get_by_test_id("reply-button").get_by_text("Kirim nomor")
    await share.click()
    await page.get_by_test_id("confirm-no").click()
    assert await said_by(sim, seeker) == ["/start", "papan"]
    await share.click()
    await page.get_by_test_id("confirm-yes").click()
    await expect(last_from_bot(page)).to_contain_text(f"milik {seeker}")
    await expect(page.get_by_test_id("contact")).to_contain_text("Siti")


async def test_a_location_is_chosen_and_sent(seeker: int, open_page: OpenPage) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "papan")
    await page.get_by_test_id("reply-button").get_by_text("Kirim lokasi").click()
    await page.get_by_test_id("latitude").fill("-6.25")
    await page.get_by_test_id("longitude").fill("106.5")
    await page.get_by_test_id("location-send").click()
    await expect(last_from_bot(page)).to_contain_text("Lokasi -6.25 106.5")


async def test_photos_and_files_are_uploaded_with_a_caption(
    seeker: int, open_page: OpenPage
) -> None:
    page = await open_page(f"?user={seeker}")
    photo: Any = {"name": "ktp.png", "mimeType": "image/png", "buffer": png(64, 40)}
    await page.get_by_test_id("attach").click()
    await page.get_by_test_id("photo-input").set_input_files(photo)
    await page.get_by_test_id("caption").fill("KTP saya")
    await page.get_by_test_id("upload-send").click()
    await expect(last_from_bot(page)).to_contain_text("Foto 64x40 (KTP saya)")
    paper: Any = {"name": "ijazah.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    await page.get_by_test_id("document-input").set_input_files(paper)
    await page.get_by_test_id("upload-send").click()
    await expect(last_from_bot(page)).to_contain_text("Berkas ijazah.pdf (-)")


async def test_pictures_files_and_places_from_the_bot_are_shown(
    seeker: int, open_page: OpenPage
) -> None:
    page = await open_page(f"?user={seeker}")
    await say(page, "foto")
    picture = last_from_bot(page).locator("img")
    await expect(picture).to_have_js_property("naturalWidth", 320)
    await say(page, "berkas")
    async with page.expect_download() as download:
        await last_from_bot(page).get_by_test_id("document").click()
    assert (await download.value).suggested_filename == "jadwal.ics"
    await say(page, "tempat")
    await expect(last_from_bot(page).get_by_test_id("place")).to_contain_text("-6,2447; 106,6632")
