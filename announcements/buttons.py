"""The buttons under a broadcast: kept as data, made into the face's own when it is sent."""

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from announcements.errors import BadButton
from storage.models import Programme, Vacancy

KINDS = ("link", "programme", "vacancy", "join")
MOST = 6
LONGEST_CAPTION = 40
LONGEST_LINK = 1024


@dataclass(frozen=True, slots=True)
class Button:
    """`target` is an address (link), a slug (programme), an id (vacancy), or empty (join, "ikut").

    One made by `checked` can be shown and leads somewhere.
    """

    kind: str
    caption: str
    target: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Button":
        return cls(facts["kind"], facts["caption"], facts["target"])


def checked(session: Session, button: Button) -> Button:
    """The same without stray blanks. Raises BadButton."""
    caption, target = " ".join(button.caption.split()), button.target.strip()
    if button.kind not in KINDS:
        raise BadButton("kind", button.kind)
    if not caption:
        raise BadButton("no_caption", target)
    if len(caption) > LONGEST_CAPTION:
        raise BadButton("long_caption", caption)
    if button.kind == "join":
        target = ""
    elif not _leads_somewhere(session, button.kind, target):
        raise BadButton(button.kind, target)
    return Button(button.kind, caption, target)


def _leads_somewhere(session: Session, kind: str, target: str) -> bool:
    if kind == "link":
        return is_web_address(target)
    if kind == "programme":
        return session.scalar(select(Programme.id).where(Programme.slug == target)) is not None
    whole = target.isascii() and target.isdigit() and len(target) < 10
    return whole and session.get(Vacancy, int(target)) is not None


def is_web_address(text: str) -> bool:
    """Whether a phone could open it: http or https, with a host, without blanks."""
    if len(text) > LONGEST_LINK or any(letter.isspace() for letter in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in host.strip(".")
