"""Groups of pupils: what their school and the provider's staff see and are asked."""

from collections.abc import Sequence
from itertools import starmap

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.schools import (
    AcceptGroup,
    AskPupilList,
    AskReturnGroup,
    AskWithdrawPupil,
    EditGroup,
    ListPupils,
    NewGroup,
    OpenGroup,
    OpenGroups,
    OpenPupil,
    SendCodes,
    SendSample,
    WithdrawPupil,
)
from bot.presses.staff import OpenStaffMore
from bot.screens import Screen
from bot.views.paging import desk_page, page_of, turning
from bot.views.vacancies import short
from intake.schools.errors import Mistake
from intake.schools.forms import LABELS, GroupFacts
from intake.schools.rows import GroupClass, GroupState, GroupView, Hand, PupilView
from people.schools import SchoolView
from texts import Safe, Speaker
from texts.moments import day, span

WHYS = ("left", "replaced", "ill")
"""Why a pupil is withdrawn, as it can be tapped; each with words in `schools-why-…`."""
MISTAKES_SHOWN = 6
LONGEST_CAPTION = 44


def groups_screen(
    t: Speaker, groups: Sequence[GroupView], schools: Sequence[SchoolView], page: int
) -> Screen:
    new = [
        button(t.plain("schools-new", school=short(school.name, 30)), NewGroup(school.id, 0))
        for school in schools[:2]
    ]
    size = desk_page(len(groups) + len(new)) - len(new)
    shown, page = page_of(groups, page, size)
    ways = [button(_caption(t, each), OpenGroup(each.id)) for each in shown]
    text = t("schools-groups", count=len(groups), waiting=_waiting(groups))
    turns = turning(t, page, len(groups), OpenGroups, size)
    back = ways_back(t, None if schools else OpenStaffMore())  # who sends for none is staff
    return Screen(text, [*in_columns(new, 1), *in_columns(ways, 1), *turns, back])


def classes_screen(t: Speaker, school: SchoolView, classes: Sequence[GroupClass]) -> Screen:
    """Which programme and wave; none takes groups: so it says."""
    back = ways_back(t, OpenGroups(0))
    if not classes:
        return Screen(t("schools-no-class"), [back])
    ways = [
        button(short(f"{each.programme_title}, {each.wave_title}", LONGEST_CAPTION),
               NewGroup(school.id, each.id))
        for each in classes[:6]
    ]  # fmt: skip
    return Screen(t("schools-which-class"), [*in_columns(ways, 1), back])


def form_screen(t: Speaker, facts: GroupFacts | None, group_id: int | None, note: str) -> Screen:
    """The lines to be copied and filled in; of a group that is changed, as they are."""
    lines = Safe(f"<code>{_form(t, facts)}</code>")
    text = t("schools-again-form") if note else t("schools-form", lines=lines)
    back = OpenGroups(0) if group_id is None else OpenGroup(group_id)
    return Screen(f"{note}\n\n{text}" if note else text, [ways_back(t, back)])


def list_screen(t: Speaker, group: GroupView, note: str) -> Screen:
    free = group.facts.places - group.accepted
    text = t("schools-again-list" if note else "schools-list", host=group.facts.host, free=free)
    rows = [
        [button(t.plain("schools-sample"), SendSample())],
        ways_back(t, OpenGroup(group.id)),
    ]
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def reason_screen(t: Speaker, group: GroupView, note: str = "") -> Screen:
    text = t("schools-reason", school=group.school, waiting=group.waiting)
    return Screen(f"{note}\n\n{text}" if note else text, [ways_back(t, OpenGroup(group.id))])


def group_screen(t: Speaker, group: GroupView, hand: Hand, note: str = "") -> Screen:
    text = t("schools-group", **facts_told(t, group), **_counts(group))
    rows: list[Row] = []
    if group.state is GroupState.SENT and hand.decides(group.provider_id):
        rows.append(
            [
                button(t.plain("schools-accept"), AcceptGroup(group.id)),
                button(t.plain("schools-return"), AskReturnGroup(group.id)),
            ]
        )
    send = button(t.plain("schools-send-list"), AskPupilList(group.id))
    see = button(t.plain("schools-pupils"), ListPupils(group.id, 0))
    rows += [[see]] if group.waiting + group.accepted else []
    if group.accepted:
        rows.append([button(t.plain("schools-codes"), SendCodes(group.id))])
    rows += [[send], [button(t.plain("schools-edit"), EditGroup(group.id))]]
    return Screen(f"{note}\n\n{text}" if note else text, [*rows, ways_back(t, OpenGroups(0))])


def pupils_screen(t: Speaker, group: GroupView, pupils: Sequence[PupilView], page: int) -> Screen:
    size = desk_page(len(pupils))
    shown, page = page_of(pupils, page, size)
    ways = [button(_pupil_caption(t, each), OpenPupil(each.application_id)) for each in shown]
    turns = turning(t, page, len(pupils), lambda number: ListPupils(group.id, number), size)
    back = ways_back(t, OpenGroup(group.id))
    text = t("schools-pupil-list", host=group.facts.host, **_counts(group))
    return Screen(text, [*in_columns(ways, 1), *turns, back])


