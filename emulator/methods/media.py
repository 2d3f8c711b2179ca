"""Pictures and documents: uploaded, sent again by id, and fetched."""

from __future__ import annotations

from typing import Any

from emulator.errors import bad_request
from emulator.files import MAX_DOWNLOAD, File
from emulator.methods.call import Call
from emulator.methods.sending import caption_of, deliver

Json = dict[str, Any]


async def send_photo(call: Call) -> Json:
    chat = call.writable_chat()
    caption = caption_of(call)
    file = file_of(call, "photo", call.get("photo"))
    return deliver(call, _shown(call, content(file) | caption.fields("caption")), chat)


async def send_document(call: Call) -> Json:
    chat = call.writable_chat()
    caption = caption_of(call)
    file = file_of(call, "document", call.get("document"))
    return deliver(call, _shown(call, content(file) | caption.fields("caption")), chat)


async def get_file(call: Call) -> Json:
    file = call.world.files.get(call.get("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return file.as_file()


def content(file: File) -> Json:
    """The fields of a Message that show this file."""
    if file.kind == "photo":
        return {"photo": file.as_photo()}
    return {"document": file.as_document()}


def file_of(call: Call, kind: str, given: str | None) -> File:
    """The file meant by a parameter: an upload or a known id. Raises 400."""
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith("attach://"):
        upload = call.uploads.get(given.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        return call.world.files.add(kind, upload)
    file = call.world.files.get(given)
    if file is None:
        raise bad_request(_unknown(given))
    if file.kind != kind:
        names = f"{file.kind.capitalize()} as {kind.capitalize()}"
        raise bad_request(f"can't use file of type {names}")
    return file


def _unknown(given: str) -> str:
    """The emulator fetches nothing from outside, so every address fails to be read."""
    if "://" in given:
        return "failed to get HTTP URL content"
    return "wrong file identifier/HTTP URL specified"


def _shown(call: Call, body: Json) -> Json:
    if call.get("has_spoiler") and "photo" in body:
        body["has_media_spoiler"] = True
    if call.get("show_caption_above_media"):
        body["show_caption_above_media"] = True
    return body
