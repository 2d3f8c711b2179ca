"""Vacancies: which list, the list, one of them, and the alert that comes unasked."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.context import House
from bot.keyboards import Row, button, in_columns, link, ways_back
from bot.presses.tracks import ShowCautions
from bot.presses.vacancies import (
    ListVacancies,
    ListVacancyStreams,
    MarkVacancy,
    OpenAlerts,
    OpenVacancies,
    OpenVacancy,
)
from bot.screens import Screen
from bot.views.paging import page_of, turning
from bot.views.streams import in_language
from catalog.programmes import ClusterLine
from notices.sender import Letter, Moot
from people.regions import REGIONS
from storage.models import Account
from texts import Safe, Speaker
from texts.moments import day_of, rupiah
from vacancies.alerts import vacancies_of_alert
from vacancies.cards import Card, Mark
from vacancies.listing import Page
from vacancies.places import HOME
from vacancies.postings import Wage

LONGEST = 220
"""Characters of a description."""
LONGEST_CAPTION = 44
IN_A_LETTER = 4
LISTS = ("all", "near", "abroad", "saved")


def hub_screen(t: Speaker, account: Account) -> Screen:
    near = account.domicile
    ways = [button(t.plain("vacancies-all"), ListVacancies("all", 0))]
    if near in REGIONS:
        ways.append(button(t.plain("vacancies-near"), ListVacancies("near", 0)))
    ways += [
        button(t.plain("vacancies-by-stream"), ListVacancyStreams(0)),
        button(t.plain("vacancies-abroad"), ListVacancies("abroad", 0)),
        button(t.plain("vacancies-saved"), ListVacancies("saved", 0)),
        button(t.plain("vacancies-alerts"), OpenAlerts()),
    ]
    return Screen(t("vacancies-hub"), [*in_columns(ways), ways_back(t)])


def streams_screen(t: Speaker, clusters: Sequence[ClusterLine], page: int) -> Screen:
    shown, page = page_of(clusters, page)
    ways = [
        button(in_language(t, line.title), ListVacancies(f"s-{line.slug}", 0)) for line in shown
    ]
    turn = turning(t, page, len(clusters), ListVacancyStreams)
    return Screen(t("vacancies-streams"), [*in_columns(ways), *turn, ways_back(t, OpenVacancies())])


def list_screen(t: Speaker, which: str, page: Page, clusters: Sequence[ClusterLine] = ()) -> Screen:
    """`clusters` name the list of a stream."""
    rows: list[Row] = [
        [button(caption(t, card), OpenVacancy(card.id, which, page.number))] for card in page.cards
    ]
    turns = []
    if page.number > 0:
        turns.append(button(t.plain("common-previous"), ListVacancies(which, page.number - 1)))
    if page.number + 1 < page.pages:
        turns.append(button(t.plain("common-more"), ListVacancies(which, page.number + 1)))
    if turns:
        rows.append(turns)
    if not page.total:
        rows.append([button(t.plain("vacancies-alerts"), OpenAlerts())])
    key = "vacancies-list" if page.total else "vacancies-list-none"
    text = t(key, list=_list_name(t, which, clusters), count=page.total)
    return Screen(text, [*rows, ways_back(t, OpenVacancies())])


def vacancy_screen(t: Speaker, card: Card, back: ListVacancies) -> Screen:
    text = t(
        "vacancies-vacancy",
        title=short(card.title),
        company=short(card.company),
        verified=card.verified_by or "none",
        place=short(card.place),
        wage=wage(t, card.wage),
        closes="none" if card.closes_at is None else day_of(card.closes_at, t.language),
        state="open" if card.open else "closed",
        description=_beginning(card.description),
        example="yes" if card.example else "no",
    )
    return Screen(text, _rows(t, card, back))


def vacancy_letter(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """An alert: what fits and is new. Moot where nothing of it is left by now."""
    cards = vacancies_of_alert(session, letter.account_id, letter.facts, now=house.now())
    if not cards:
        raise Moot("nothing of it is left")
    fewer = button(t.plain("vacancies-fewer"), OpenAlerts())
    shown = cards[:IN_A_LETTER]
    rows = [[button(caption(t, card), OpenVacancy(card.id))] for card in shown]
    if len(cards) > len(shown):
        rows.append([button(t.plain("vacancies-all"), ListVacancies("all", 0))])
    lines = Safe("\n".join(line(t, card) for card in shown))
    return Screen(
        t("vacancies-letter", count=len(cards), lines=lines), [*rows, [fewer], ways_back(t)]
    )


def line(t: Speaker, card: Card) -> Safe:
    title, where = short(card.title, 50), short(card.place.split(",")[0], 40)
    return t("vacancies-line", title=title, company=short(card.company, 40), place=where)


def caption(t: Speaker, card: Card) -> str:
    """Its title and place, as much as a phone shows of a button; and whether it is over."""
    title = short(f"{card.title} · {card.place.split(',')[0]}", LONGEST_CAPTION)
    return title if card.open else t.plain("vacancies-closed", title=title)


def short(text: str, longest: int = 80) -> str:
    """On one line, cut between words where it is longer than so many characters."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1].rsplit(' ', 1)[0]}…"


def wage(t: Speaker, pay: Wage) -> str:
    """Rp 4.900.000 per bulan; other currencies by their code; or that it is not told."""
    told = [amount for amount in (pay.least, pay.most) if amount is not None]
    if not told:
        return t.plain("vacancies-wage-unknown")
    first, last = (_money(pay, told[0]), _money(pay, told[-1]))
    amount = first if first == last else f"{first} – {last}"
    if pay.unit is None:
        return amount
    return t.plain(f"vacancies-per-{pay.unit.lower()}", amount=amount)


def _money(pay: Wage, amount: int) -> str:
    if pay.currency in (None, "IDR"):
        return rupiah(amount)
    return f"{pay.currency} {amount:,}".replace(",", ".")


def _rows(t: Speaker, card: Card, back: ListVacancies) -> list[Row]:
    rows: list[Row] = []
    here = back.which, back.page
    if card.open and card.url is not None and card.url.startswith("http"):
        rows.append([link(t.plain("vacancies-apply"), card.url)])
    if card.mark is Mark.SAVED:
        keep = button(t.plain("vacancies-unsave"), MarkVacancy(card.id, "", *here))
    else:
        keep = button(t.plain("vacancies-save"), MarkVacancy(card.id, Mark.SAVED.value, *here))
    if card.mark is Mark.HIDDEN:
        hide = button(t.plain("vacancies-unhide"), MarkVacancy(card.id, "", *here))
    else:
        hide = button(t.plain("vacancies-hide"), MarkVacancy(card.id, Mark.HIDDEN.value, *here))
    if card.country != HOME:
        rows.append([button(t.plain("tracks-cautions"), ShowCautions(0))])
    return [*rows, [keep, hide], ways_back(t, back)]


def _beginning(description: str) -> str:
    """Its first lines, as far as they help to decide whether to read on at the company's."""
    lines = [" ".join(line.split()) for line in description.splitlines()]
    text = "\n".join(line for line in lines if line)
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 1].rsplit(maxsplit=1)[0]}…"


def _list_name(t: Speaker, which: str, clusters: Sequence[ClusterLine]) -> str:
    if which in LISTS:
        return t.plain(f"vacancies-{which}")
    titles = (line.title for line in clusters if f"s-{line.slug}" == which)
    return in_language(t, next(titles, {"id": t.plain("vacancies-all")}))
