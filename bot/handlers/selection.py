"""The staff's desk: selection and seats of their classes, by taps and a typed line."""

from datetime import UTC, datetime

from telegram import Update

from bot.context import Turn
from bot.errors import words_for
from bot.phrases import ScoreLine, score_to_note
from bot.presses import selection as to
from bot.rights import clerk_of, rights_of
from bot.screens import show
from bot.views import selection as views
from bot.views.seats import points
from bot.views.selection_asking import sure_screen
from bot.views.selection_list import LINES_A_PAGE, list_screen
from intake.applications.errors import ReasonMissing
from intake.seats.counter import REASONS
from intake.seats.errors import NoSeatToGive, OfAGroup, SeatGivenBack, TrainingOver
from intake.selection import desk
from intake.selection.errors import AlreadyAnnounced, NotScheduled, ResultsScheduled
from intake.selection.gaps import Gap, class_and_gaps, people_in
from intake.selection.override_rows import overrides_waiting
from intake.selection.people import person_view
from intake.selection.rows import class_view, desk_class, desk_classes, people_of, ranked_page
from intake.selection.score_files import mark_of

NOT_TO_GIVE = (NoSeatToGive, OfAGroup, SeatGivenBack, TrainingOver)


async def list_classes(update: Update, turn: Turn) -> None:
    database, rights = turn.house.database, await rights_of(turn)
    found = await database.read(desk_classes, rights)
    waiting = await database.read(overrides_waiting, rights)
    page = turn.pressed(to.ListSelectionClasses).page
    await show(update, turn, views.classes_screen(turn.t, found, len(waiting), page))


async def open_class(update: Update, turn: Turn) -> None:
    await show_class(update, turn, turn.pressed(to.OpenSelection).class_id)


async def show_class(update: Update, turn: Turn, class_id: int, note: str = "") -> None:
    house = turn.house
    rights = await rights_of(turn)
    view, gaps = await house.database.read(class_and_gaps, class_id, rights, now=house.now())
    await show(update, turn, views.class_screen(turn.t, view, gaps, house.zone, note))


async def list_gaps(update: Update, turn: Turn) -> None:
    class_id, house, rights = turn.pressed(to.ListGaps).class_id, turn.house, await rights_of(turn)
    view, gaps = await house.database.read(class_and_gaps, class_id, rights, now=house.now())
    await show(update, turn, views.gaps_screen(turn.t, view, gaps))


async def list_people(update: Update, turn: Turn) -> None:
    press, database = turn.pressed(to.ListApplicants), turn.house.database
    rights = await rights_of(turn)
    view = await database.read(class_view, press.class_id, rights)
    found = await database.read(people_of, press.class_id, rights, press.page, views.PEOPLE_A_PAGE)
    await show(update, turn, views.people_screen(turn.t, view, found))


async def list_lacking(update: Update, turn: Turn) -> None:
    press, house, rights = turn.pressed(to.ListLacking), turn.house, await rights_of(turn)
    gap, size = Gap(press.gap), views.PEOPLE_A_PAGE
    found = await house.database.read(
        people_in, press.class_id, rights, gap, press.page, size, now=house.now()
    )
    await show(update, turn, views.lacking_screen(turn.t, press.class_id, found, gap))


async def open_person(update: Update, turn: Turn) -> None:
    await show_person(update, turn, turn.pressed(to.OpenApplicant).application_id)


async def show_person(update: Update, turn: Turn, application_id: int, note: str = "") -> None:
    house = turn.house
    view = await house.database.read(person_view, application_id, await rights_of(turn))
    await show(update, turn, views.person_screen(turn.t, view, house.zone, note))


