"""parse_mode MarkdownV2."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from emulator.entities import links
from emulator.entities.spans import Entity
from emulator.errors import bad_request

RESERVED = "_*[]()~`>#+-=|{}.!"
MARKS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
    "```": "pre",
    "[": "text_link",
    "![": "custom_emoji",
}
LANGUAGE = re.compile(r"([^\s`]+)(?=\s)")


@dataclass
class Mark:
    kind: str
    offset: int
    begin: int
    at: int
    language: str = ""


def parse(source: str) -> tuple[str, list[Entity]]:
    """(text, entities with UTF-16 offsets). Raises ApiError 400 "can't parse entities: …"."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[Mark] = []
        self.quote: Mark | None = None
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        line_start = True
        while self.at < len(self.source):
            if line_start:
                self._quote_line()
                line_start = False
            else:
                line_start = self._step()
        if self.open:
            mark = self.open[-1]
            name = {"text_link": "TextUrl", "pre": "Pre", "custom_emoji": "CustomEmoji"}
            kind = name.get(mark.kind, mark.kind.capitalize())
            self._fail(f"Can't find end of {kind} entity at byte offset {self._bytes(mark.at)}")
        self._end_quote(False)
        return "".join(self.out), self.entities

    def _step(self) -> bool:
        """Read one sign or mark; True when a new line begins after it."""
        character = self.source[self.at]
        following = self.source[self.at + 1 : self.at + 2]
        if character == "\\" and following and ord(following) < 127:
            self.at += 2
            return self._write(following)
        inside = self.open[-1].kind if self.open else ""
        marks = "`" if inside in ("code", "pre") else RESERVED
        if character not in marks or (inside == "pre" and not self._starts("```")):
            self.at += 1
            return self._write(character)
        self._mark(inside)
        return False

    def _mark(self, inside: str) -> None:
        sign = self._sign(inside)
        if sign == "]" and inside in ("text_link", "custom_emoji"):
            self._close_link()
        elif sign == "||" and not inside and self._ends_quote():
            self.at += 2
            self._end_quote(True)
        elif sign in MARKS:
            self._toggle(sign, inside)
        else:
            self._fail(
                f"Character '{sign}' is reserved and must be escaped with the preceding '\\'"
            )

    def _sign(self, inside: str) -> str:
        if inside == "italic" and self._starts("___"):
            return "_"
        for sign in ("```", "__", "||", "!["):
            if self._starts(sign):
                return sign
        return self.source[self.at]

    def _toggle(self, sign: str, inside: str) -> None:
        kind = MARKS[sign]
        if inside == kind:
            self.at += len(sign)
            self._close(self.open.pop())
            return
        if any(mark.kind == kind for mark in self.open):
            name = self.open[-1].kind.capitalize()
            self._fail(
                f"Can't find end of {name} entity at byte offset {self._bytes(self.open[-1].at)}"
            )
        mark = Mark(kind, self.offset, len(self.out), self.at)
        self.at += len(sign)
        if kind == "pre":
            mark.language = self._language()
        self.open.append(mark)

    def _language(self) -> str:
        found = LANGUAGE.match(self.source, self.at)
        if found:
            self.at = found.end()
        for newline in ("\r\n", "\n\r", "\n", "\r"):
            if self._starts(newline):
                self.at += len(newline)
                break
        return found[1] if found else ""

    def _close(self, mark: Mark) -> None:
        span: Entity = {"offset": mark.offset, "length": self.offset - mark.offset}
        if span["length"]:
            language = {"language": mark.language} if mark.language else {}
            self.entities.append({"type": mark.kind, **span, **language})

    def _close_link(self) -> None:
        mark = self.open.pop()
        self.at += 1
        url = "".join(self.out[mark.begin :])
        if self._starts("("):
            url = self._target()
        span: Entity = {"offset": mark.offset, "length": self.offset - mark.offset}
        if not span["length"]:
            return
        if mark.kind == "custom_emoji":
            self._add_emoji(url, span)
        elif user_id := links.mentioned_user(url):
            self.entities.append({"type": "text_mention", **span, "user": {"id": user_id}})
        elif url := links.checked(url):
            self.entities.append({"type": "text_link", **span, "url": url})

    def _add_emoji(self, url: str, span: Entity) -> None:
        found = re.fullmatch(r"tg://emoji\?id=(\d{1,19})", url)
        if not found:
            self._fail("Custom emoji URL must have scheme tg")
        self.entities.append({"type": "custom_emoji", **span, "custom_emoji_id": found[1]})

    def _target(self) -> str:
        begin = self.at
        url = ""
        self.at += 1
        while self.at < len(self.source) and self.source[self.at] != ")":
            if self.source[self.at] == "\\" and self.at + 1 < len(self.source):
                self.at += 1
            url += self.source[self.at]
            self.at += 1
        if self.at >= len(self.source):
            self._fail(f"Can't find end of a URL at byte offset {self._bytes(begin)}")
        self.at += 1
        return url

    def _quote_line(self) -> None:
        """At a line's start: take the > of a quotation, or end the one that was open."""
        if self.open:
            return
        if self._starts("**>"):
            self._end_quote(False)
            self.at += 2
        if not self._starts(">"):
            self._end_quote(False)
            return
        if self.quote is None:
            self.quote = Mark("blockquote", self.offset, len(self.out), self.at)
        self.at += 1

    def _ends_quote(self) -> bool:
        return self.quote is not None and self.source[self.at + 2 : self.at + 3] in ("", "\n")

    def _end_quote(self, expandable: bool) -> None:
        if self.quote is None:
            return
        length = self.offset - self.quote.offset
        if length:
            kind = "expandable_blockquote" if expandable else "blockquote"
            self.entities.append({"type": kind, "offset": self.quote.offset, "length": length})
        self.quote = None

    def _write(self, character: str) -> bool:
        self.out.append(character)
        self.offset += 2 if character > "\uffff" else 1
        return character == "\n"

    def _starts(self, sign: str) -> bool:
        return self.source.startswith(sign, self.at)

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _fail(self, problem: str) -> NoReturn:
        raise bad_request(f"can't parse entities: {problem}")
