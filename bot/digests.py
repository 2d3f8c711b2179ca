"""Several alerts to one person in one message: a line and a button for each."""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session
from telegram import InlineKeyboardButton

from bot.context import House
from bot.keyboards import button, in_columns, ways_back
from bot.letters import Writer
from bot.outgoing import TAG, Outgoing, sent_as
from bot.presses.courses import OpenClass
from bot.presses.settings import OpenNewsBelow
from bot.presses.vacancies import ListVacancies, OpenVacancy
from bot.screens import Screen
from bot.views.vacancies import short
from notices.sender import Letter, Moot, Rejected
from storage.models import CourseClass
from texts import Safe, Speaker, speaker
from texts.moments import short_day
from vacancies.alerts import vacancies_of_alert

MOST_LINES = 6
LONGEST_NAME, LONGEST_CAPTION, LONGEST_LINE = 36, 20, 70


@dataclass(frozen=True)
class Digest:
    """What is said, and the notice ids of those letters in which nothing was left to tell."""

    words: Outgoing
    moot: frozenset[int]


@dataclass(frozen=True)
class Brief:
    """One letter in a line, and where its button leads."""

    line: Safe
    button: InlineKeyboardButton | None


Abridger = Callable[[Session, Letter, Speaker, House], Brief]
Said = Screen | Outgoing


def write_digest(
    session: Session, letter: Letter, house: House, writers: Mapping[str, Writer]
) -> Digest:
    """One message for a letter and those along with it, each from the truth of now.

    Where only one of them has something left to tell, it goes as itself. Raises Moot where none
    has, and Rejected for a kind that nobody knows.
    """
    t, told, moot = speaker(letter.language), list[tuple[Letter, Said]](), set[int]()
    for each in (replace(letter, along=()), *letter.along):
        if each.kind not in writers:
            raise Rejected(f"nobody knows how to write {each.kind!r}")
        try:
            told.append((each, writers[each.kind](session, each, t, house)))
        except Moot:
            moot.add(each.notice_id)
    if not told:
        raise Moot("nothing of it is left")
    if len(told) == 1:
        return Digest(_outgoing(told[0][1]), frozenset(moot))
    briefs = [_brief(session, each, said, t, house) for each, said in told[:MOST_LINES]]
    return Digest(sent_as(digest_screen(t, briefs, len(told))), frozenset(moot))


def digest_screen(t: Speaker, briefs: Sequence[Brief], count: int) -> Screen:
    """`count` is of all, of which some may be left out."""
    lines = [brief.line for brief in briefs]
    if count > len(briefs):
        lines.append(t("digest-more", count=count - len(briefs)))
    ways = [brief.button for brief in briefs if brief.button is not None]
    fewer = button(t.plain("digest-fewer"), OpenNewsBelow())
    text = t("digest-letter", count=count, lines=Safe("\n".join(lines)))
    return Screen(text, [*in_columns(ways), [fewer, *ways_back(t)]])


def opening(session: Session, letter: Letter, t: Speaker, house: House) -> Brief:
    class_ = session.get_one(CourseClass, letter.facts["class_id"])
    closes_at, title = class_.wave.registration_closes_at, class_.programme.title
    closes = closes_at and short_day(closes_at.astimezone(house.zone).date(), t.language)
    line = t("digest-opening", programme=short(title, LONGEST_NAME), closes=closes or "none")
    return Brief(line, _see(t, title, OpenClass(class_.id)))


def vacancies(session: Session, letter: Letter, t: Speaker, house: House) -> Brief:
    cards = vacancies_of_alert(session, letter.account_id, letter.facts, now=house.now())
    title = short(cards[0].title, LONGEST_NAME)
    line = t("digest-vacancies", count=len(cards), title=title)
    if len(cards) == 1:
        return Brief(line, _see(t, cards[0].title, OpenVacancy(cards[0].id)))
    return Brief(line, button(t.plain("digest-see-vacancies"), ListVacancies("all", 0)))


ABRIDGERS: dict[str, Abridger] = {"registration_open": opening, "vacancies": vacancies}


def _brief(session: Session, letter: Letter, said: Said, t: Speaker, house: House) -> Brief:
    abridge = ABRIDGERS.get(letter.kind)
    if abridge is not None:
        return abridge(session, letter, t, house)
    words = _outgoing(said).parameters
    text = words.get("text") or words.get("caption") or ""
    first = html.unescape(TAG.sub("", text)).strip().partition("\n")[0]
    line = t("digest-other", line=short(first, LONGEST_LINE))
    markup = words.get("reply_markup")
    return Brief(line, markup.inline_keyboard[0][0] if markup else None)


def _see(t: Speaker, what: str, press: OpenClass | OpenVacancy) -> InlineKeyboardButton:
    return button(t.plain("digest-see", what=short(what, LONGEST_CAPTION)), press)


def _outgoing(said: Said) -> Outgoing:
    return said if isinstance(said, Outgoing) else sent_as(said)
