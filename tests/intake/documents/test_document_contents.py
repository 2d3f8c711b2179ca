"""What a file is, by its content alone, and what is left of it."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from intake.documents.contents import JPEG, KEPT_SIDE, MOST_BYTES, MOST_PAGES, PDF, examine
from intake.documents.errors import (
    BadDocument,
    BrokenPdf,
    BrokenPicture,
    DocumentTooLarge,
    HeicPicture,
    LockedPdf,
    PdfTooLong,
    PictureTooLarge,
    PictureTooSmall,
    UnknownDocument,
)
from tests.files import HEIC, WORD, pdf, picture, scripted_pdf

PICTURE, PNG, SCAN = picture(), picture(kind="PNG"), pdf(2)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Telepon milik Siti"
    exif.get_ifd(0x8825)[1] = "S"
    return picture(800, 400, exif=exif)


def bomb(side: int) -> bytes:
    """A few hundred bytes that claim to be a picture of so many pixels a side."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(10**6))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_pictures_of_any_colours_become_plain_jpegs(mode: str, kind: str) -> None:
    written = BytesIO()
    try:
        Image.new(mode, (300, 250)).save(written, kind)
    except OSError:
        return  # there are none such
    content = examine(written.getvalue())
    assert (content.media, content.pages) == (JPEG, 1)
    assert (opened(content.data).size, opened(content.data).mode) == ((300, 250), "RGB")


def test_place_phone_and_turn_of_a_photograph_stay_behind() -> None:
    sent = with_place()
    assert b"Telepon milik Siti" in sent
    clean = examine(sent).data
    assert b"Telepon milik Siti" not in clean
    assert dict(opened(clean).getexif()) == {}
    assert opened(clean).size == (400, 800)


def test_a_large_picture_is_kept_as_large_as_it_is_read() -> None:
    clean = opened(examine(picture(4000, 2000)).data)
    assert clean.size == (KEPT_SIDE, KEPT_SIDE // 2)


def test_transparency_becomes_paper() -> None:
    written = BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(written, "PNG")
    assert opened(examine(written.getvalue()).data).getpixel((9, 9)) == (255, 255, 255)


def test_what_follows_a_picture_stays_behind() -> None:
    assert b"#!/bin/sh" not in examine(PICTURE + b"#!/bin/sh rm -rf ~").data


def test_a_pdf_keeps_its_pages_and_nothing_that_runs() -> None:
    sent = scripted_pdf()
    content = examine(sent)
    assert (content.media, content.pages) == (PDF, 1)
    assert len(PdfReader(BytesIO(content.data)).pages) == 1
    for trace in (
        b"/JavaScript",
        b"/OpenAction",
        b"EmbeddedFile",
        b"payload",
        b"PieceInfo",
        b"Siti",
    ):
        assert trace not in content.data


@pytest.mark.parametrize("pages", range(1, MOST_PAGES + 1))
def test_a_pdf_may_have_so_many_pages(pages: int) -> None:
    assert examine(pdf(pages)).pages == pages


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", UnknownDocument),
        (b"hello", UnknownDocument),
        (WORD, UnknownDocument),
        (b"GIF89a" + bytes(99), UnknownDocument),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", UnknownDocument),
        (HEIC, HeicPicture),
        (b"\xff\xd8\xff", BrokenPicture),
        (PICTURE[:-200], BrokenPicture),
        (PNG[: len(PNG) // 2], BrokenPicture),
        (picture(150, 900), PictureTooSmall),
        (picture(200, 5000), PictureTooSmall),
        (bomb(6_000), PictureTooLarge),
        (bomb(60_000), PictureTooLarge),
        (bomb(3_000), BrokenPicture),
        (b"%PDF-1.7", BrokenPdf),
        (b"%PDF-1.7\n%%EOF", BrokenPdf),
        (SCAN[: len(SCAN) // 2], BrokenPdf),
        (pdf(MOST_PAGES + 1), PdfTooLong),
        (pdf(password="secret"), LockedPdf),
        (pdf(password=""), LockedPdf),
        (b"%PDF-" + bytes(MOST_BYTES), DocumentTooLarge),
    ],
)
def test_anything_else_is_refused_by_its_name(data: bytes, error: type[BadDocument]) -> None:
    with pytest.raises(error):
        examine(data)


def test_a_pdf_may_begin_with_blanks() -> None:
    assert examine(b"\xef\xbb\xbf\r\n" + SCAN).pages == 2


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from([PICTURE, PNG, SCAN]),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8),
    st.integers(0, 400),
)
def test_damage_of_any_kind_is_refused_or_harmless(
    whole: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    """It is a clean copy or a refusal of ours, never another error."""
    spoilt = bytearray(whole[: len(whole) - cut])
    for place, value in changes:
        spoilt[place % len(spoilt)] = value
    try:
        content = examine(bytes(spoilt))
    except BadDocument:
        return
    assert examine(content.data).media == content.media


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b""]),
    st.binary(max_size=400),
)
def test_no_bytes_cause_another_error(head: bytes, rest: bytes) -> None:
    with pytest.raises(BadDocument):
        examine(head + rest + b"\n%%EOF")
