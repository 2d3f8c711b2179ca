"""One JobPosting, as the world writes it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.vacancies.partner_stage import job
from vacancies.jobposting import BadItem, read_posting
from vacancies.postings import Posting, Wage

ADDRESS = {
    "@type": "PostalAddress",
    "streetAddress": "Jl. Industri 5",
    "addressLocality": "Pasar Kemis",
    "addressRegion": "Banten",
    "addressCountry": "ID",
}


def test_a_full_posting_is_read_in_full() -> None:
    item = job(
        identifier={"@type": "PropertyValue", "name": "PT Supra", "value": "L-7"},
        description="<p>Mengelas <b>rangka</b></p>",
        hiringOrganization={"@type": "Organization", "name": "PT Supra"},
        jobLocation={"@type": "Place", "address": ADDRESS},
        baseSalary={"currency": "IDR", "value": {"minValue": 5000000, "unitText": "MONTH"}},
        datePosted="2025-11-10",
        validThrough="2025-11-24",
        totalJobOpenings=6,
        url="https://supra.example/karier/7",
        employmentType=["FULL_TIME"],
        directApply=True,
        something={"nobody": "knows"},
    )
    assert read_posting(item) == Posting(
        reference="L-7",
        title="Juru Las SMAW",
        description="Mengelas rangka",
        place="Pasar Kemis, Banten",
        region="3603",
        country="ID",
        company="PT Supra",
        wage=Wage(5000000, None, "IDR", "MONTH"),
        openings=6,
        url="https://supra.example/karier/7",
        posted_at=datetime(2025, 11, 9, 17, tzinfo=UTC),
        closes_at=datetime(2025, 11, 24, 16, 59, 59, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("location", "place", "region", "country"),
    [
        ("Gresik", "Gresik", None, "ID"),
        ({"address": ADDRESS}, "Pasar Kemis, Banten", "3603", "ID"),
        (ADDRESS, "Pasar Kemis, Banten", "3603", "ID"),
        ({"address": "Cikupa, Tangerang"}, "Cikupa, Tangerang", "3603", "ID"),
        ({"name": "Pabrik Cilegon"}, "Pabrik Cilegon", "3672", "ID"),
        ([{"address": ADDRESS}, "Gresik"], "Pasar Kemis, Banten; Gresik", "3603", "ID"),
        (["Gresik", "Balaraja"], "Gresik; Balaraja", "3603", "ID"),
        (["Gresik", None, "Gresik"], "Gresik", None, "ID"),
        ({"address": {"addressLocality": "Tokyo", "addressCountry": "JP"}}, "Tokyo", None, "JP"),
        ({"address": {"addressCountry": {"name": "Japan"}}}, "Japan", None, "JP"),
        ({"address": {"addressLocality": "Merak", "addressCountry": "MY"}}, "Merak", None, "MY"),
        ("Osaka, Jepang", "Osaka, Jepang", None, "JP"),
    ],
)
def test_locations_come_in_all_shapes(
    location: Any, place: str, region: str | None, country: str
) -> None:
    posting = read_posting(job(jobLocation=location))
    assert (posting.place, posting.region, posting.country) == (place, region, country)


@pytest.mark.parametrize(
    ("changes", "place", "country"),
    [
        ({}, "Jarak jauh", "ID"),
        ({"applicantLocationRequirements": {"name": "Indonesia"}}, "Jarak jauh (Indonesia)", "ID"),
        ({"applicantLocationRequirements": [{"name": "Jepang"}]}, "Jarak jauh (Jepang)", "JP"),
    ],
)
def test_a_remote_job_needs_no_place(changes: dict[str, Any], place: str, country: str) -> None:
    item = job(jobLocation=None, jobLocationType="TELECOMMUTE", **changes)
    posting = read_posting(item)
    assert (posting.place, posting.region, posting.country) == (place, None, country)


@pytest.mark.parametrize(
    ("changes", "reference"),
    [
        ({"identifier": 17}, "17"),
        ({"identifier": {"value": "L-7", "name": "PT Supra"}}, "L-7"),
        ({"identifier": [{"@value": "L-8"}]}, "L-8"),
        ({"identifier": None, "@id": "https://supra.example/#7"}, "https://supra.example/#7"),
        ({"identifier": "", "url": "https://supra.example/7"}, "https://supra.example/7"),
    ],
)
def test_the_reference_is_what_the_partner_calls_it(
    changes: dict[str, Any], reference: str
) -> None:
    assert read_posting(job(**changes)).reference == reference


def test_without_any_identifier_title_and_place_stand_for_it() -> None:
    first = read_posting(job(identifier=None, description="Satu"))
    same = read_posting(job(identifier=None, title="JURU LAS smaw", description="Dua"))
    elsewhere = read_posting(job(identifier=None, jobLocation="Gresik"))
    assert first.reference == same.reference != elsewhere.reference


def test_a_reference_too_long_for_its_column_is_still_told_from_others() -> None:
    one, two = (read_posting(job(identifier="x" * 300 + end)).reference for end in "ab")
    assert (len(one), one == two) == (71, False)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": ""}, "title is missing"),
        ({"title": {"nothing": "here"}}, "title is missing"),
        ({"jobLocation": None}, "jobLocation is missing, and it is not a remote job"),
        ({"jobLocation": [{}]}, "jobLocation is missing, and it is not a remote job"),
        ({"validThrough": "besok"}, "validThrough is no date such as 2025-11-24"),
        ({"validThrough": 5}, "validThrough is no date such as 2025-11-24"),
    ],
)
def test_what_can_not_do_without_is_said(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(BadItem) as caught:
        read_posting(job(**changes))
    assert (caught.value.reason, caught.value.reference) == (reason, "L-1")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://x", "https://a b", 5, "x" * 600])
def test_an_address_that_should_not_be_opened_is_left_out(url: Any) -> None:
    assert read_posting(job(url=url)).url is None


def test_texts_fit_their_columns() -> None:
    long = "kata " * 5000
    posting = read_posting(job(title=long, description=long, jobLocation=long))
    assert [len(posting.title), len(posting.description), len(posting.place)] == [200, 8000, 200]
