"""The code and the locale files know each other: nothing is missing, nothing lies idle."""

import re

from tests.texts.calls import look_ups, strings
from tests.texts.fluent_files import messages, referred
from texts import LANGUAGES

KEYS = messages(LANGUAGES[0])
A_KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def test_every_key_that_is_looked_up_exists() -> None:
    missing = [
        (where, key) for where, key in look_ups() if not any(re.fullmatch(key, k) for k in KEYS)
    ]
    assert missing == []


def test_what_reads_like_a_key_of_ours_is_one() -> None:
    nouns = {key.partition("-")[0] for key in KEYS} - {"near", "data", "command", "language"}
    alike = {text.replace("\\-", "-") for text in strings()}
    ours = {text for text in alike if A_KEY.fullmatch(text) and text.partition("-")[0] in nouns}
    assert sorted(ours - set(KEYS)) == []


def test_every_key_is_used() -> None:
    said = {key for message in KEYS.values() for key in referred(message)}
    patterns = [re.compile(text) for text in strings() if re.match(r"[a-z]{2}", text)]
    idle = [
        key
        for key in KEYS
        if key not in said
        and not key.startswith("error-")
        and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert idle == []
