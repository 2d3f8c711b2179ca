"""Whatever somebody writes outside of a question is looked for, or understood as a button."""

import pytest

from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_however_it_is_spelt_it_is_found(town: Running) -> None:
    siti = await seeker(town)
    for text, title in (
        ("kursus jait", "🎓 Menjahit · dibuka"),
        ("mnjahit", "🎓 Menjahit · dibuka"),
        ("sy pengen bljr ngelas biar bs krj di pabrik", "🎓 Las SMAW A · dibuka"),
        ("sewing course", "🎓 Menjahit · dibuka"),
        ("MONTIR MOTOR!!!", "🎓 Teknik Sepeda Motor · dibuka"),
        ("kerja di jepang", "🎓 Pemagangan ke Jepang"),
    ):
        assert f"Untuk “{text}” ada" in await siti.say(text)
        assert title in await siti.captions()
    assert "Belajar sambil bekerja" in await siti.press("🎓 Pemagangan ke Jepang")


async def test_programmes_come_with_the_vacancies_of_their_trade(town: Running) -> None:
    siti = await seeker(town)
    await town.later()
    assert "lowongan" in await siti.say("las")
    found = await siti.captions()
    assert "💼 Juru Las (Welder) SMAW/GMAW · Pasar Kemis" in found
    assert len(found) <= 8 + 1
    shown = await siti.press("💼 Juru Las (Welder) SMAW/GMAW · Pasar Kemis")
    assert "Rp 4.900.000 – Rp 5.600.000 per bulan" in shown


async def test_where_nothing_fits_it_says_so(town: Running) -> None:
    siti = await seeker(town)
    for text in ("astronot", "<b>", "<script>alert(1)</script>", "🙏🙏", "?", "zzz " * 900):
        assert "belum ada pelatihan atau lowongan" in await siti.say(text[:4000])
    assert await siti.captions() == ["🎓 Lihat pelatihan", "💼 Lihat lowongan", "⌂ Menu"]


async def test_words_that_ask_for_no_subject_lead_where_they_mean_to(town: Running) -> None:
    siti = await seeker(town)
    for text in ("daftar", "Mau daftar", "cara daftar?"):
        assert "Menurut bidang" in "\n".join([await siti.say(text), *await siti.captions()])
    for text in ("Terima kasih", "halo kak", "P", "makasih 🙏"):
        assert (await siti.say(text)).startswith("Jawara, pendamping")
    for text in ("nomor saya", "pendaftaran saya", "pengumuman"):
        assert (await siti.say(text)).startswith("📅 Jadwal saya")


async def test_signs_of_html_and_long_texts_are_said_back_as_they_are(town: Running) -> None:
    siti = await seeker(town)
    assert "Untuk “las <b>& jahit</b>” ada" in await siti.say("las <b>& jahit</b>")
    long = await siti.say("saya mau kursus las " * 150)
    assert "…” ada" in long
    assert len(long) < 200


@pytest.mark.parametrize(
    ("word", "opened"),
    [
        ("menu", "Pilih di bawah ini"),
        ("Kembali", "Pilih di bawah ini"),
        ("lewati", "Pilih di bawah ini"),
        ("lanjut", "Pilih di bawah ini"),
        ("batal", "Tidak ada yang sedang berjalan"),
        ("lowongan", "Lowongan dari perusahaan mitra"),
        ("loker", "Lowongan dari perusahaan mitra"),
        ("jadwal", "Jadwal saya"),
        ("pengaturan", "Pengaturan"),
        ("Tolong!", "Bantuan"),
        ("kursus", "Pelatihan kerja di Banten"),
    ],
)
async def test_words_work_like_buttons(village: Running, word: str, opened: str) -> None:
    siti: Seeker = await seeker(village)
    assert opened in await siti.say(word)
