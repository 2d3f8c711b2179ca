"""Named errors become words, everything else an apology and a line in the log."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from structlog.testing import capture_logs
from telegram import Update

from bot.context import Turn
from bot.counting import Counts
from bot.errors import words_for
from bot.screens import Screen, say
from intake.applications.errors import AlreadyApplied
from intake.registration.errors import RegistrationClosed
from people.errors import BadAnswer, FutureBirth, NotDigits
from tests.bot.bare import Handler, polling
from tests.simulator import Simulator, running_emulator
from tests.texts.test_errors import facts_of, of_people
from texts import LANGUAGES, speaker

SITI = 7001
SORRY = speaker("id").plain("error-unexpected")
MOMENT = datetime(2025, 11, 17, 3, tzinfo=UTC)
PLAUSIBLE: dict[str, object] = {
    "closed_at": MOMENT, "opens_at": MOMENT, "deadline": MOMENT, "born_on": date(2031, 1, 5),
    "draft": SimpleNamespace(id=1, step="nik"),
    "check": SimpleNamespace(trait="trait-age", programme_id=1),
    "capacity": 16, "given": 3, "least": 2, "most": 60, "candidates": ("3603", "3671"),
    "number": "PBK-1", "state": "admitted", "wanted": "withdrawn", "entry": "siapkerja",
    "strange": "<#>", "digits": "7", "prefix": "021", "day": 31, "month": 2, "step": "nik",
    "length": 5000, "limit": 4096, "problem": "unclosed", "what": "<b>", "line": 2, "column": 7,
    "kind": "sticker", "criterion": "waves", "count": 3, "expires_at": MOMENT, "start_at": MOMENT,
    "replaced_at": MOMENT, "starts_at": MOMENT, "starts_on": date(2025, 12, 1), "whose": "wave",
    "names": "Pak Dedi", "issued_on": date(2025, 1, 5), "ended_on": date(2027, 1, 5),
    "until": MOMENT, "papers": "ktp", "most_mb": 10, "most_megapixels": 32, "pages": 6,
    "width": 90, "height": 60, "called": "Sari", "people": ("Sari", "Siti"),
    "at": MOMENT, "why": "headings", "ends_on": date(2026, 1, 5), "held": 3, "free": 2, "told": 3,
    "rank": 4, "move": "results", "titles": ("Las", "Jahit"), "item": "paspor", "last": 9,
    "found": "nama",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", sorted(of_people(), key=str), ids=str)
def test_every_error_a_person_can_cause_has_words(error: type[Exception], language: str) -> None:
    facts = {name: PLAUSIBLE[name] for name in facts_of(error)}
    told = words_for(error(**facts), speaker(language))
    assert told
    assert "{" not in told


def test_facts_are_told_as_people_write_them() -> None:
    t = speaker("id")
    closed = words_for(RegistrationClosed(MOMENT), t)
    assert closed is not None
    assert closed.splitlines()[0] == (
        "📝 Pendaftaran kelas ini sudah ditutup sejak "
        "<b>Senin, 17 November 2025, pukul 10.00 WIB</b>."
    )
    unknown = words_for(RegistrationClosed(None), t)
    assert unknown is not None
    assert unknown.splitlines()[0] == "📝 Pendaftaran kelas ini sudah ditutup."
    born = words_for(FutureBirth(born_on=date(2031, 1, 5)), speaker("en"))
    assert born is not None
    assert "Sunday, 5 January 2031" in born


def test_what_a_person_typed_is_no_html() -> None:
    told = words_for(NotDigits(strange="<b>&"), speaker("id"))
    assert told is not None
    assert told.split("ada: ")[1].split(". Contoh")[0] == "&lt;b&gt;&amp;"


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), BadAnswer(), None])
def test_an_error_that_is_not_the_domains_has_no_words(error: Exception | None) -> None:
    assert words_for(error, speaker("id")) is None


class Counter:
    """A bot whose handler fails as the test wishes, and Siti before it."""

    def __init__(self, address: str, telegram: Simulator) -> None:
        self.address, self.telegram = address, telegram

    async def when(self, handler: Handler, text: str = "halo") -> list[str]:
        """What Siti reads after she has said something."""
        async with polling(self.address, handler):
            await self.telegram.say(SITI, text)
        heard = await self.telegram.transcript(SITI)
        return [message["text"] for message in heard if message["from"]["is_bot"]]

    async def calls(self) -> list[str]:
        told = [each["method"] for each in await self.telegram.requests()]
        return [name for name in told if name not in ("getMe", "getUpdates")]


@pytest.fixture
async def counter() -> AsyncIterator[Counter]:
    async with running_emulator() as address, Simulator(address) as telegram:
        await telegram.add_user("Siti", id=SITI)
        yield Counter(address, telegram)


async def test_a_named_error_is_told_and_not_logged(counter: Counter) -> None:
    async def refuse(_update: Update, _turn: Turn) -> None:
        raise AlreadyApplied("PBK-7")

    with capture_logs() as logs:
        [told] = await counter.when(refuse)
    assert told.startswith("NIK ini sudah terdaftar di gelombang yang sama dengan nomor PBK-7.")
    assert logs == []


async def test_an_unknown_error_is_an_apology_and_a_line_in_the_log(counter: Counter) -> None:
    async def stumble(_update: Update, _turn: Turn) -> None:
        raise ZeroDivisionError

    with capture_logs() as logs:
        assert await counter.when(stumble) == [SORRY]
    [line] = logs
    assert (line["event"], line["log_level"]) == ("handler failed", "error")
    assert type(line["exc_info"]) is ZeroDivisionError


async def test_what_people_get_an_apology_for_is_counted(counter: Counter) -> None:
    counted: list[Counts] = []

    async def stumble(update: Update, turn: Turn) -> None:
        counted.append(turn.counts)
        raise ZeroDivisionError

    with capture_logs():
        await counter.when(stumble)
    assert [counts.errors for counts in counted] == [1]


async def test_whoever_has_blocked_us_is_left_alone(counter: Counter) -> None:
    async def answer(update: Update, turn: Turn) -> None:
        if update.message is not None:  # that of the blocking itself comes as well
            await counter.telegram.block(SITI)
            await say(update, turn, Screen("halo"))

    counter.telegram.settles = False
    with capture_logs() as logs:
        async with polling(counter.address, answer):
            await counter.telegram.say(SITI, "halo")
            await counter.telegram.settle()
    assert await counter.calls() == ["sendMessage"]
    assert logs == []


async def test_an_apology_that_does_not_get_through_ends_there(counter: Counter) -> None:
    async def stumble(_update: Update, _turn: Turn) -> None:
        raise ZeroDivisionError

    fault = {"status": 400, "description": "no", "methods": ["sendMessage"]}
    await counter.telegram.faults(errors=fault)
    with capture_logs() as logs:
        assert await counter.when(stumble) == []
    assert [(log["event"], log["log_level"]) for log in logs] == [
        ("handler failed", "error"),
        ("the answer to an error failed", "error"),
    ]
