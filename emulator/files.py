"""Files that went through the chats: sent once, sent again by id, downloaded."""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from emulator import pictures
from emulator.errors import bad_request
from emulator.state import Store
from emulator.wire import Upload

MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
ID_PREFIX = {
    "photo": "AgACAgUAAxkBAAI",
    "document": "BQACAgUAAxkBAAI",
    "sticker": "CAACAgUAAxkBAAI",
}
UNIQUE_PREFIX = {"photo": "AQAD", "document": "AgAD", "sticker": "AgAD"}

Json = dict[str, Any]


@dataclass(frozen=True)
class File:
    """A stored file; `width` and `height` in pixels, 0 where it is no picture."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime_type: str
    size: int
    path: str
    width: int = 0
    height: int = 0

    def as_file(self) -> Json:
        """The Bot API File, as getFile returns it."""
        return {**self._ids(), "file_size": self.size, "file_path": self.path}

    def as_document(self) -> Json:
        told = {"file_name": self.name, "mime_type": self.mime_type}
        return {**told, **self._ids(), "file_size": self.size}

    def as_photo(self) -> list[Json]:
        """The PhotoSize list. One true size: nothing here scales pictures."""
        measure = {"file_size": self.size, "width": self.width, "height": self.height}
        return [{**self._ids(), **measure}]

    def _ids(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id}


class Files:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder = store.folder()
        self._by_id = {key: File(**value) for key, value in store.all("file")}
        self._data: dict[str, bytes] = {}

    def get(self, file_id: str) -> File | None:
        return self._by_id.get(file_id)

    def at_path(self, path: str) -> File | None:
        return next((file for file in self._by_id.values() if file.path == path), None)

    def read(self, file: File) -> bytes:
        if self._folder is None:
            return self._data[file.id]
        return (self._folder / file.unique_id).read_bytes()

    def add(self, kind: str, upload: Upload) -> File:
        """Store an upload as a photo or a document. Raises 400 as Telegram does."""
        if not upload.data:
            raise bad_request("file must be non-empty")
        width, height = _photo_size(upload) if kind == "photo" else (0, 0)
        file = File(
            id=ID_PREFIX[kind] + secrets.token_urlsafe(40),
            unique_id=UNIQUE_PREFIX[kind] + secrets.token_urlsafe(9),
            kind=kind,
            name=Path(upload.name).name or "file",
            mime_type=_mime_type(upload),
            size=len(upload.data),
            path=f"{kind}s/file_{len(self._by_id)}{_suffix(kind, upload)}",
            width=width,
            height=height,
        )
        self._put(file, upload.data)
        return file

    def _put(self, file: File, data: bytes) -> None:
        self._by_id[file.id] = file
        if self._folder is None:
            self._data[file.id] = data
        else:
            (self._folder / file.unique_id).write_bytes(data)
        self._store.put("file", file.id, asdict(file))


def _photo_size(upload: Upload) -> tuple[int, int]:
    if len(upload.data) > MAX_PHOTO:
        size = len(upload.data)
        text = f"file of size {size} bytes is too big for a photo; the maximum size is {MAX_PHOTO}"
        raise bad_request(f"{text} bytes")
    found = pictures.kind_and_size(upload.data)
    if found is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    _, width, height = found
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _mime_type(upload: Upload) -> str:
    """By its content where that is a picture: its name may say anything."""
    found = pictures.kind_and_size(upload.data)
    if found:
        return found[0]
    guessed, _ = mimetypes.guess_type(upload.name)
    return guessed or upload.mime_type.split(";")[0].strip()


def _suffix(kind: str, upload: Upload) -> str:
    suffix = Path(upload.name).suffix
    return suffix or (".jpg" if kind == "photo" else "")
