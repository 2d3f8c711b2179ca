"""Every method this emulator truly implements, by its name in small letters."""

from __future__ import annotations

from emulator.methods import (
    answering,
    copying,
    deleting,
    editing,
    identity,
    lookup,
    media,
    polling,
    sending,
)
from emulator.methods.call import Handler

METHODS: dict[str, Handler] = {
    "getme": identity.get_me,
    "getupdates": polling.get_updates,
    "deletewebhook": polling.delete_webhook,
    "getwebhookinfo": polling.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendlocation": sending.send_location,
    "sendvenue": sending.send_venue,
    "sendcontact": sending.send_contact,
    "sendchataction": sending.send_chat_action,
    "sendphoto": media.send_photo,
    "senddocument": media.send_document,
    "getfile": media.get_file,
    "copymessage": copying.copy_message,
    "forwardmessage": copying.forward_message,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "editmessagemedia": editing.edit_message_media,
    "deletemessage": deleting.delete_message,
    "deletemessages": deleting.delete_messages,
    "answercallbackquery": answering.answer_callback_query,
    "setmycommands": identity.set_my_commands,
    "getmycommands": identity.get_my_commands,
    "deletemycommands": identity.delete_my_commands,
    "setmyname": identity.setter("name"),
    "getmyname": identity.getter("name"),
    "setmydescription": identity.setter("description"),
    "getmydescription": identity.getter("description"),
    "setmyshortdescription": identity.setter("short_description"),
    "getmyshortdescription": identity.getter("short_description"),
    "setchatmenubutton": identity.set_chat_menu_button,
    "getchatmenubutton": identity.get_chat_menu_button,
    "getchat": lookup.get_chat,
    "getchatmember": lookup.get_chat_member,
    "pinchatmessage": lookup.pin_chat_message,
    "unpinchatmessage": lookup.unpin_chat_message,
    "unpinallchatmessages": lookup.unpin_all_chat_messages,
}

# By which new messages come into being.
NEW = frozenset(
    {
        "sendmessage",
        "sendlocation",
        "sendvenue",
        "sendcontact",
        "sendphoto",
        "senddocument",
        "copymessage",
        "forwardmessage",
    }
)

# What Telegram counts against its ceilings: messages, and nothing that only looks or answers.
SENDING = NEW | {
    "editmessagetext",
    "editmessagecaption",
    "editmessagereplymarkup",
    "editmessagemedia",
}
