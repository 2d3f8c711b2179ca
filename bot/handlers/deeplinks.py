"""Links into the bot: https://t.me/<bot>?start=<payload>."""

import re
from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Turn
from bot.handlers import cards, certificates, courses, phones, placements, schools, staff

Opener = Callable[[Update, Turn, str], Awaitable[None]]

OPENERS: dict[str, Opener] = {
    "p": courses.open_by_slug,
    "staf": staff.accept,
    "h": cards.scan,
    "s": certificates.verify_link,
    "pindah": phones.open_link,
    "sekolah": schools.accept,
    "siswa": placements.open_code,
}
"""What heads a payload → who opens the rest: "p-las-smaw-a" is a programme by its slug, "staf-…"
an invitation of staff, "h_…" the code of a participant card, "s_…" a certificate, "pindah-…" a link
from the counter by which a phone takes somebody over, "sekolah-…" an invitation of a school's
teacher, "siswa_…" a pupil's code.
"""
HEAD = re.compile(r"(?P<kind>[a-z]+)(?:[-_](?P<rest>.*))?")


def leads_somewhere(payload: str) -> bool:
    """Whether it is of a kind that is known; what it names may be gone, and its opener says so."""
    return _parts(payload)[0] in OPENERS


async def follow(update: Update, turn: Turn, payload: str) -> None:
    """Open what the payload names."""
    kind, rest = _parts(payload)
    await OPENERS[kind](update, turn, rest)


def _parts(payload: str) -> tuple[str, str]:
    """Its head, and what follows after a hyphen or an underscore."""
    found = HEAD.fullmatch(payload)
    return (found["kind"], found["rest"] or "") if found else ("", "")
