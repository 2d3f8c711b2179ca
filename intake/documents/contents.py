"""What a file is, by its content alone, and a clean copy of it: a JPEG, or a PDF of bare pages.

Neither its name nor the type its sender claims is looked at. A picture is decoded whole and written
anew, a PDF is put together again from its pages: what else was in it (place and time of the
photograph, scripts, attachments, another file behind the first) stays behind. See
docs/decisions/0021.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

JPEG, PDF = "image/jpeg", "application/pdf"

MOST_MB = 10
MOST_BYTES = MOST_MB * 1024 * 1024
MOST_PAGES = 5
MOST_MEGAPIXELS = 32
MOST_PIXELS = MOST_MEGAPIXELS * 1_000_000
LEAST_SIDE = 200
"""Pixels of the shorter side: below, the letters of an identity card can't be told apart."""
KEPT_SIDE = 3000
"""Pixels of the longer side that are kept: an A4 page at 250 dots an inch."""
QUALITY = 88

PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"}
PDF_HEAD, PDF_END, PDF_END_WITHIN = b"%PDF-", b"%%EOF", 1024
LEFT_BEHIND = ("/Annots", "/AA", "/Metadata", "/PieceInfo", "/Thumb")
"""Of a page: links and forms with what they start, and what was noted beside it."""


@dataclass(frozen=True, slots=True)
class Content:
    """A clean copy. `media` is JPEG or PDF; a picture has one page."""

    media: str
    pages: int
    data: bytes


def examine(data: bytes) -> Content:
    """Raises BadDocument: one of its kinds. Hostile data can make it slow, or use much memory."""
    if len(data) > MOST_BYTES:
        raise DocumentTooLarge(MOST_MB)
    if data.startswith(PICTURES):
        return _picture(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(PDF_HEAD):
        return _pdf(data)
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        raise HeicPicture
    raise UnknownDocument


def _picture(data: bytes) -> Content:
    try:
        return Content(JPEG, 1, _shown(data))
    except BadDocument:
        raise
    except Exception as error:  # whatever a decoder trips over, the picture is broken
        raise BrokenPicture from error


def _shown(data: bytes) -> bytes:
    """As a viewer shows it: upright, on white, in plain colours, nothing hidden beside it."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            opened = Image.open(BytesIO(data), formats=("JPEG", "PNG"))
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise PictureTooLarge(MOST_MEGAPIXELS) from None
    opened.load()
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((KEPT_SIDE, KEPT_SIDE))
    if min(upright.size) < LEAST_SIDE:
        raise PictureTooSmall(*opened.size)
    written = BytesIO()
    _on_white(upright).save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _on_white(picture: "Picture") -> "Picture":
    """A new picture: pixels, and nothing that was noted beside them."""
    from PIL import Image

    if picture.mode in ("I", "F") or picture.mode.startswith("I;"):  # 16 bits a pixel
        picture = picture.convert("F").point(lambda value: value / 256).convert("L")
    paper = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        paper.paste(clear, mask=clear)
    else:
        paper.paste(picture.convert("RGB"))
    return paper


def _pdf(data: bytes) -> Content:
    if PDF_END not in data[-PDF_END_WITHIN:]:
        raise BrokenPdf
    try:
        return _pages(data)
    except BadDocument:
        raise
    except Exception as error:  # whatever the reader trips over, it is locked or broken
        raise (LockedPdf if b"/Encrypt" in data else BrokenPdf) from error


def _pages(data: bytes) -> Content:
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise LockedPdf
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise PdfTooLong(count, MOST_PAGES)
    if count == 0:
        raise BrokenPdf
    writer = PdfWriter()
    writer.metadata = None
    for page in reader.pages:
        _strip(page)
        writer.add_page(page)
    written = BytesIO()
    writer.write(written)
    if len(written.getvalue()) > 2 * MOST_BYTES:
        raise DocumentTooLarge(MOST_MB)
    return Content(PDF, count, written.getvalue())


def _strip(page: Any) -> None:
    for key in LEFT_BEHIND:
        page.pop(key, None)
