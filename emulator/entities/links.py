"""Links as Telegram writes them down."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

APP_SCHEMES = ("tg", "ton", "tonsite")
USER_LINK = re.compile(r"tg://user/?\?id=(\d{1,19})(?:&.*)?$", re.IGNORECASE)


def mentioned_user(url: str) -> int:
    """The user id of a tg://user?id=… link, 0 for any other."""
    found = USER_LINK.match(url.strip())
    return int(found[1]) if found else 0


def checked(url: str) -> str:
    """The link with scheme and path completed, "" when it is none."""
    url = url.strip()
    try:
        parts = urlsplit(url if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", url) else f"http://{url}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    if parts.scheme in APP_SCHEMES:
        return url
    if parts.scheme not in ("http", "https") or "." not in host.strip(".") or " " in url:
        return ""
    rest = parts._replace(netloc=parts.netloc.replace(parts.hostname or "", host, 1))
    return (rest if rest.path or rest.query or rest.fragment else rest._replace(path="/")).geturl()
