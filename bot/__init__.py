"""The Telegram face: parse what came, call the domain, render, answer."""

import os

# The library's own switch for durations as timedelta, which its next major version has anyway.
os.environ.setdefault("PTB_TIMEDELTA", "1")
