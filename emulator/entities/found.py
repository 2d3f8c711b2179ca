"""What Telegram finds in a text by itself: commands, mentions, links, addresses, hashtags."""

from __future__ import annotations

import re

from emulator.entities.spans import Entity, utf16_length

# The endings under which a bare host counts as a link; Telegram knows all there are.
DOMAINS = (
    "com|org|net|id|co|info|biz|dev|app|io|me|my|sg|au|uk|us|de|fr|nl|jp|kr|cn|in|edu|gov|int|mil"
    "|xyz|site|online|store|shop|link|page|tech|ai|tv|cc|ly|gl|be|to|news|blog|web"
)
HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.)+"
ANY_HOST = rf"(?:localhost|{HOST}[a-z]{{2,24}}|\d{{1,3}}(?:\.\d{{1,3}}){{3}})"
BARE_HOST = rf"{HOST}(?:{DOMAINS})(?![\w@-]|\.[a-z])"
# A port and a path; a full stop or bracket at the end belongs to the sentence.
REST = r"""(?::\d{1,5})?(?:[/?#](?:[^\s<>"'{}|\\^`\[\]]*[^\s<>"'{}|\\^`\[\].,;:!?)(])?)?"""


def _latin(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


PATTERNS: list[tuple[str, re.Pattern[str]]] = [
    ("email", _latin(rf"(?<![\w.+@-])[a-z0-9._%+-]{{1,64}}@{HOST}[a-z]{{2,24}}(?![\w@-])")),
    ("url", _latin(rf"(?<![\w@./-])(?:https?|ftp)://{ANY_HOST}{REST}")),
    ("url", _latin(rf"(?<![\w@./-]){BARE_HOST}{REST}")),
    ("url", _latin(r"(?<!\w)(?:tg|ton|tonsite)://[a-z0-9_-]+(?:[/?#][^\s<>]*)?")),
    ("mention", re.compile(r"(?<!\w)@[a-zA-Z0-9_]{4,32}(?!\w)")),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])"),
    ),
    ("hashtag", re.compile(r"(?<!\w)#(?=\w*[^\W\d_])[\w·]{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<!\w)\$(?:1INCH|[A-Z]{3,8})(?![\w$])")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ ()-]{0,2}\d){6,14}(?!\w)", re.ASCII)),
]
TRIGGERS = re.compile(r"[@/#$.+]|://")


def find(text: str) -> list[Entity]:
    """The entities a text carries by itself, none overlapping, UTF-16 offsets."""
    if not TRIGGERS.search(text):
        return []
    spans: list[tuple[int, int, str]] = []
    for kind, pattern in PATTERNS:
        spans += [(match.start(), match.end(), kind) for match in pattern.finditer(text)]
    entities: list[Entity] = []
    reached = 0
    for start, stop, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            offset = utf16_length(text[:start])
            length = utf16_length(text[start:stop])
            entities.append({"type": kind, "offset": offset, "length": length})
            reached = stop
    return entities
