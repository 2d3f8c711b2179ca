"""parse_mode HTML: tags become entities, with Telegram's own complaints about wrong ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn

from emulator.entities import links
from emulator.entities.spans import CODE, Entity, end
from emulator.errors import ApiError, bad_request

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*STYLES, "a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
# A NUL ends the text for Telegram's reader, so it stops every scan; it is appended as a guard.
SPACE = " \t\r\n\v\0"
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
TAG_NAME = re.compile(r"[^ \t\r\n\v\0>]*")
ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\v\0=>/\"']*")
BARE_VALUE = re.compile(r"[a-zA-Z0-9.-]*")
PLAIN = re.compile(r"[^<&]+")


@dataclass
class Tag:
    name: str
    offset: int
    begin: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse(source: str) -> tuple[str, list[Entity]]:
    """(text, entities with UTF-16 offsets). Raises ApiError 400 "can't parse entities: …"."""
    if "\0" in source:
        raise bad_request("can't parse entities: Text must not contain null bytes")
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source + "\0"
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[Tag] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source) - 1:
            if plain := PLAIN.match(self.source, self.at, len(self.source) - 1):
                self._write(plain[0])
                self.at = plain.end()
            elif self.source[self.at] == "&":
                self._write(self._reference())
            elif self.source[self.at + 1] == "/":
                self._close_tag()
            else:
                self._open_tag()
        if self.open:
            name = self.open[-1].name
            self._fail(f'Can\'t find end tag corresponding to start tag "{name}"')
        return self._whole_text(), [_told(entity) for entity in self.entities]

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.offset += len(text) + sum(1 for character in text if character > "\uffff")

    def _whole_text(self) -> str:
        text = "".join(self.out)
        if any("\ud800" <= character <= "\udfff" for character in text):
            self._fail(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return text

    def _reference(self) -> str:
        """The character at an &…; and the place after it; the bare & when it is none."""
        found = REFERENCE.match(self.source, self.at)
        character = _referred(found) if found else None
        if found is None or character is None:
            self.at += 1
            return "&"
        self.at = found.end()
        return character

    def _open_tag(self) -> None:
        begin = self.at
        found = TAG_NAME.match(self.source, begin + 1)
        assert found  # the pattern matches nothing at all, too
        self.at = found.end()
        if self._peek() == "\0":
            self._fail("Unclosed start tag", begin)
        name = found[0].lower()
        if name not in TAGS:
            self._fail(f'Unsupported start tag "{name}"', begin)
        tag = Tag(name, self.offset, len(self.out))
        while self._peek() != ">":
            self._attribute(tag, begin)
        self.at += 1
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            self._fail('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(tag)

    def _attribute(self, tag: Tag, begin: int) -> None:
        self._skip_space()
        if self._peek() == ">":
            return
        found = ATTRIBUTE_NAME.match(self.source, self.at)
        assert found  # the pattern matches nothing at all, too
        if not found[0]:
            self._fail(f'Empty attribute name in the tag "{tag.name}"', begin)
        self.at = found.end()
        self._skip_space()
        if self._peek() == "=":
            self.at += 1
            self._skip_space()
            value = self._value(tag, begin)
        else:
            value = ""
        if self._peek() == "\0":
            self._fail(f'Unclosed start tag "{tag.name}"', begin)
        tag.attributes[found[0]] = value

    def _value(self, tag: Tag, begin: int) -> str:
        quote = self._peek()
        if quote == "\0":
            self._fail(f'Unclosed start tag "{tag.name}"', begin)
        if quote not in "\"'":
            return self._bare_value()
        self.at += 1
        value = ""
        while self._peek() not in (quote, "\0"):
            if self._peek() == "&":
                value += self._reference()
            else:
                value += self._peek()
                self.at += 1
        if self._peek() == "\0":
            self._fail("Unclosed start tag", begin)
        self.at += 1
        if self._peek() == "\0":
            self._fail("Unclosed start tag", begin)
        return value

    def _bare_value(self) -> str:
        found = BARE_VALUE.match(self.source, self.at)
        assert found  # the pattern matches nothing at all, too
        if self.source[found.end()] not in SPACE + ">":
            self._fail("Unexpected end of name token", self.at)
        self.at = found.end()
        return found[0].lower()

    def _close_tag(self) -> None:
        begin = self.at
        if not self.open:
            self._fail("Unexpected end tag", begin)
        found = TAG_NAME.match(self.source, begin + 2)
        assert found  # the pattern matches nothing at all, too
        self.at = found.end()
        self._skip_space()
        if self._peek() != ">":
            self._fail("Unclosed end tag", begin)
        tag = self.open.pop()
        name = found[0].lower()
        if name and name != tag.name:
            place = f"Unmatched end tag at byte offset {self._bytes(begin)}"
            self._fail(f'{place}, expected "</{tag.name}>", found "</{name}>"')
        self.at += 1
        if self.offset > tag.offset:
            self._add(tag)

    def _add(self, tag: Tag) -> None:
        span: Entity = {"offset": tag.offset, "length": self.offset - tag.offset}
        if tag.name in STYLES:
            self.entities.append({"type": STYLES[tag.name], **span})
        elif tag.name == "a":
            self._add_link(tag, span)
        elif tag.name in CODE:
            self._add_code(tag, span)
        elif tag.name == "blockquote":
            kind = "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"
            self.entities.append({"type": kind, **span})
        elif tag.name == "tg-emoji":
            self.entities.append({"type": "custom_emoji", **span, "custom_emoji_id": _emoji(tag)})
        elif tag.attributes.get("unix", "").isdecimal():
            self.entities.append({"type": "date_time", **span, **_time(tag)})

    def _add_link(self, tag: Tag, span: Entity) -> None:
        url = tag.attributes.get("href") or "".join(self.out[tag.begin :])
        if user_id := links.mentioned_user(url):
            self.entities.append({"type": "text_mention", **span, "user": {"id": user_id}})
        elif url := links.checked(url):
            self.entities.append({"type": "text_link", **span, "url": url})

    def _add_code(self, tag: Tag, span: Entity) -> None:
        """<pre><code class="language-x"> and its reverse are one block with a language."""
        language = tag.attributes.get("class", "")
        language = language.removeprefix("language-") if language.startswith("language-") else ""
        last = self.entities[-1] if self.entities else None
        same = last is not None and last["offset"] == span["offset"] and end(last) == self.offset
        if last and same and tag.name == "pre" and last["type"] == "code" and last["language"]:
            last["type"] = "pre"
        elif last and same and tag.name == "code" and last["type"] == "pre" and language:
            last["language"] = language
        else:
            self.entities.append({"type": tag.name, **span, "language": language})

    def _peek(self) -> str:
        return self.source[self.at]

    def _skip_space(self) -> None:
        while self._peek() in SPACE[:-1]:
            self.at += 1

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _fail(self, problem: str, at: int | None = None) -> NoReturn:
        place = "" if at is None else f" at byte offset {self._bytes(at)}"
        raise _cannot_parse(problem + place)


def _cannot_parse(problem: str) -> ApiError:
    return bad_request(f"can't parse entities: {problem}")


def _referred(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    digits = found[0].rstrip(";")
    return chr(code) if 0 < code < 0x10FFFF and len(digits) < 10 else None


def _emoji(tag: Tag) -> str:
    number = tag.attributes.get("emoji-id", "")
    if not number.isdecimal() or int(number) == 0:
        raise _cannot_parse("Invalid custom emoji identifier specified")
    return number


def _time(tag: Tag) -> Entity:
    told: Entity = {"unix_time": int(tag.attributes["unix"])}
    if tag.attributes.get("format"):
        told["date_time_format"] = tag.attributes["format"]
    return told


def _told(entity: Entity) -> Entity:
    """A language belongs to a block alone, and is absent where there is none."""
    if entity["type"] in CODE and (entity["type"] == "code" or not entity["language"]):
        return {key: value for key, value in entity.items() if key != "language"}
    return entity
