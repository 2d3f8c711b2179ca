"""How it sounds: short, formal, plain. What a test can hear of it."""

import re

import pytest

from tests.texts.calls import captions
from tests.texts.fluent_files import messages, readings
from texts import LANGUAGES

LONGEST_TEXT = 600
LONGEST_CAPTION = 24
A_FACT = "x" * 24
"""What is put into a text, on an average."""
TAG = re.compile(r"</?[bi]>")
UNWANTED = {
    "id": r"\bkamu\b|\bkau\b|\buser\b|\bklik\b|\bsilah?kan\b|mohon maaf|\bregister\b|\bupload\b|!!",
    "en": r"\busers?\b(?! name)|\bclick\b|sorry for the inconvenience|!!",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_longer_than_a_small_screen(language: str) -> None:
    said = {
        key: max(len(TAG.sub("", text)) for text in readings(message.value, A_FACT))
        for key, message in messages(language).items()
    }
    assert {key: length for key, length in said.items() if length > LONGEST_TEXT} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_captions_fit_their_buttons(language: str) -> None:
    known = messages(language)
    on_buttons = {k for pattern in captions() for k in known if re.fullmatch(pattern, k)}
    assert len(on_buttons) > 50
    long = {
        text
        for key in on_buttons
        for text in readings(known[key].value)
        if len(text) > LONGEST_CAPTION
    }
    assert long == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_we_do_not_use(language: str) -> None:
    heard = {
        key: text
        for key, message in messages(language).items()
        for text in readings(message.value)
        if re.search(UNWANTED[language], text, re.IGNORECASE)
    }
    assert heard == {}


def test_every_screen_has_one_sign_at_its_head_and_none_within() -> None:
    sign = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
    decorated = {
        key
        for key, message in messages("id").items()
        for text in readings(message.value)
        if sign.search(text.lstrip()[2:]) and "⚠️" not in text
    }
    assert decorated == set()
