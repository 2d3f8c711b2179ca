"""The staff's desk: its menu, the word of welcome, and those who were not told."""

from zoneinfo import ZoneInfo

from announcements.broadcast_rows import BroadcastView
from announcements.questions import Question
from bot.keyboards import button, in_columns, ways_back
from bot.presses.attendance import ListAttendanceClasses
from bot.presses.broadcasts import EditBroadcast, ListBroadcasts, NewBroadcast
from bot.presses.certificates import ListCertificateClasses
from bot.presses.document_desk import OpenDocumentDesk
from bot.presses.phones import OpenPhoneDesk
from bot.presses.promises import ListPromisedClasses
from bot.presses.schools import OpenGroups
from bot.presses.selection import ListSelectionClasses
from bot.presses.staff import ListUntold, OpenStaff, OpenStaffMore
from bot.presses.stages import ListWaves
from bot.presses.track_desk import ListTracks
from bot.screens import Screen
from bot.staff_reading import A_PAGE, UntoldLine, UntoldPage
from bot.views.vacancies import short
from people.staff import Role
from texts import Safe, Speaker
from texts.moments import day_of


def staff_screen(t: Speaker, name: str, draft: BroadcastView | None, waiting: int) -> Screen:
    """`draft`: not handed in yet; `waiting`: for a second person's yes, if theirs can be it."""
    rows = [
        [button(t.plain("staff-new"), NewBroadcast())],
        [button(t.plain("staff-list"), ListBroadcasts(0))],
        [button(t.plain("staff-selection"), ListSelectionClasses(0))],
        [button(t.plain("staff-documents"), OpenDocumentDesk())],
        [
            button(t.plain("staff-attendance"), ListAttendanceClasses(0)),
            button(t.plain("staff-certificates"), ListCertificateClasses(0)),
        ],
        [button(t.plain("staff-more"), OpenStaffMore())],
        ways_back(t),
    ]
    if draft is not None:  # eight buttons: a new one is begun where this one is discarded
        goes_on = EditBroadcast(draft.id, draft.step or Question.REVIEW.value)
        rows[0] = [button(t.plain("staff-resume"), goes_on)]
    return Screen(t("staff-menu", name=name, waiting=waiting), rows)


def more_screen(t: Speaker, *, schools: bool) -> Screen:
    """What is needed less often; six fit. `schools`: any has a group that they may see."""
    ways = [
        button(t.plain("staff-waves"), ListWaves(0)),
        button(t.plain("staff-phones"), OpenPhoneDesk()),
        button(t.plain("staff-tracks"), ListTracks()),
        button(t.plain("staff-untold"), ListUntold(0)),
        button(t.plain("staff-promises"), ListPromisedClasses(0)),
    ]
    if schools:
        ways.insert(0, button(t.plain("staff-schools"), OpenGroups(0)))
    return Screen(t("staff-more-text"), [*in_columns(ways, 1), ways_back(t, OpenStaff())])


def welcome_screen(t: Speaker, name: str, role: Role) -> Screen:
    desk = button(t.plain("staff-open"), OpenStaff())
    return Screen(t("staff-welcome", name=name, role=role.value), [[desk], ways_back(t)])


def how_screen(t: Speaker, what: str) -> Screen:
    """How a line is written that staff note something with. `what`: as of `half_said`."""
    return Screen(t(f"staff-how-{what}"), [ways_back(t, OpenStaff())])


def untold_screen(t: Speaker, page: UntoldPage, zone: ZoneInfo) -> Screen:
    back = ways_back(t, OpenStaffMore())
    if not page.lines:
        return Screen(t("staff-untold-none"), [back])
    lines = Safe("\n".join(_line(t, line, zone) for line in page.lines))
    turns = []
    if page.number > 0:
        turns.append(button(t.plain("common-previous"), ListUntold(page.number - 1)))
    if (page.number + 1) * A_PAGE < page.people:
        turns.append(button(t.plain("common-more"), ListUntold(page.number + 1)))
    text = t("staff-untold-text", count=page.people, lines=lines)
    return Screen(text, [*([turns] if turns else []), back])


def _line(t: Speaker, line: UntoldLine, zone: ZoneInfo) -> Safe:
    """One person: who, how to reach them, the last of what they don't know, why, since when."""
    what = f"staff-what-{line.kind.replace('_', '-')}"
    why = f"staff-why-{(line.reason or 'other').replace('_', '-')}"
    facts = {
        "name": short(line.name or t.plain("staff-untold-unnamed"), 40),
        "phone": line.phone or t.plain("staff-untold-no-phone"),
        "what": t.plain(what if t.knows(what) else "staff-what-other"),
        "why": t.plain(why if t.knows(why) else "staff-why-other"),
        "since": day_of(line.since, t.language, zone),
    }
    if line.more:
        return t("staff-untold-line-many", more=line.more, **facts)
    return t("staff-untold-line", **facts)
