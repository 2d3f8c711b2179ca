"""A wave of one's own, from its plan on: its dates, its people, and the way there."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select, update

from bot.presses.registration import StartRegistration
from catalog.load import load_catalogue
from catalog.load.known import known_in
from catalog.reading import read_catalogue
from intake.applications.rows import ApplicationView, list_applications
from storage.models import Wave
from tests.journeys.desk import applicants
from tests.journeys.shared import NUMBERS, Seeker, nik_of
from tests.running import Running

SLUG, CODE, TITLE = "las-smaw-a", "PBK-UJI", "Las SMAW A"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
PLAN = """
waves:
  - slug: pbk-uji
    code: {code}
    provider: uptd-pelatihan-kerja
    title: Pelatihan Berbasis Kompetensi (uji)
    source: contoh-jawara
    example: true
    absences_allowed: 1
    registration_opens_at: {day[3]} 08:00
    registration_closes_at: {day[6]} 16:00
    starts_on: {day[16]}
    ends_on: {day[18]}
    stages:
      - {{kind: registration, starts_at: {day[3]} 08:00, ends_at: {day[6]} 16:00}}
      - {{kind: papers, starts_at: {day[7]} 08:00, ends_at: {day[7]} 16:00}}
      - {{kind: test, starts_at: {day[9]} 08:00}}
      - {{kind: interview, starts_at: {day[10]} 08:00}}
      - {{kind: results, starts_at: {day[12]} 10:00}}
      - {{kind: reregistration, starts_at: {day[12]} 10:00, ends_at: {day[13]} 16:00}}
      - {{kind: training, starts_at: {day[16]} 07:30, ends_at: {day[18]} 15:15}}
      - {{kind: certificates, starts_at: {day[20]} 08:00}}
    classes:
      - programme: {slug}
        capacity: 16
        place: uptd-jelupang
        meetings:
          - {{number: 1, starts_at: {day[16]} 07:30, ends_at: {day[16]} 15:15}}
          - {{number: 2, starts_at: {day[17]} 07:30, ends_at: {day[17]} 15:15}}
          - {{number: 3, starts_at: {day[18]} 07:30, ends_at: {day[18]} 15:15}}
"""


@dataclass
class Round:
    """Its days count from the one on which it was planned."""

    jawara: Running
    planned_at: datetime
    wave_id: int

    async def reach(self, day: int, hour: int, minute: int = 0) -> None:
        """In steps of some hours, as time goes; every tick runs at each of them."""
        there = datetime.combine(
            (self.planned_at + day * DAY).date(), time(hour, minute), self.jawara.settings.zone
        )
        while (left := there - self.jawara.clock()) > timedelta(0):
            await self.jawara.later(min(left, 8 * HOUR).total_seconds())
        await self.jawara.later(1)  # and what has become due by the last of them

    def state(self) -> str:
        with self.jawara.database.snapshot() as session:
            return session.get_one(Wave, self.wave_id).state

    def applications(self) -> list[ApplicationView]:
        """Of all its people, in the order in which they came."""
        with self.jawara.database.snapshot() as session:
            return list_applications(session, wave="pbk-uji")


def plan(jawara: Running, folder: Path) -> Round:
    """As staff do: a file, checked and loaded."""
    now = jawara.clock().astimezone(jawara.settings.zone)
    file = folder / "gelombang.yaml"
    days = [(now + number * DAY).date() for number in range(21)]
    file.write_text(PLAN.format(code=CODE, slug=SLUG, day=days), encoding="utf-8")
    with jawara.database.transaction() as session:
        # The example's waves would take registrations for the same programme.
        session.execute(update(Wave).where(Wave.state == "open").values(state="finished"))
        read = read_catalogue(file, known_in(session))
        load_catalogue(session, read, now=now)
        wave_id = session.scalars(select(Wave.id).where(Wave.code == CODE)).one()
    return Round(jawara, now, wave_id)


async def register_two(siti: Seeker) -> None:
    """A mother and her daughter by one phone, in the same class."""
    await siti.register_for(SLUG)
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    await siti.press_old(StartRegistration(siti.class_of(SLUG)))
    await siti.press("Daftarkan orang lain")
    await siti.pass_check()
    for text in (
        "Sari Aminah", nik_of(next(NUMBERS)), "ya", "081234560005", "sma", "kota serang",
    ):  # fmt: skip
        await siti.say(text)
    await siti.press("Kirim pendaftaran")


async def register_others(round_: Round, count: int) -> list[Seeker]:
    return await applicants(round_.jawara, SLUG, count, first_id=700_000)


async def told(person: Seeker, words: str) -> list[str]:
    """What the bot has said with these words."""
    texts = [str(m.get("text") or m.get("caption") or "") for m in await person.heard()]
    return [text for text in texts if words in text]
