"""A request as it comes over HTTP: query, form, JSON or multipart; files apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from emulator import jsontext
from emulator.errors import ApiError, bad_request

MAX_UPLOAD = 50 * 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A file as it was sent: its name, its declared type and its bytes."""

    name: str
    mime_type: str
    data: bytes

    def summary(self) -> dict[str, Any]:
        return {"file_name": self.name, "size": len(self.data)}


async def read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """The parameters as given, undecoded, and the uploads by part name.

    Raises ApiError 400 for a body that can't be read, 413 for a file past 50 MB.
    """
    parameters: dict[str, Any] = dict(request.query)
    if not request.can_read_body:
        return parameters, {}
    kind = request.content_type
    if kind.startswith("multipart/"):
        fields, uploads = await _read_parts(request)
        return parameters | fields, uploads
    body = await _read_body(request)
    if kind == "application/json":
        return parameters | _from_json(body), {}
    return parameters | dict(parse_qsl(body.decode("utf-8", "replace"), True)), {}


async def _read_body(request: web.Request) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413) from None


def _from_json(body: bytes) -> dict[str, Any]:
    try:
        value = jsontext.decode(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("JSON object expected")
    return value


async def _read_parts(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    fields: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name:
                await _take(part, fields, uploads)
    except (ValueError, AssertionError):
        raise bad_request("can't parse multipart/form-data") from None
    return fields, uploads


async def _take(part: BodyPartReader, fields: dict[str, Any], uploads: dict[str, Upload]) -> None:
    name = str(part.name)
    data = await _read_part(part)
    if part.filename is None:
        fields[name] = data.decode("utf-8", "replace")
    else:
        kind = part.headers.get("Content-Type", "application/octet-stream")
        uploads[name] = Upload(part.filename, kind, data)


async def _read_part(part: BodyPartReader) -> bytes:
    chunks = bytearray()
    while chunk := await part.read_chunk(1 << 16):
        chunks += chunk
        if len(chunks) > MAX_UPLOAD:
            raise ApiError(413)
    return bytes(chunks)
