"""Vacancies: lists, one of them, saving and hiding."""

from telegram import Update

from bot.context import Turn
from bot.presses.vacancies import ListVacancies, ListVacancyStreams, MarkVacancy, OpenVacancy
from bot.reading import streams_for
from bot.screens import Screen, show, show_below
from bot.views import vacancies as views
from catalog.programmes import list_clusters
from vacancies.cards import Mark
from vacancies.listing import Filters, list_vacancies, mark_vacancy, show_vacancy


async def open_vacancies(update: Update, turn: Turn) -> None:
    await show(update, turn, views.hub_screen(turn.t, turn.account))


async def list_streams(update: Update, turn: Turn) -> None:
    clusters = await turn.house.database.read(streams_for, turn.account.id)
    page = turn.pressed(ListVacancyStreams).page
    await show(update, turn, views.streams_screen(turn.t, clusters, page))


async def list_some(update: Update, turn: Turn) -> None:
    press = turn.pressed(ListVacancies)
    if press.which == "near" and turn.account.domicile is None:
        press = ListVacancies("all", press.page)  # an old button: the domicile was taken back
    await _list(update, turn, press)


async def open_vacancy(update: Update, turn: Turn) -> None:
    await _open(update, turn, turn.pressed(OpenVacancy))


async def mark(update: Update, turn: Turn) -> None:
    """`press.mark` is one of ours, or it takes the mark away."""
    press, house = turn.pressed(MarkVacancy), turn.house
    chosen = Mark(press.mark) if press.mark in list(Mark) else None
    await house.database.write(
        mark_vacancy, turn.account.id, press.vacancy_id, chosen, now=house.now()
    )
    toast = turn.t.plain(f"vacancies-marked-{'not' if chosen is None else chosen.value}")
    await _open(update, turn, press, toast)


async def vacancy_below(update: Update, turn: Turn, vacancy_id: int) -> None:
    """In a message of its own: the one with the button stays. Raises UnknownVacancy."""
    await show_below(update, turn, await _vacancy(turn, OpenVacancy(vacancy_id)))


async def _open(
    update: Update, turn: Turn, press: OpenVacancy | MarkVacancy, toast: str | None = None
) -> None:
    await show(update, turn, await _vacancy(turn, press), toast=toast)


async def _vacancy(turn: Turn, press: OpenVacancy | MarkVacancy) -> Screen:
    house = turn.house
    card = await house.database.read(
        show_vacancy, press.vacancy_id, account_id=turn.account.id, now=house.now()
    )
    return views.vacancy_screen(turn.t, card, ListVacancies(press.which, press.page))


async def _list(update: Update, turn: Turn, press: ListVacancies) -> None:
    house = turn.house
    page = await house.database.read(
        list_vacancies,
        _filters(press.which, turn.account.domicile),
        account_id=turn.account.id,
        page=press.page,
        now=house.now(),
    )
    clusters = await house.database.read(list_clusters)
    await show(update, turn, views.list_screen(turn.t, press.which, page, clusters))


def _filters(which: str, domicile: str | None) -> Filters:
    if which.startswith("s-"):
        return Filters(stream=which[2:])
    known = {
        "near": Filters(region=domicile),
        "abroad": Filters(abroad=True),
        "saved": Filters(saved=True),
    }
    return known.get(which, Filters())
