"""Every error of the domain that a person can cause has words, and these know its facts."""

import re
from importlib import import_module
from inspect import getmembers, isclass, signature
from pathlib import Path

import announcements.errors
import catalog.errors
import intake.documents.errors
import intake.lists.errors
import intake.placement.errors
import intake.schools.errors
import intake.selection.errors
import people.errors
import vacancies.errors
from people.errors import BadAnswer, BadName, BadNik, BadPhone
from tests.texts.fluent_files import messages, placeholders
from texts import LANGUAGES

ROOTS: set[type[Exception]] = {BadAnswer, BadNik, BadPhone, BadName}
ROOTS |= {catalog.errors.CatalogError, vacancies.errors.VacancyError}
ROOTS |= {intake.documents.errors.BadDocument}
"""Never raised themselves."""
OF_STAFF = {
    catalog.errors.ChangedByHand,
    catalog.errors.MeetingEndsTooEarly,
    catalog.errors.NoSuchMeeting,
    catalog.errors.OfTheCatalogue,
    catalog.errors.StageEndsTooEarly,
    catalog.errors.StageOutOfPlace,
    catalog.errors.StageThere,
    catalog.errors.UnknownReference,
    catalog.errors.UnknownStage,
    intake.lists.errors.BadCell,
    intake.documents.errors.NothingSent,
    intake.placement.errors.PlacementChanged,
    intake.selection.errors.BadScore,
    intake.selection.errors.UnknownPart,
    intake.schools.errors.BadGroupForm,
    intake.schools.errors.BadPupilList,
    people.errors.NoSuchSchool,
    people.errors.SchoolKnown,
    vacancies.errors.BadFeed,
    vacancies.errors.FeedExists,
    vacancies.errors.FeedUnreachable,
    vacancies.errors.UnknownFeed,
    vacancies.errors.UnknownPartner,
}
"""Told on the command line, in the log, or by what its handler shows instead."""
KEYS = messages(LANGUAGES[0])


def test_what_a_person_can_cause_has_words() -> None:
    assert {key for key in map(key_of, of_people()) if key not in KEYS} == set()


def test_words_belong_to_an_error() -> None:
    known = set(map(key_of, of_people())) | {"error-unexpected"}
    assert {key for key in KEYS if key.startswith("error-")} - known == set()


def test_words_need_no_fact_that_the_error_does_not_carry() -> None:
    wanting = {
        error.__name__: placeholders(KEYS[key_of(error)]) - facts_of(error)
        for error in of_people()
        if key_of(error) in KEYS
    }
    assert {name: facts for name, facts in wanting.items() if facts} == {}


def of_people() -> set[type[Exception]]:
    chambers = sorted(Path(intake.__path__[0]).glob("*/errors.py"))
    rooms = [
        announcements.errors,
        catalog.errors,
        people.errors,
        vacancies.errors,
        *(import_module(f"intake.{path.parent.name}.errors") for path in chambers),
    ]
    found = {
        error
        for room in rooms
        for _, error in getmembers(room, isclass)
        if issubclass(error, Exception) and error.__module__ == room.__name__
    }
    return found - ROOTS - OF_STAFF


def key_of(error: type[Exception]) -> str:
    return "error-" + re.sub(r"(?<!^)(?=[A-Z])", "-", error.__name__).lower()


def facts_of(error: type[Exception]) -> set[str]:
    """What its constructor takes, or its docstring names as facts."""
    if issubclass(error, BadAnswer):
        return set(re.findall(r"`(\w+)`", error.__doc__ or ""))
    return set(signature(error).parameters) if "__init__" in vars(error) else set()
