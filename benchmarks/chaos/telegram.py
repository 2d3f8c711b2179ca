"""The emulator in a process of its own, and its levers, from plain code."""

import json
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.chaos.children import Child

TOKEN = "1000000003:only-the-emulator-of-bad-days-knows-it"  # noqa: S105  # and nobody else
PATIENCE_S = 60.0

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """One that Telegram has accepted. `answered`: its answer went out; `at` is Telegram's time."""

    number: int
    chat_id: int
    message_id: int
    answered: bool
    at: float


class Telegram:
    """One emulator, which lives in a process `child`, at this address."""

    def __init__(self, child: Child, url: str) -> None:
        self.child, self.url = child, url

    def crowd(self, first_id: int, count: int) -> None:
        """So many people, who have all started the bot."""
        self._call("crowd", first_id=first_id, count=count)

    def block(self, chat_id: int) -> None:
        self._call(f"users/{chat_id}/block")

    def deactivate(self, chat_id: int) -> None:
        self._call(f"users/{chat_id}/deactivate")

    def faults(self, **kinds: Any) -> None:
        """Order faults; a kind ordered again replaces the former order, [] lifts it."""
        self._call("faults", **kinds)

    def advance(self, seconds: float) -> None:
        """Move the clock that Jawara follows, forward or back."""
        self._call("clock", advance_s=seconds)

    def set_clock(self, moment: float) -> None:
        """To seconds since 1970."""
        self._call("clock", offset_s=moment - time.time())

    def now(self) -> float:
        """Seconds since 1970, by that clock."""
        return float(self._call("clock", "GET")["now"])

    def accepted(self, after: int = 0, having: str = "") -> list[Message]:
        """What has come into being, from its own log."""
        rows = self._call(f"accepted?after={after}&having={having}", "GET")
        return [Message(n, chat, number, told, at) for n, chat, number, _text, told, at in rows]

    def texts(self, chat_id: int) -> dict[int, str]:
        """What stands in a chat by now, by message id."""
        messages = self._call(f"chats/{chat_id}/messages", "GET")
        return {message["message_id"]: message.get("text", "") for message in messages}

    def violations(self) -> list[str]:
        return [text for call in self._call("violations", "GET") for text in call["violations"]]

    def _call(self, path: str, verb: str = "POST", **told: Any) -> Any:
        self.child.check()
        body = json.dumps(told).encode() if verb == "POST" else None
        request = urllib.request.Request(f"{self.url}/sim/{path}", body, method=verb)  # noqa: S310 - http
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310 - to ourselves
            return json.load(answer)


@contextmanager
def emulator(folder: Path, environment: dict[str, str]) -> Iterator[Telegram]:
    """A fresh one on a free port, gone at the end, and should we die before."""
    said = folder / "emulator.log"
    arguments = ["emulator", "--port", "0", "--token", TOKEN, "--follow-stdin"]
    with Child(arguments, environment, said) as child:
        deadline = time.monotonic() + PATIENCE_S
        while "\n" not in (words := said.read_text("utf-8")):
            child.check()
            if time.monotonic() > deadline:
                raise TimeoutError("the emulator does not start")
            time.sleep(0.02)
        yield Telegram(child, words.splitlines()[0].removeprefix("emulator: "))
