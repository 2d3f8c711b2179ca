"""People who tap and type as fast as they are answered: a closed loop over a script."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.stub import Json, Stub

FIRST_ID = 7_100_000_000


@dataclass(frozen=True)
class Act:
    """One thing a person does, and the words in the answer by which it is done."""

    kind: str
    """`say` a text, or `press` the newest button whose caption begins so."""
    what: str
    until: str


@dataclass
class Person:
    id: int
    number: int
    step: int = 0
    since: float = 0.0
    seen: bool = False
    """The answer's words have come."""
    spinning: bool = False
    """A pressed button waits for its answer, as the person sees by its spinner."""
    buttons: dict[str, tuple[int, str]] = field(default_factory=dict)


class Crowd:
    """So many people over one script, again and again; the times of their answers in seconds."""

    def __init__(self, script: Sequence[Act], people: int = 64) -> None:
        self.script = script
        self.stub = Stub(self._answered)
        self.latencies: list[float] = []
        self.done = 0
        self._people = {FIRST_ID + n: Person(FIRST_ID + n, n) for n in range(people)}
        self._wanted = self._resting = 0

    def begin(self, updates: int) -> None:
        """Start everybody; the run is over once so many acts were answered."""
        self.latencies, self.done, self._wanted, self._resting = [], 0, updates, 0
        for person in self._people.values():
            self._act(person)

    @property
    def is_over(self) -> bool:
        """Enough acts answered, and nobody in the middle of a round."""
        return self.done >= self._wanted and self._resting == len(self._people)

    def _act(self, person: Person) -> None:
        act = self.script[person.step % len(self.script)]
        person.since = time.perf_counter()
        person.seen, person.spinning = False, act.kind == "press"
        if act.kind == "say":
            self.stub.give({"message": self._text(person, act.what.format(n=person.number))})
            return
        found = next(
            (b for caption, b in reversed(person.buttons.items()) if caption.startswith(act.what)),
            None,
        )
        if found is None:
            raise LookupError(f"no button {act.what!r} among {list(person.buttons)}")
        self.stub.give({"callback_query": self._press(person, *found)})

    def _answered(self, method: str, parameters: Json) -> None:
        if method == "answerCallbackQuery":
            person = self._people[int(parameters["callback_query_id"])]
            person.spinning = False
        else:
            person = self._people[int(parameters["chat_id"])]
            _learn(person, parameters)
            person.seen |= self.script[person.step % len(self.script)].until in parameters["text"]
        if person.seen and not person.spinning:
            self._next(person)

    def _next(self, person: Person) -> None:
        self.latencies.append(time.perf_counter() - person.since)
        self.done += 1
        person.step += 1
        # Everybody finishes the script's round, so that the next run begins where this one did.
        if self.done < self._wanted or person.step % len(self.script):
            self._act(person)
        else:
            self._resting += 1

    def _text(self, person: Person, text: str) -> Json:
        message = {
            "message_id": self.stub.next_message_id(),
            "date": int(time.time()),
            "chat": {"id": person.id, "type": "private", "first_name": "P"},
            "from": _user(person),
            "text": text,
        }
        if text.startswith("/"):
            length = len(text.split()[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return message

    def _press(self, person: Person, message_id: int, data: str) -> Json:
        message = {
            "message_id": message_id,
            "date": int(time.time()),
            "chat": {"id": person.id, "type": "private", "first_name": "P"},
            "text": "…",
        }
        return {
            "id": str(person.id),
            "from": _user(person),
            "chat_instance": "1",
            "message": message,
            "data": data,
        }


def _user(person: Person) -> Json:
    return {"id": person.id, "is_bot": False, "first_name": "P", "language_code": "id"}


def _learn(person: Person, parameters: Json) -> None:
    markup: Any = parameters.get("reply_markup")
    if not markup:
        return
    rows = (json.loads(markup) if isinstance(markup, str) else markup).get("inline_keyboard")
    if rows is None:
        return
    person.buttons = {
        button["text"]: (int(parameters["message_id"]), button["callback_data"])
        for row in rows
        for button in row
        if "callback_data" in button
    }