async def note_absence(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(to.NoteAbsence), turn.house
    await house.database.write(
        desk.note_absence, await clerk_of(turn), press.application_id, press.part, now=house.now()
    )
    await show_person(update, turn, press.application_id, turn.t("selection-noted"))


async def note_score(update: Update, turn: Turn, text: str) -> bool:
    """ "nilai PBK-2025-3-0001 tes 81,25"; False: other words, or not a member of staff's."""
    line = score_to_note(text)
    if line is None or not await rights_of(turn):
        return False
    application_id, note = await record_line(turn, line)
    await show_person(update, turn, application_id, note)
    return True


async def record_line(
    turn: Turn, line: ScoreLine, *, class_id: int | None = None
) -> tuple[int, str]:
    """Of which application, and what is said of it. Raises NotOfYourProvider, NotPossible,
    ResultsScheduled, NoScore.
    """
    house, clerk = turn.house, await clerk_of(turn)
    mark = mark_of(line.number, line.part, line.told)
    id_ = await house.database.write(
        desk.record_one, clerk, mark, class_id=class_id, now=house.now()
    )
    told = "absent" if mark.score is None else points(mark.score)
    note = turn.t(f"selection-noted-{mark.part}", number=line.number.upper(), points=told)
    return id_, note


async def confirm(update: Update, turn: Turn) -> None:
    id_, house = turn.pressed(to.ConfirmForThem).application_id, turn.house
    new = await house.database.write(
        desk.confirm_for_them, await clerk_of(turn), id_, now=house.now(), zone=house.zone
    )
    house.nudge()
    key = "selection-confirmed" if new else "selection-confirmed-already"
    await show_person(update, turn, id_, turn.t(key))


async def let_go(update: Update, turn: Turn) -> None:
    press = turn.pressed(to.LetGoBecause)
    if press.why not in REASONS:
        raise ReasonMissing
    await let_go_because(update, turn, press.application_id, press.why)


async def let_go_because(update: Update, turn: Turn, application_id: int, why: str) -> None:
    """Tapped or typed. Refused, their screen says so."""
    house, clerk = turn.house, await clerk_of(turn)
    try:
        made = await house.database.write(
            desk.let_go_for_them, clerk, application_id, why, now=house.now(), zone=house.zone
        )
    except NOT_TO_GIVE as error:
        note = words_for(error, turn.t) or ""
    else:
        note = turn.t("selection-let-gone", made=made)
    house.nudge()
    await show_person(update, turn, application_id, note)


async def draw(update: Update, turn: Turn) -> None:
    class_id, house = turn.pressed(to.DrawList).class_id, turn.house
    _, dropped = await house.database.write(
        desk.draw_up, await clerk_of(turn), class_id, now=house.now(), zone=house.zone
    )
    note = turn.t("selection-moves-dropped", count=dropped) if dropped else ""
    await _show_list(update, turn, class_id, 0, note)


async def open_list(update: Update, turn: Turn) -> None:
    press = turn.pressed(to.ShowList)
    await _show_list(update, turn, press.class_id, press.page)


async def announce(update: Update, turn: Turn) -> None:
    """The last word: from that minute on, or at once. Where they are out, the class says so."""
    press, house = turn.pressed(to.AnnounceResults), turn.house
    at, before = _minute(press.minute), _minute(press.before)
    try:
        await house.database.write(
            desk.set_minute, await clerk_of(turn), press.class_id,
            ranking_id=press.ranking_id, at=at, before=before,
            now=house.now(), zone=house.zone,
        )  # fmt: skip
    except (AlreadyAnnounced, ResultsScheduled) as error:
        note = words_for(error, turn.t) or ""
    else:
        note = turn.t("selection-going-out" if at is None else "selection-minute-set")
    await show_class(update, turn, press.class_id, note)


def _minute(since_1970: int) -> datetime | None:
    return datetime.fromtimestamp(since_1970 * 60, UTC) if since_1970 > 0 else None


async def take_back(update: Update, turn: Turn) -> None:
    """Taken back by now, or out: the class says so."""
    class_id, house = turn.pressed(to.TakeBackResults).class_id, turn.house
    try:
        await house.database.write(
            desk.take_back, await clerk_of(turn), class_id, now=house.now(), zone=house.zone
        )
    except (AlreadyAnnounced, NotScheduled) as error:
        note = words_for(error, turn.t) or ""
    else:
        note = turn.t("selection-taken-back")
    await show_class(update, turn, class_id, note)


async def ask_sure(update: Update, turn: Turn, class_id: int, at: datetime | None) -> None:
    """How many would be told what; refused where it can't be. `at` None: at once."""
    house, clerk = turn.house, await clerk_of(turn)
    now = house.now()
    told = await house.database.write(
        desk.foresee, clerk, class_id, at=at or now, now=now, zone=house.zone
    )
    found = await house.database.read(desk_class, class_id, clerk.rights)
    await show(update, turn, sure_screen(turn.t, found, told, at, house.zone))


async def _show_list(update: Update, turn: Turn, class_id: int, page: int, note: str = "") -> None:
    database, rights = turn.house.database, await rights_of(turn)
    view = await database.read(class_view, class_id, rights)
    found = await database.read(ranked_page, class_id, rights, page, LINES_A_PAGE)
    await show(update, turn, list_screen(turn.t, view, found, note))
