"""The participant card: a picture that a phone's camera reads, whatever stands on it."""

import io

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.card_picture import WIDTH, CardFace, draw_card, drawable

LINK = "https://t.me/jawara_demo_bot?start=h_abcdefghijklmnopqrstuvwx"
SIGHTS = (1, 3)
"""As it is, and as small as a cracked phone may show it."""


def face(name: str, place: str = "UPTD Pelatihan Kerja") -> CardFace:
    facts = [("Pelatihan", "Las SMAW A"), ("Gelombang", "Gelombang 3"), ("Tempat", place)]
    return CardFace("KARTU PESERTA", name, facts, "PBK-2025-3-0147", "Tunjukkan.")


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


@pytest.mark.parametrize("smaller", SIGHTS)
def test_a_camera_reads_its_code(smaller: int) -> None:
    picture = opened(draw_card(face("Siti Aminah"), LINK))
    assert (picture.format, picture.width) == ("PNG", WIDTH)
    size = picture.width // smaller, picture.height // smaller
    assert read(picture.convert("L").resize(size)) == [LINK]


@pytest.mark.parametrize(
    "name",
    [
        "Siti",
        "Siti Nur'aini Aminah binti Muhammad Sulaiman",
        "W" * 100,
        " ".join(["Raden"] * 17),
        "José Ñandú Łukasz",
        "محمد",
        "",
    ],
)
def test_any_name_fits(name: str) -> None:
    picture = opened(draw_card(face(name, place="Balai " * 26), LINK))
    assert read(picture) == [LINK]
    assert picture.height < 2 * WIDTH
    grey = picture.convert("L")
    edges = [grey.crop(box) for box in ((0, 0, 18, grey.height), (26, 60, 55, grey.height - 60))]
    assert [edge.getextrema() for edge in edges] == [(255, 255)] * 2  # nothing runs over


def test_it_is_black_on_white_and_light_to_send() -> None:
    data = draw_card(face("Siti Nur'aini Aminah binti Muhammad Sulaiman"), LINK)
    assert opened(data).convert("L").getextrema() == (0, 255)
    assert len(data) < 80_000


def test_letters_that_the_font_lacks_lose_their_accents() -> None:
    assert drawable("José  Ñandú’s – Łódź") == "Jose Nandu's - Lodz"
    assert drawable("محمد") == ""


@settings(max_examples=10, deadline=None)
@given(st.text(min_size=1, max_size=100))
def test_hostile_words_do_no_harm(text: str) -> None:
    assert read(opened(draw_card(face(text, text), LINK))) == [LINK]
