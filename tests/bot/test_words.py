"""Typed words are a button's where they are what stands on it, or plainly begin it."""

import pytest

from bot.callbacks import Press
from bot.keyboards import button
from bot.presses.menu import OpenHelp, OpenMenu
from bot.presses.welcome import Consent
from bot.screens import Screen
from bot.words import begins

AGREED, DECLINED = Consent("1", agreed=True), Consent("1", agreed=False)
ASKED = Screen(
    "?",
    [
        [button("Ya, saya setuju", AGREED)],
        [button("Ya, saya setuju nanti", DECLINED)],
        [button("Ada yang belum", OpenHelp())],
        [button("⌂ Menu", OpenMenu())],
    ],
)


@pytest.mark.parametrize(
    ("text", "caption", "same"),
    [
        ("keep it", "Keep it as it is", True),
        ("KEEP IT AS IT IS.", "Keep it as it is", True),
        ("ya saya ikut", "Ya, saya ikut", True),
        ("yes Ill take it", "Yes, I'll take it", True),
        ("keep it as it was", "Keep it as it is", False),
        ("kee", "Keep it as it is", False),
        ("as it is", "Keep it as it is", False),
        ("keep it as it is please", "Keep it as it is", False),
        ("?!", "Keep it as it is", False),
    ],
)
def test_words_are_a_caption_or_begin_it(text: str, caption: str, same: bool) -> None:
    assert begins(text, caption) is same


@pytest.mark.parametrize(
    ("text", "press", "whole"),
    [
        ("ya saya setuju", AGREED, AGREED),
        ("ya saya", None, None),
        ("ya, saya setuju nanti", DECLINED, DECLINED),
        ("ada", OpenHelp(), None),
        ("menu", OpenMenu(), OpenMenu()),
        ("tidak", None, None),
    ],
)
def test_a_screen_knows_the_one_button_that_is_named(
    text: str, press: Press | None, whole: Press | None
) -> None:
    assert (ASKED.named(text), ASKED.named(text, whole=True)) == (press, whole)
