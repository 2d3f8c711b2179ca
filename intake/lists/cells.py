"""The cells of a spreadsheet as plain text, as people would read them off."""

import re
from datetime import datetime
from typing import Any

UNSTORED = "#FORMULA"
"""Stands for a formula whose result was never stored: whoever wrote the file did not reckon."""
LONGER_THAN_KEPT = 10**15

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_AS_TEXT = re.compile(r'="([^"]*)"')
"""How some programs keep Excel from taking a CSV's long number for a number."""
_MARK_OF_TEXT = re.compile(r"'(?=\S*\d)")
"""The apostrophe that people type before a number for the same end; names begin with letters."""


def plain(text: str) -> str:
    text = _UNSEEN.sub("", text).strip()
    as_text = _AS_TEXT.fullmatch(text)
    text = as_text[1].strip() if as_text else text
    mark = _MARK_OF_TEXT.match(text)
    return text[mark.end() :] if mark else text


def text_of(stored: Any, written: Any) -> str:
    """A formula that makes an empty text is an empty cell; one that was never reckoned is none.

    A share is written as the sheet shows it: 0.81 as 81%.
    """
    value = stored.value
    if value is None:
        unreckoned = written.data_type == "f" and stored.data_type != "str"
        return UNSTORED if unreckoned else ""
    if isinstance(value, int | float) and "%" in str(stored.number_format):
        return f"{value * 100:.10g}%"
    return plain(_text(value))


def _text(value: Any) -> str:
    """A whole number without its ".0", a date as it is written here.

    A spreadsheet keeps fifteen digits of a number. Of a NIK the sixteenth is 0 then, which could be
    somebody else's: such a number is left as the sheet shows it, and is no NIK.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        if not value.is_integer():
            return f"{value:.10g}"  # 81.30000000000001 is what a formula makes of 81.3
        value = int(value)
    if isinstance(value, int) and value >= LONGER_THAN_KEPT and value % 10 == 0:
        return f"{value:.5E}"
    return str(value)
