"""JSON as strangers send it."""

from __future__ import annotations

import json
from typing import Any


def decode(text: str | bytes) -> Any:
    """The value of a JSON text. Raises ValueError, also for half a surrogate pair in it."""
    try:
        value = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    escape = b"\\ud" if isinstance(text, bytes) else "\\ud"
    if escape in text.lower():  # type: ignore[operator] # both are bytes or both are strings
        json.dumps(value, ensure_ascii=False).encode()
    return value
