"""Files as people send them: pictures and PDFs, good ones and bad ones, made up here."""

from io import BytesIO
from typing import Any

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

WORD = b"PK\x03\x04" + b"[Content_Types].xml word/document.xml" * 9
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 99


def picture(
    width: int = 640, height: int = 400, kind: str = "JPEG", *, colour: str = "teal", **more: Any
) -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), colour).save(written, kind, **more)
    return written.getvalue()


def pdf(pages: int = 1, *, password: str | None = None) -> bytes:
    """Scans, a page each, as a phone's scanner makes them."""
    written = BytesIO()
    first, *others = [Image.new("RGB", (300, 420), "white") for _ in range(pages)]
    first.save(written, "PDF", save_all=True, append_images=others)
    if password is None:
        return written.getvalue()
    writer = PdfWriter(clone_from=PdfReader(written))
    writer.encrypt(password, algorithm="AES-256")
    locked = BytesIO()
    writer.write(locked)
    return locked.getvalue()


def scripted_pdf() -> bytes:
    """One that would run something when it is opened, and that carries another file."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    script = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert('hello')"),
        }
    )
    writer.root_object[NameObject("/OpenAction")] = script
    writer.add_attachment("tool.exe", b"MZ secret payload")
    writer.add_metadata({"/Author": "Siti Aminah at home"})
    page = writer.pages[0]
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    page[NameObject("/PieceInfo")] = TextStringObject("noted beside it")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
