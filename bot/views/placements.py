"""A pupil's own placement: whether it is theirs, where and when it is, their guardian's yes."""

from bot.keyboards import Row, button, ways_back
from bot.presses.cards import ShowCard
from bot.presses.menu import OpenMenu
from bot.presses.schedule import OpenApplication
from bot.presses.schools import ConnectPupil, GuardianAgrees, OpenPlacement
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from bot.views.schools import facts_told
from intake.applications.rows import ApplicationState
from intake.schools.rows import GroupView, PupilView
from texts import Speaker
from texts.moments import day


def is_it_you_screen(t: Speaker, group: GroupView, pupil: PupilView, code: str) -> Screen:
    """Before the code is used up: it may have come to another's phone."""
    text = t("placements-you", name=pupil.name, school=group.school, study=pupil.study)
    rows = [
        [button(t.plain("placements-yes"), ConnectPupil(code))],
        [button(t.plain("placements-no"), OpenMenu())],
    ]
    return Screen(text, rows)


def consent_first_screen(t: Speaker) -> Screen:
    read = button(t.plain("registration-read-consent"), OpenConsent())
    return Screen(t("placements-consent"), [[read], ways_back(t)])


def placement_screen(t: Speaker, group: GroupView, pupil: PupilView, note: str = "") -> Screen:
    """`note`: what has just come about; whoever has left the group reads that instead."""
    agreed = pupil.guardian_agreed_at
    text = t(
        "placements-mine",
        **facts_told(t, group),
        guardian=(pupil.guardian if pupil.live else None) or "none",
        agreed="none" if agreed is None else day(agreed.date(), t.language),
    )
    if not pupil.live:
        note = t("placements-left")
    rows: list[Row] = []
    if pupil.state is ApplicationState.ADMITTED:
        rows.append([button(t.plain("card-see"), ShowCard(pupil.application_id))])
    if pupil.live and pupil.guardian is not None and agreed is None:
        agrees = GuardianAgrees(pupil.application_id)
        rows.append([button(t.plain("placements-guardian"), agrees)])
    back = ways_back(t, OpenApplication(pupil.application_id))
    return Screen(f"{note}\n\n{text}" if note else text, [*rows, back])


def placement_row(t: Speaker, application_id: int) -> Row:
    """On the page of a pupil's application."""
    return [button(t.plain("placements-see"), OpenPlacement(application_id))]
