"""The participant card: what stands on it, what is said below it, and what a scan brings."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.card_picture import CardFace
from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.attendance import OpenRecord, OpenRoll, TakeLate
from bot.presses.cards import AskRenewCard, RenewCard
from bot.presses.schedule import OpenApplication, OpenScheduleBelow
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.attendance import meeting_caption, record_words
from intake.training.attendance import Scan
from intake.training.cards import CardView
from texts import Speaker
from texts.moments import clock

CHOICES = 5


def face_of(t: Speaker, card: CardView) -> CardFace:
    trainee = card.trainee
    facts = [
        (t.plain("card-programme"), trainee.programme_title),
        (t.plain("card-wave"), trainee.wave_title),
        (t.plain("card-place"), trainee.place_name or t.plain("schedule-place-unknown")),
    ]
    return CardFace(
        t.plain("card-title"), trainee.name, facts, trainee.number, t.plain("card-note")
    )


def caption_of(t: Speaker, card: CardView) -> Screen:
    """What is said below the picture: whose it is, what for, and what to do where it is lost."""
    trainee = card.trainee
    id_ = trainee.application_id
    rows = [
        [button(t.plain("card-lost"), AskRenewCard(id_, card.id))],
        [button(t.plain("letter-see-schedule"), OpenScheduleBelow())],
        ways_back(t),
    ]
    return Screen(t("card-caption", name=trainee.name, number=trainee.number), rows)


def ask_renew_screen(t: Speaker, application_id: int, card_id: int) -> Screen:
    keep = button(t.plain("card-keep"), OpenApplication(application_id))
    renew = button(t.plain("card-renew"), RenewCard(application_id, card_id))
    return Screen(t("card-ask-renew"), [[keep], [renew], ways_back(t)])


def renewed_screen(t: Speaker, application_id: int) -> Screen:
    return Screen(t("card-renewed"), [ways_back(t, OpenApplication(application_id))])


def stranger_screen(t: Speaker) -> Screen:
    """For whoever finds a card, or tries a link: nothing about anybody."""
    return Screen(t("card-stranger"), [ways_back(t)])


def scan_screen(t: Speaker, scan: Scan, now: datetime, zone: ZoneInfo) -> Screen:
    if scan.record is None:
        return _choice(t, scan, now, zone)
    record, trainee = scan.record, scan.trainee
    text = t(
        "card-scanned",
        name=trainee.short_name,
        programme=trainee.programme_title,
        meeting=record.meeting_number,
        state=record_words(t, record, zone),
        already="yes" if scan.already else "no",
    )
    rows = [
        [
            button(t.plain("attendance-correct"), _record(scan)),
            button(t.plain("attendance-see-roll"), OpenRoll(record.meeting_id, 0)),
        ],
        ways_back(t, OpenStaff()),
    ]
    return Screen(text, rows)


def _record(scan: Scan) -> OpenRecord:
    assert scan.record is not None
    return OpenRecord(scan.trainee.application_id, scan.record.meeting_id)


def _choice(t: Speaker, scan: Scan, now: datetime, zone: ZoneInfo) -> Screen:
    """No meeting now: for which of the last days is it meant?"""
    trainee = scan.trainee
    facts = {
        "name": trainee.short_name,
        "programme": trainee.programme_title,
        "clock": clock(now, zone),
    }
    if not scan.choices:
        return Screen(t("card-no-meeting", **facts), [ways_back(t, OpenStaff())])
    id_, minute = trainee.application_id, int(now.timestamp()) // 60
    ways = [
        button(meeting_caption(t, each, zone), TakeLate(id_, each.id, minute))
        for each in scan.choices[:CHOICES]
    ]
    rows: list[Row] = [*in_columns(ways, 1), ways_back(t, OpenStaff())]
    return Screen(t("card-which-meeting", **facts), rows)
