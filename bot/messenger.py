"""Carries the outbox's letters: words chosen now, from the truth of now, sent by Telegram."""

from collections.abc import Awaitable, Mapping
from typing import Any, TypeVar

import structlog
from sqlalchemy.orm import Session
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.context import House
from bot.digests import write_digest
from bot.letters import LETTERS, SHARED_LETTERS, SharedWriter, Writer, is_alike
from bot.line import Line
from bot.outgoing import Outgoing, sent_as
from notices.limits import FREE_CEILING
from notices.sender import Letter, Moot, Passing, Rejected, Told, Trouble
from storage.memory import reads
from texts import speaker

T = TypeVar("T")

log = structlog.get_logger(__name__)

UNREADABLE = "can't parse entities"
UNCHANGED = "message is not modified"
NOT_TO_EDIT = "message to edit not found"
NOT_TO_DELETE = "message to delete not found"
TOO_OLD = "message can't be deleted"
A_PICTURE = "there is no text in the message"


class Messenger:
    """The Sender that `notices` asks for. The writers are those of `bot.letters` unless told."""

    def __init__(
        self,
        bot: ExtBot[Any],
        house: House,
        writers: Mapping[str, Writer] = LETTERS,
        shared: Mapping[str, SharedWriter] = SHARED_LETTERS,
    ) -> None:
        self._line = Line(bot, paid=house.bulk_rate > FREE_CEILING)
        self._house = house
        self._writers, self._shared = writers, shared
        self._refused: Outgoing | None = None

    async def send(self, letter: Letter) -> int | Told:
        if letter.along:
            return await self._send_together(letter)
        outgoing = await _before_sending(letter, self._words(letter))
        if outgoing.changes:
            return await self._change(letter, outgoing)
        return await self._deliver(letter, outgoing)

    async def _send_together(self, letter: Letter) -> Told:
        database = self._house.database
        writing = database.read(write_digest, letter, self._house, self._writers)
        digest = await _before_sending(letter, writing)
        return Told(await self._deliver(letter, digest.words), digest.moot)

    async def _words(self, letter: Letter) -> Outgoing:
        """What this letter says, and by which call."""
        if letter.kind in self._shared:
            return await self._shared_words(letter)
        if letter.kind not in self._writers:
            raise Rejected(f"nobody knows how to write {letter.kind!r}")
        if is_alike(letter):
            return await self._house.database.read_shared(self._write_for_all, Alike(letter))
        return await self._house.database.read(self._write, letter)

    def _write(self, session: Session, letter: Letter) -> Outgoing:
        write = self._writers[letter.kind]
        said = write(session, letter, speaker(letter.language), self._house)
        return said if isinstance(said, Outgoing) else sent_as(said)

    @reads("meetings", "classes", "programmes", "waves", "places")
    def _write_for_all(self, session: Session, alike: "Alike") -> Outgoing:
        return self._write(session, alike.letter)

    async def _shared_words(self, letter: Letter) -> Outgoing:
        """Written once for all who read this language."""
        write, told = self._shared[letter.kind], letter.facts["broadcast_id"]
        said = await self._house.database.read_shared(write, told, letter.language)
        if said is None:
            raise Moot("there is nothing to tell any more")
        return said

    async def _change(self, letter: Letter, outgoing: Outgoing) -> int:
        """Edit or delete a message; where that is so already, it is done."""
        number: int = letter.facts["message_id"]
        deletes = outgoing.method == "deleteMessage"
        try:
            return await self._deliver(letter, outgoing, number)
        except Rejected as refusal:
            if _says(refusal, UNCHANGED) or (deletes and _says(refusal, NOT_TO_DELETE)):
                return number
            if _says(refusal, NOT_TO_EDIT):
                raise Moot("the message is gone") from None
            if not (deletes and _says(refusal, TOO_OLD)):
                raise
        return await self._withdraw(letter, "editMessageText", "text")

    async def _withdraw(self, letter: Letter, method: str, field: str) -> int:
        """What is too old to be deleted says instead that it holds no longer."""
        words = speaker(letter.language)("broadcast-recalled")
        outgoing = Outgoing(method, {field: words, "parse_mode": ParseMode.HTML})
        try:
            return await self._change(letter, outgoing)
        except Rejected as refusal:
            if field == "caption" or not _says(refusal, A_PICTURE):
                raise
        return await self._withdraw(letter, "editMessageCaption", "caption")

    async def _deliver(self, letter: Letter, outgoing: Outgoing, number: int | None = None) -> int:
        if outgoing is not self._refused:
            try:
                return await self._line.call(outgoing, letter.telegram_id, number)
            except Rejected as refusal:
                if not _says(refusal, UNREADABLE):
                    raise
                # Our mistake, not theirs: they get the words without the bold. What is the same
                # for many is not tried with each of them.
                self._refused = outgoing
                log.error("letter's HTML refused", kind=letter.kind, error=str(refusal))
        return await self._line.call(outgoing.in_plain_words(), letter.telegram_id, number)


class Alike:
    """A letter as one of those that say the same: equal to all of its kind, facts and language."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self._says = (letter.kind, letter.language, tuple(sorted(letter.facts.items())))

    def __hash__(self) -> int:
        return hash(self._says)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alike) and self._says == other._says


async def _before_sending(letter: Letter, writing: Awaitable[T]) -> T:
    """Whatever goes wrong by now, the database away or a mistake of ours: nothing has gone out, so
    a broadcast need not be called uncertain for it.
    """
    try:
        return await writing
    except Trouble:
        raise
    except Exception as error:
        log.exception("letter_not_written", notice=letter.notice_id, kind=letter.kind)
        raise Passing(type(error).__name__) from None


def _says(refusal: Rejected, words: str) -> bool:
    return words in str(refusal).lower()
