"""One call, written once and addressed to many."""

import json

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.outgoing import Outgoing, sent_as
from bot.screens import Screen

MENU = InlineKeyboardMarkup([[InlineKeyboardButton("Menu", callback_data="menu")]])
MENU_TOLD = {"inline_keyboard": [[{"text": "Menu", "callback_data": "menu"}]]}


def test_a_screen_goes_as_a_message_of_its_own() -> None:
    outgoing = sent_as(Screen("<b>Las</b>", MENU.inline_keyboard))
    assert json.loads(outgoing.addressed(7)) == {
        "chat_id": 7,
        "text": "<b>Las</b>",
        "parse_mode": "HTML",
        "reply_markup": MENU_TOLD,
        "link_preview_options": {"is_disabled": True},
    }
    assert not outgoing.changes


def test_what_is_none_is_left_out() -> None:
    outgoing = Outgoing("sendPhoto", {"photo": "AgAC", "caption": None, "reply_markup": None})
    assert json.loads(outgoing.addressed(7)) == {"chat_id": 7, "photo": "AgAC"}


@pytest.mark.parametrize(
    ("parameters", "body"),
    [
        ({}, {"chat_id": 7, "message_id": 9}),
        ({"caption": "Baru"}, {"chat_id": 7, "message_id": 9, "caption": "Baru"}),
    ],
)
def test_a_change_names_its_message(parameters: dict[str, str], body: dict[str, object]) -> None:
    outgoing = Outgoing("deleteMessage" if not parameters else "editMessageCaption", parameters)
    assert outgoing.changes
    assert json.loads(outgoing.addressed(7, 9)) == body


def test_in_plain_words_nothing_is_left_of_the_formatting() -> None:
    outgoing = Outgoing(
        "sendDocument",
        {
            "document": "BQAC",
            "caption": '<b>Las &amp; <a href="https://a.b">jahit</a></b>, 1 &lt; 2',
            "parse_mode": "HTML",
            "reply_markup": MENU,
        },
    )
    assert json.loads(outgoing.in_plain_words().addressed(7)) == {
        "chat_id": 7,
        "document": "BQAC",
        "caption": "Las & jahit, 1 < 2",
        "reply_markup": MENU_TOLD,
    }


def test_what_has_no_place_in_a_call_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no place in a call"):
        Outgoing("sendMessage", {"text": {"a"}}).addressed(7)
