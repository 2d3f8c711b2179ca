"""One schema.org JobPosting, as the world writes it, to a Posting.

https://schema.org/JobPosting; what is required here is a title and where the job is.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from vacancies.dates import NoDate, read_end, read_start
from vacancies.places import HOME, country_of, locate, remote_place
from vacancies.plaintext import shorten, to_line, to_plain
from vacancies.postings import Posting
from vacancies.wages import read_count, read_wage

REFERENCE, TITLE, PLACE, COMPANY, URL, DESCRIPTION = 200, 200, 200, 160, 500, 8_000
"""The longest texts taken, in characters."""
PLACES = 20
"""So many of a posting's locations are looked at."""


class BadItem(Exception):
    """This posting can't be taken, with the reason."""

    def __init__(self, reason: str, reference: str | None = None) -> None:
        super().__init__(reason)
        self.reason, self.reference = reason, reference


def read_posting(item: Mapping[str, Any]) -> Posting:
    """Raises BadItem, with the posting's reference where it has one of its own."""
    given = _given_reference(item)
    title = _line(item.get("title"), TITLE) or _line(item.get("name"), TITLE)
    if not title:
        raise BadItem("title is missing", given)
    place, region, country = _whereabouts(item)
    if not place:
        raise BadItem("jobLocation is missing, and it is not a remote job", given)
    return Posting(
        reference=given or _made_reference(title, place),
        title=title,
        description=to_plain(_text(item.get("description")), DESCRIPTION),
        place=place,
        region=region,
        country=country,
        company=_line(item.get("hiringOrganization"), COMPANY) or None,
        wage=read_wage(item),
        openings=read_count(_single(item.get("totalJobOpenings"))),
        url=_web_address(item.get("url")) or _web_address(item.get("sameAs")),
        posted_at=_posted_at(item.get("datePosted")),
        closes_at=_closes_at(item.get("validThrough"), given),
    )


def _given_reference(item: Mapping[str, Any]) -> str | None:
    for key in ("identifier", "@id", "url"):
        text = _line(item.get(key), DESCRIPTION)
        if text:
            return text if len(text) <= REFERENCE else _digest(text)
    return None


def _made_reference(title: str, place: str) -> str:
    return _digest(f"{title.casefold()}\n{place.casefold()}")


def _digest(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _whereabouts(item: Mapping[str, Any]) -> tuple[str, str | None, str]:
    """Place, region and country; with several locations the first in Banten decides."""
    spots = [spot for one in _many(item.get("jobLocation")) if (spot := _spot(one))]
    if not spots:
        return _remote(item)
    place = shorten("; ".join(dict.fromkeys(name for name, _, _ in spots)), PLACE)
    _, region, country = next((spot for spot in spots if spot[1]), spots[0])
    return place, region, country


def _spot(location: Any) -> tuple[str, str | None, str] | None:
    name, country_name = _address(location)
    if not name and not country_name:
        return None
    guess = locate(name)
    country = country_of(country_name) or guess.country
    return name or country_name, guess.region if country == HOME else None, country


def _address(location: Any) -> tuple[str, str]:
    """Town and region on a line, and the country; streets only where nothing else is told."""
    if not isinstance(location, Mapping):
        return _line(location, PLACE), ""
    address = _single(location.get("address"))
    if not isinstance(address, Mapping):
        if address:
            return _line(address, PLACE), _line(location.get("addressCountry"), PLACE)
        address = location
    town = [_line(address.get(key), PLACE) for key in ("addressLocality", "addressRegion")]
    known = ", ".join(part for part in dict.fromkeys(town) if part)
    for other in (address.get("streetAddress"), location.get("name"), address.get("name")):
        known = known or _line(other, PLACE)
    return known, _line(address.get("addressCountry"), PLACE)


def _remote(item: Mapping[str, Any]) -> tuple[str, str | None, str]:
    if "TELECOMMUTE" not in _line(item.get("jobLocationType"), PLACE).upper():
        return "", None, HOME
    allowed = [_line(one, PLACE) for one in _many(item.get("applicantLocationRequirements"))]
    names = ", ".join(dict.fromkeys(name for name in allowed if name))
    place = f"{remote_place()} ({names})" if names else remote_place()
    countries = [country_of(name) or locate(name).country for name in allowed if name]
    home = not countries or HOME in countries
    return shorten(place, PLACE), None, HOME if home else countries[0]


def _posted_at(value: Any) -> datetime | None:
    try:
        return read_start(_single(value))
    except NoDate:
        return None


def _closes_at(value: Any, reference: str | None) -> datetime | None:
    """A deadline that can't be read is a mistake: better no vacancy than a wrong date."""
    value = _single(value)
    if value in (None, ""):
        return None
    try:
        return read_end(value)
    except NoDate:
        raise BadItem("validThrough is no date such as 2025-11-24", reference) from None


def _web_address(value: Any) -> str | None:
    text = _line(value, URL + 1)
    usable = text.startswith(("https://", "http://")) and " " not in text and len(text) <= URL
    return text if usable else None


def _line(value: Any, limit: int) -> str:
    return to_line(_text(value), limit)


def _text(value: Any) -> str:
    """The text of a value, of the object that holds it, or of the first in a list that has one."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, str | int | float):
        return str(value) if not isinstance(value, int) or abs(value) < 10**40 else ""
    if isinstance(value, list):
        return next((text for one in value[:PLACES] if (text := _text(one))), "")
    if isinstance(value, Mapping):
        return next((text for key in _TEXT_KEYS if (text := _text(value.get(key)))), "")
    return ""


_TEXT_KEYS = ("@value", "value", "legalName", "name", "@id")


def _single(value: Any) -> Any:
    return next((one for one in value if one), None) if isinstance(value, list) else value


def _many(value: Any) -> Iterator[Any]:
    yield from (value[:PLACES] if isinstance(value, list) else [value])
