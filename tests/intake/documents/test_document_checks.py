"""Hostile files bring down the process that looks at them, and no other."""

import zlib

import pytest

from intake.documents.checks import examine_apart, surroundings
from intake.documents.contents import MOST_BYTES, examine
from intake.documents.errors import (
    BadDocument,
    BrokenPdf,
    DocumentTooLarge,
    PdfTooLong,
    PictureTooSmall,
)
from tests.files import pdf, picture


@pytest.mark.parametrize("data", [picture(), picture(kind="PNG"), pdf(3)])
def test_apart_it_is_the_same_as_here(data: bytes) -> None:
    apart = examine_apart(data)
    here = examine(data)
    assert (apart.media, apart.pages) == (here.media, here.pages)
    assert len(apart.data) == len(here.data)


def test_a_refusal_comes_back_with_its_facts() -> None:
    with pytest.raises(PictureTooSmall) as small:
        examine_apart(picture(90, 60))
    assert (small.value.width, small.value.height) == (90, 60)
    with pytest.raises(PdfTooLong) as long:
        examine_apart(pdf(9))
    assert (long.value.pages, long.value.most) == (9, 5)
    with pytest.raises(DocumentTooLarge):
        examine_apart(bytes(MOST_BYTES + 1))


def swollen_pdf(size: int) -> bytes:
    """A small file whose list of objects unfolds into so many bytes."""
    packed = zlib.compress(b"0" * size, 9)
    head = b"%PDF-1.7\n"
    body = (
        b"1 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length "
        + str(len(packed)).encode()
        + b" >>\nstream\n"
        + packed
        + b"\nendstream\nendobj\n"
    )
    return head + body + b"startxref\n" + str(len(head)).encode() + b"\n%%EOF\n"


def test_a_pdf_that_unfolds_into_a_thousand_times_its_size_is_a_broken_one() -> None:
    with pytest.raises(BrokenPdf):
        examine_apart(swollen_pdf(256 * 1024**2))


def test_a_pdf_that_leads_in_a_circle_is_a_broken_one() -> None:
    circle = (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1 >>\nendobj\n"
        b"trailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n0\n%%EOF\n"
    )
    with pytest.raises(BadDocument):
        examine_apart(circle)


def test_what_looks_at_it_knows_none_of_our_secrets() -> None:
    ours = {"JAWARA_TOKEN": "1:x", "JAWARA_KEY": "y", "PATH": "/bin"}
    assert surroundings(ours) == {"PATH": "/bin"}