def pupil_screen(t: Speaker, group: GroupView, pupil: PupilView, note: str = "") -> Screen:
    text = t(
        "schools-pupil",
        name=pupil.name,
        number=pupil.number,
        study=pupil.study,
        state=t.plain(f"schools-pupil-{pupil.state.value}"),
        connected="yes" if pupil.connected_at else "no",
        consent=consent_told(t, pupil),
    )
    rows: list[Row] = []
    if pupil.live:
        rows.append([button(t.plain("schools-withdraw"), AskWithdrawPupil(pupil.application_id))])
    back = ways_back(t, ListPupils(group.id, 0))
    return Screen(f"{note}\n\n{text}" if note else text, [*rows, back])


def ask_withdraw_screen(t: Speaker, pupil: PupilView, note: str = "") -> Screen:
    """The safe choice first. Each reason does it."""
    id_ = pupil.application_id
    keep = [button(t.plain("schools-keep"), OpenPupil(id_))]
    whys = [button(t.plain(f"schools-why-{why}"), WithdrawPupil(id_, why)) for why in WHYS]
    rows = [keep, *in_columns(whys), ways_back(t)]
    text = t("schools-ask-withdraw", name=pupil.name)
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def welcome_screen(t: Speaker, school: SchoolView) -> Screen:
    see = button(t.plain("schools-open"), OpenGroups(0))
    return Screen(t("schools-welcome", school=school.name), [[see], ways_back(t)])


def mistakes_told(t: Speaker, mistakes: Sequence[Mistake]) -> Safe:
    """The first of them, and how many more there are."""
    lines = [mistake_line(t, each) for each in mistakes[:MISTAKES_SHOWN]]
    more = len(mistakes) - MISTAKES_SHOWN
    if more > 0:
        lines.append(t("schools-mistakes-more", count=more))
    return Safe("\n".join([t("schools-mistakes", count=len(mistakes)), *lines]))


def mistake_line(t: Speaker, mistake: Mistake) -> Safe:
    column = t.plain(f"schools-column-{mistake.column.replace('_', '-')}")
    what = t(f"schools-mistake-{mistake.kind}", found=mistake.found)
    return t("schools-mistake", row=mistake.row, column=column, what=what)


def facts_told(t: Speaker, group: GroupView) -> dict[str, str]:
    """Where, when and with whom, for texts."""
    facts = group.facts
    return {
        "host": facts.host,
        "address": facts.address,
        "school": group.school,
        "programme": group.programme_title,
        "days": span(facts.starts_on, facts.ends_on, t.language),
        "starts": day(facts.starts_on, t.language),
        "schoolsupervisor": facts.school_supervisor,
        "hostsupervisor": facts.host_supervisor,
        "state": t.plain(f"schools-state-{group.state.value}"),
    }


def consent_told(t: Speaker, pupil: PupilView) -> str:
    if pupil.guardian is None:
        return "none"
    agreed = pupil.guardian_agreed_at
    on_phone = "none" if agreed is None else day(agreed.date(), t.language)
    return t.plain("schools-consent", guardian=pupil.guardian, phone=on_phone)


def _form(t: Speaker, facts: GroupFacts | None) -> Safe:
    place = 0 if t.language == "id" else 1
    said = {} if facts is None else _said(facts)
    lines = starmap(
        lambda key, labels: t(
            "schools-form-line",
            label=labels[place][0].upper() + labels[place][1:],
            value=said.get(key) or t.plain(f"schools-example-{key.replace('_', '-')}"),
        ),
        LABELS.items(),
    )
    return Safe("\n".join(lines))


def _said(facts: GroupFacts) -> dict[str, str]:
    return {
        "host": facts.host,
        "address": facts.address,
        "starts_on": f"{facts.starts_on:%d/%m/%Y}",
        "ends_on": f"{facts.ends_on:%d/%m/%Y}",
        "places": str(facts.places),
        "school_supervisor": facts.school_supervisor,
        "host_supervisor": facts.host_supervisor,
    }


def _counts(group: GroupView) -> dict[str, int]:
    return {
        "places": group.facts.places,
        "free": group.free,
        "waiting": group.waiting,
        "accepted": group.accepted,
        "connected": group.connected,
    }


def _waiting(groups: Sequence[GroupView]) -> int:
    return sum(each.state is GroupState.SENT for each in groups)


def _caption(t: Speaker, group: GroupView) -> str:
    state = t.plain(f"schools-state-{group.state.value}")
    return short(f"{group.facts.host} · {state}", LONGEST_CAPTION)


def _pupil_caption(t: Speaker, pupil: PupilView) -> str:
    return f"{short(pupil.name, 26)} · {t.plain(f'schools-pupil-{pupil.state.value}')}"
