"""Feeds in JSON-LD: whatever they are wrapped in, and whatever else they are."""

import json
import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vacancies.partner_stage import feed_of, job
from vacancies.errors import BadFeed
from vacancies.jsonld import LARGEST, MOST_ITEMS, read_postings
from vacancies.postings import Mistake, Reading

ONE, TWO = job(), job(identifier="L-2", title="Electrician")
LISTED = {"@type": "ListItem", "position": 1}


@pytest.mark.parametrize(
    "document",
    [
        [ONE, TWO],
        [[ONE], [TWO]],
        {"@graph": [{"@type": "Organization", "name": "PT Supra"}, ONE, TWO]},
        {
            "@type": "ItemList",
            "itemListElement": [{**LISTED, "item": ONE}, {**LISTED, "item": TWO}],
        },
        {"@type": "ItemList", "itemListElement": [ONE, TWO]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": ONE}, TWO]},
        {"@type": "WebPage", "mainEntity": {"@type": "ItemList", "itemListElement": [ONE, TWO]}},
        {"jobs": {"open": [ONE, TWO]}},
        [{**ONE, "@type": ["JobPosting", "Thing"]}, {**TWO, "@type": "schema:JobPosting"}],
        [{**ONE, "@type": "https://schema.org/JobPosting"}, {"x": 1, "@type": "Place"}, TWO],
    ],
)
def test_postings_are_found_in_whatever_holds_them(document: Any) -> None:
    reading = read_postings(json.dumps(document).encode())
    assert [p.reference for p in reading.postings] == ["L-1", "L-2"]
    assert reading.mistakes == ()


def test_a_single_object_is_a_feed_of_one() -> None:
    assert [p.title for p in read_postings(json.dumps(ONE).encode()).postings] == ["Juru Las SMAW"]


def test_a_web_page_may_carry_them() -> None:
    page = f"""<!DOCTYPE html><html><head><title>Karier &amp; kerja</title>
      <!-- <script type="application/ld+json">{json.dumps(job(identifier="OLD"))}</script> -->
      <script>var x = "<script>";</script>
      <SCRIPT id=a type='application/ld+json; charset=utf-8'>{json.dumps(ONE)}</SCRIPT>
      <script type="application/ld+json">{{broken</script>
      <script type=application/ld+json>
        //<![CDATA[
        {json.dumps(TWO)}
        //]]>
      </script></head></html>"""
    assert [p.reference for p in read_postings(page.encode()).postings] == ["L-1", "L-2"]


def test_a_bad_item_is_told_of_and_the_good_ones_come_in() -> None:
    items = [ONE, job(identifier="L-9", title=""), "halo", {"name": "?"}, TWO, ONE]
    reading = read_postings(json.dumps(items).encode())
    assert [p.reference for p in reading.postings] == ["L-1", "L-2"]
    assert [str(mistake) for mistake in reading.mistakes] == [
        "item 2 (L-9): title is missing",
        "item 3: not a JobPosting",
        "item 4: not a JobPosting",
        "item 6 (L-1): the same reference as an item before it",
    ]


def test_a_feed_is_complete_while_all_its_references_are_known() -> None:
    known = Reading((), (Mistake(1, "L-9", "title is missing"),))
    unknown = Reading((), (Mistake(1, None, "not a JobPosting"),))
    assert (known.complete, unknown.complete) == (True, False)
    assert (known.misread, unknown.misread) == (frozenset({"L-9"}), frozenset())


@pytest.mark.parametrize(
    "document",
    [[], {"@graph": []}, {"@type": "DataFeed", "dataFeedElement": []},
     {"@type": "ItemList", "itemListElement": []}],
)  # fmt: skip
def test_a_list_that_is_plainly_empty_is_a_feed_without_vacancies(document: Any) -> None:
    assert read_postings(json.dumps(document).encode()) == Reading((), ())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "neither JSON nor a web page, line 1"),
        (b"{\n\n'", "neither JSON nor a web page, line 3"),
        (b"null", "no JobPosting in it"),
        (b"{}", "no JobPosting in it"),
        (b'{"error": "login first"}', "no JobPosting in it"),
        (b"<html>", "a web page without any application/ld+json that can be read"),
        (b"[" * 200 + b"]" * 200, "nested deeper than 40 levels"),
        (b"[" * 900_000, "nested deeper than 40 levels"),
        (b"[" + b"1," * MOST_ITEMS + b"1]", "more than 5000 items"),
        (b"1" * 5000, "neither JSON nor a web page"),
        (b" " * (LARGEST + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(content: bytes, reason: str) -> None:
    with pytest.raises(BadFeed) as caught:
        read_postings(content)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    ("encoding", "hint"),
    [("utf-8", None), ("utf-8-sig", None), ("utf-16", None), ("utf-8", "latin-1"),
     ("cp1252", None), ("cp1252", "iso-8859-99"), ("cp1252", "punycode"),
     ("latin-1", "latin-1")],
)  # fmt: skip
def test_letters_survive_a_wrong_or_missing_charset(encoding: str, hint: str | None) -> None:
    text = json.dumps([job(title="Juru Las “é”" if "1" not in encoding[-1] else "Juru Las é")],
                      ensure_ascii=False)  # fmt: skip
    reading = read_postings(text.encode(encoding), hint)
    assert reading.postings[0].title[:9] == "Juru Las "
    assert "é" in reading.postings[0].title


def test_raw_line_breaks_inside_texts_are_forgiven() -> None:
    content = feed_of(job(description="satu-dua")).replace(b"satu-dua", b"satu\ndua")
    assert read_postings(content).postings[0].description == "satu\ndua"


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["2025-11-24", "TELECOMMUTE", "Pasar Kemis", "Rp 4.900.000", "<p>x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@value", "@id", "name", "value", "address", "addressLocality", "item",
                 "addressCountry", "minValue", "maxValue", "currency", "unitText", "@graph"]
            ),
            inner | st.sampled_from(["JobPosting", "Place", "ListItem"]),
            max_size=4,
        )
    ),
    max_leaves=8,
)  # fmt: skip
FIELDS = ["identifier", "title", "name", "jobLocation", "baseSalary", "validThrough", "datePosted",
          "url", "description", "hiringOrganization", "totalJobOpenings", "jobLocationType",
          "applicantLocationRequirements", "salaryCurrency"]  # fmt: skip


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES))
def test_whatever_a_posting_holds_it_is_read_or_told_of(fields: dict[str, Any]) -> None:
    reading = read_postings(json.dumps([{**ONE, **fields}]).encode())
    assert len(reading.postings) + len(reading.mistakes) == 1
    for posting in reading.postings:
        texts = (posting.reference, posting.title, posting.place, posting.description)
        assert all(text.encode() == text.encode("utf-8") and "\x00" not in text for text in texts)
        assert 1 <= len(posting.reference) <= 200
        assert 1 <= len(posting.place) <= 200


@given(VALUES)
def test_whatever_a_document_is_nothing_but_bad_feed_is_raised(document: Any) -> None:
    _read(json.dumps(document).encode())


@given(st.binary(), st.none() | st.text(max_size=8))
def test_whatever_the_bytes_are_nothing_but_bad_feed_is_raised(
    content: bytes, charset: str | None
) -> None:
    _read(content, charset)


@given(st.text(alphabet=st.sampled_from("<>/!-= \"'{}[]:,\n\\u0tyscriplaonjd+ob@")))
def test_whatever_a_page_is_nothing_but_bad_feed_is_raised(page: str) -> None:
    _read(b'<script type="application/ld+json">' + page.encode())


@pytest.mark.parametrize(
    "piece", [b"<!--", b"<a ", b"<script ", b"<script type=application/ld+json>", b"<", b"</script",
              b"<![CDATA[", b"<a href='"],
)  # fmt: skip
def test_a_hostile_page_takes_no_longer_than_any_other(piece: bytes) -> None:
    began = time.process_time()
    _read((b"<" + piece * LARGEST)[:LARGEST])
    assert time.process_time() - began < 2.0


def _read(content: bytes, charset: str | None = None) -> None:
    with suppress(BadFeed):
        read_postings(content, charset)
