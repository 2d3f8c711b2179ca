"""The size of a picture, read from its first bytes."""

from __future__ import annotations

import struct
from collections.abc import Callable

START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})

Size = tuple[int, int]


def kind_and_size(data: bytes) -> tuple[str, int, int] | None:
    """(MIME type, width, height) in pixels of a PNG, JPEG, GIF or WebP; None for anything else."""
    for mime_type, reader in READERS:
        size = reader(data)
        if size and size[0] and size[1]:
            return mime_type, *size
    return None


def _png(data: bytes) -> Size | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _gif(data: bytes) -> Size | None:
    if data[:6] not in (b"GIF87a", b"GIF89a") or len(data) < 10:
        return None
    width, height = struct.unpack("<HH", data[6:10])
    return width, height


def _webp(data: bytes) -> Size | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        return _three(data[24:27]) + 1, _three(data[27:30]) + 1
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _three(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _jpeg(data: bytes) -> Size | None:
    if not data.startswith(b"\xff\xd8"):
        return None
    position = 2
    while position + 9 <= len(data):
        if data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker in START_OF_FRAME:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += _segment_length(data, position, marker)
    return None


def _segment_length(data: bytes, position: int, marker: int) -> int:
    if marker == 0xFF:
        return 1
    if marker in BARE_MARKERS:
        return 2
    return 2 + max(2, int.from_bytes(data[position + 2 : position + 4], "big"))


READERS: list[tuple[str, Callable[[bytes], Size | None]]] = [
    ("image/png", _png),
    ("image/jpeg", _jpeg),
    ("image/gif", _gif),
    ("image/webp", _webp),
]
