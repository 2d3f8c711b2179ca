"""Letters of a wave that moves on: applicants are invited, staff hear what waits for them.

As in `bot.letters`, each re-reads the truth, and is Moot where there is nothing left to tell.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from bot.context import House
from bot.keyboards import Row, button
from bot.letters_intake import name_in_family, place_of, sendable
from bot.presses.document_desk import OpenDocumentDesk
from bot.presses.schedule import OpenApplication
from bot.presses.stages import OpenWave
from bot.screens import Screen
from bot.views.papers import names_of_papers
from bot.views.stages import stage_name
from catalog.errors import NoSuchWave
from catalog.timeline import EXAMS, Leg, legs_of
from intake.waves.tallies import still_unready, tally_of
from intake.waves.timelines import Standing, Timeline, timeline_of
from notices.sender import Letter, Moot
from people.staff import may_act_for, roles_of
from storage.models import Application, Wave
from texts import Safe, Speaker
from texts.moments import moment

NAMED = 4
"""So many classes are named; of the others, how many."""


def invited(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """To the test, the interview or both; and what papers must be there by then."""
    application = session.get(Application, letter.facts["application_id"])
    if application is None or application.state != "submitted":
        raise Moot("no longer in the selection")
    exams = [
        leg for leg in legs_of(session.get_one(Wave, application.wave_id)) if leg.kind in EXAMS
    ]
    ahead = [(leg.kind, leg.starts_at) for leg in exams if leg.starts_at]
    ahead = [(kind, at) for kind, at in ahead if at > house.now()]
    if not ahead:
        raise Moot("it has begun")
    lines = [
        t("stages-letter-invited-line", stage=stage_name(t, kind), when=moment(at, t, house.zone))
        for kind, at in ahead
    ]
    missing = application.missing_papers
    text = t(
        "stages-letter-invited",
        name=name_in_family(session, application),
        programme=application.course_class.programme.title,
        number=application.number,
        lines=Safe("\n".join(lines)),
        place=place_of(application),
        papers=names_of_papers(t, missing) if missing else "none",
    )
    see = [button(t.plain("letter-see-application"), OpenApplication(application.id))]
    return Screen(text, [*(sendable(t, application) if missing else []), see])


def papers_wait(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    timeline = _wave(session, letter)
    if timeline.standing("papers") is not Standing.NOW:
        raise Moot("the checking of papers is over")
    tally = tally_of(session, timeline.wave_id)
    leg = timeline.leg("papers")
    until = None if leg is None else leg.until
    text = t(
        "stages-letter-staff-papers",
        wave=timeline.code,
        count=tally.submitted,
        sent=tally.with_documents,
        until="none" if until is None else moment(until, t, house.zone),
    )
    desk = [button(t.plain("staff-documents"), OpenDocumentDesk())]
    return Screen(text, [desk, _see(t, timeline)])


def results_near(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """In a day lists go out by themselves: those that are ready."""
    timeline, leg = _results(session, letter)
    if timeline.standing("results") is not Standing.AHEAD or leg.revision != letter.facts["turn"]:
        raise Moot("the day has come, or is another one")
    assert leg.starts_at is not None
    return _about_results(session, letter, t, timeline, moment(leg.starts_at, t, house.zone))


def results_late(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    timeline, _ = _results(session, letter)
    if not still_unready(session, letter.facts["unready"]):
        raise Moot("all of them have their minute")
    return _about_results(session, letter, t, timeline, "none")


def certificates_wait(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    timeline = _wave(session, letter)
    count = tally_of(session, timeline.wave_id).admitted
    if not count:
        raise Moot("nobody was in the training")
    text = t("stages-letter-staff-certificates", wave=timeline.code, count=count)
    return Screen(text, [_see(t, timeline)])


def _results(session: Session, letter: Letter) -> tuple[Timeline, Leg]:
    timeline = _wave(session, letter)
    leg = timeline.leg("results")
    if leg is None or not timeline.outstanding:
        raise Moot("all results are out")
    return timeline, leg


def _about_results(
    session: Session, letter: Letter, t: Speaker, timeline: Timeline, when: str
) -> Screen:
    unready = still_unready(session, letter.facts["unready"])
    text = t(
        "stages-letter-staff-results",
        wave=timeline.code,
        when=when,
        ready=len(timeline.outstanding) - len(unready),
        unready=len(unready),
        titles=", ".join(unready[:NAMED]) or "none",
        more=max(0, len(unready) - NAMED),
    )
    return Screen(text, [_see(t, timeline)])


def _wave(session: Session, letter: Letter) -> Timeline:
    try:
        timeline = timeline_of(session, letter.facts["wave_id"])
    except NoSuchWave:
        raise Moot("the wave is gone") from None
    if not may_act_for(roles_of(session, letter.account_id), timeline.provider_id):
        raise Moot("they are not its staff any more")
    return timeline


def _see(t: Speaker, timeline: Timeline) -> Row:
    return [button(t.plain("stages-open-wave"), OpenWave(timeline.wave_id))]


OF_STAGES: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    "invited": invited,
    "staff_papers": papers_wait,
    "staff_results_near": results_near,
    "staff_results_late": results_late,
    "staff_certificates": certificates_wait,
}
"""A part of `bot.letters.LETTERS`."""
