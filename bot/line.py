"""The lean line for bulk: one call, its message id, or what its refusal means for a letter.

python-telegram-bot would build a Message of each answer, which costs more than all else of a
sending; of an answer to a letter its id alone is wanted (docs/benchmarks.md, `drain`).
"""

import json
from http import HTTPStatus
from typing import Any

from telegram.ext import ExtBot

from bot.outgoing import Outgoing
from bot.transport import AiohttpRequest, NoAnswer, NotSent
from notices.sender import Passing, Rejected, Throttled, Trouble, Unanswered, Unreachable

SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 86_400.0


class Line:
    """To the server of this bot, over the transport of this bot.

    `paid`: messages go as Telegram's paid broadcasts, the only ones it takes faster than 30 a
    second; each costs the bot a tenth of a Star.
    """

    def __init__(self, bot: ExtBot[Any], *, paid: bool = False) -> None:
        transport = bot.request
        assert isinstance(transport, AiohttpRequest)
        self._transport = transport
        self._address = bot.base_url
        self._paid = paid

    async def call(self, outgoing: Outgoing, chat_id: int, message_id: int | None = None) -> int:
        """The id of the message that was sent, or of `message_id`, which was changed.

        Raises the troubles of `notices.sender`; a refusal in Telegram's words is a Rejected.
        """
        body = outgoing.addressed(chat_id, message_id, paid=self._paid)
        try:
            status, payload = await self._transport.send(f"{self._address}/{outgoing.method}", body)
        except NotSent as error:
            raise Passing(str(error)) from None
        except NoAnswer as error:
            raise Unanswered(str(error)) from None
        answer = _read(status, payload)
        if not answer["ok"]:
            raise _trouble(answer)
        return _sent_id(answer) if message_id is None else message_id


def _read(status: int, payload: bytes) -> Any:
    """Raises Unanswered for a page of some gateway: what lies behind it may have accepted."""
    try:
        answer = json.loads(payload)
        if answer["ok"] is True or isinstance(answer["error_code"], int):
            return answer
    except (ValueError, TypeError, KeyError):
        pass
    raise Unanswered(f"status {status}, and no answer of the Bot API's")


def _sent_id(answer: Any) -> int:
    try:
        return int(answer["result"]["message_id"])
    except (TypeError, KeyError, ValueError):
        raise Unanswered("accepted, and no message in the answer") from None


def _trouble(answer: Any) -> Trouble:
    """What a refusal in the Bot API's own form means."""
    code = answer["error_code"]
    # JSON can spell what no database takes: half a character.
    told = str(answer.get("description", "")).encode(errors="replace").decode()
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        parameters = answer.get("parameters") or {}
        pause_s = float(parameters.get("retry_after") or SHORTEST_PAUSE_S)
        return Throttled(min(pause_s, LONGEST_PAUSE_S))
    if code == HTTPStatus.FORBIDDEN:
        return Unreachable(_why(told))
    if code == HTTPStatus.BAD_REQUEST:
        words = told.removeprefix("Bad Request: ")
        nobody = "chat not found" in words.lower()
        return Unreachable("never_started") if nobody else Rejected(words)
    told = told or f"error {code}"
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        # Said by what stands before the one that sends ("Bad Gateway"), or by one that is stopped
        # in the middle of it ("restart"): that one may have accepted.
        return Unanswered(told)
    return Passing(told)  # a token that is being changed: another time it may work


def _why(told: str) -> str:
    if "deactivated" in told:
        return "deactivated"
    return "never_started" if "can't initiate" in told else "blocked"
