"""Audiences: each criterion alone and with others, and whom nobody ever means."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from announcements.audiences import Audience, check_audience, count_people, people
from announcements.errors import BadAudience
from tests.announcements.town import GMAW, OLD, OLD_SMAW, SMAW, TOWN, fits, settle_town
from tests.cast import NOW

NOW_WAVE, OLD_WAVE = "PBK-2025-3", f"PBK-2025-3{OLD}"
REACHABLE = [one.name for one in TOWN if one.away is None]


@pytest.fixture
def town(session: Session) -> dict[str, int]:
    return settle_town(session)


def found(session: Session, town: dict[str, int], audience: Audience) -> list[str]:
    """Names in the order of the town; twice, where somebody is found twice."""
    names = {account_id: name for name, account_id in town.items()}
    return sorted(names[account_id] for account_id in session.scalars(people(audience, NOW)))


def test_everyone_is_everyone_who_can_be_told(session: Session, town: dict[str, int]) -> None:
    assert found(session, town, Audience()) == REACHABLE
    assert count_people(session, Audience(), NOW) == len(REACHABLE)
    assert count_people(session, Audience(), NOW, most=3) == 3


ALONE = [
    (Audience(role="applicants"), ["Eko", "Fitri", "Gita", "Hadi", "Intan", "Joko"]),
    (Audience(role="trainees"), ["Fitri", "Joko"]),
    (Audience(role="alumni"), ["Hadi", "Joko"]),
    (Audience(role="staff"), ["Fitri", "Kartika"]),
    (Audience(regions=("3673",)), ["Agus", "Cahya", "Gita"]),
    (Audience(regions=("3673", "3603")), ["Agus", "Cahya", "Eko", "Gita"]),
    (Audience(streams=("las",)), ["Bunga", "Cahya", "Eko", "Fitri", "Gita", "Joko"]),
    (Audience(streams=(f"las{OLD}",)), ["Gita", "Hadi", "Intan", "Joko"]),
    (Audience(programmes=(SMAW,)), ["Dian", "Eko", "Fitri", "Joko"]),
    (Audience(programmes=(GMAW, OLD_SMAW)), ["Gita", "Hadi", "Intan", "Joko"]),
    (Audience(waves=(NOW_WAVE,)), ["Eko", "Fitri", "Gita", "Joko"]),
    (Audience(waves=(NOW_WAVE, OLD_WAVE)), ["Eko", "Fitri", "Gita", "Hadi", "Intan", "Joko"]),
    (Audience(states=("submitted",)), ["Eko", "Gita", "Intan"]),
    (Audience(states=("withdrawn",)), ["Hadi"]),
    (Audience(languages=("en",)), ["Bunga", "Fitri"]),
    (Audience(seen_within_days=7), ["Agus", "Dian", "Kartika"]),
]


@pytest.mark.parametrize(("audience", "names"), ALONE)
def test_each_criterion_finds_its_people(
    session: Session, town: dict[str, int], audience: Audience, names: list[str]
) -> None:
    assert found(session, town, audience) == names
    assert [one.name for one in TOWN if fits(one, audience)] == names


TOGETHER = [
    (Audience(waves=(NOW_WAVE,), states=("withdrawn",)), ["Hadi"]),
    (Audience(role="applicants", regions=("3673",)), ["Gita"]),
    (Audience(role="trainees", programmes=(SMAW,), waves=(NOW_WAVE,)), ["Fitri", "Joko"]),
    # An interest is no application: Gita is near the other stream, and has applied in this one.
    (Audience(role="applicants", streams=(f"las{OLD}",)), ["Hadi", "Intan", "Joko"]),
    (Audience(role="alumni", waves=(NOW_WAVE,)), []),
    (Audience(role="staff", languages=("en",)), ["Fitri"]),
    (Audience(regions=("3674",), languages=("id",)), []),
]


@pytest.mark.parametrize(("audience", "names"), TOGETHER)
def test_criteria_together_narrow(
    session: Session, town: dict[str, int], audience: Audience, names: list[str]
) -> None:
    assert found(session, town, audience) == names


def some(values: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(values)), max_size=2, unique=True).map(tuple)


AUDIENCES = st.builds(
    Audience,
    role=st.sampled_from(("everyone", "everyone", "applicants", "trainees", "alumni", "staff")),
    regions=some(("3673", "3674", "3603")),
    streams=some(("las", f"las{OLD}")),
    programmes=some((SMAW, GMAW, OLD_SMAW)),
    waves=some((NOW_WAVE, OLD_WAVE)),
    states=some(("submitted", "admitted", "withdrawn")),
    languages=some(("id", "en")),
    seen_within_days=st.sampled_from((None, None, 1, 7, 365)),
)


@given(audience=AUDIENCES)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_audience_finds_whom_staff_mean_each_once(
    session: Session, town: dict[str, int], audience: Audience
) -> None:
    check_audience(session, audience)
    names = [one.name for one in TOWN if fits(one, audience)]
    assert found(session, town, audience) == names
    assert count_people(session, audience, NOW) == len(names)


@given(audience=AUDIENCES)
def test_an_audience_is_kept_as_data_and_comes_back_the_same(audience: Audience) -> None:
    kept = audience.to_json()
    assert Audience.from_json(kept) == audience
    assert Audience.from_json({**kept, "of_a_later_version": 1}) == audience


@pytest.mark.parametrize(
    ("audience", "told"),
    [
        (Audience(role="friends"), ("role", "friends")),
        (Audience(regions=("3673", "3171")), ("regions", "3171")),
        (Audience(streams=("las", "tata-boga")), ("streams", "tata-boga")),
        (Audience(programmes=("las",)), ("programmes", "las")),
        (Audience(waves=("PBK-2031-1",)), ("waves", "PBK-2031-1")),
        (Audience(states=("ranked",)), ("states", "ranked")),
        (Audience(languages=("fr",)), ("languages", "fr")),
        (Audience(seen_within_days=0), ("seen_within_days", "0")),
    ],
)
def test_what_there_is_not_is_named(
    session: Session, town: dict[str, int], audience: Audience, told: tuple[str, str]
) -> None:
    with pytest.raises(BadAudience) as refused:
        check_audience(session, audience)
    assert refused.value.args == told
