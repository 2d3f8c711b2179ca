"""A Bot API client that knows nothing: it sends what it is told and shows what comes back."""

from __future__ import annotations

import io
import json
from typing import Any

import aiohttp

from tests.simulator import TOKEN

Json = dict[str, Any]


class Telegram:
    def __init__(self, url: str, token: str = TOKEN) -> None:
        self.url = url
        self.base = f"{url}/bot{token}"
        self.session = aiohttp.ClientSession()

    async def __aenter__(self) -> Telegram:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()

    async def answer(self, method: str, **parameters: Any) -> Json:
        """The whole body, parameters sent as JSON; the HTTP status must agree with it."""
        async with self.session.post(f"{self.base}/{method}", json=parameters) as response:
            body: Json = await response.json()
            assert response.status == (200 if body["ok"] else body["error_code"])
            return body

    async def call(self, method: str, **parameters: Any) -> Any:
        """The result; a refusal fails the test."""
        body = await self.answer(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **parameters: Any) -> tuple[int, str]:
        """(error_code, description); success fails the test."""
        body = await self.answer(method, **parameters)
        assert not body["ok"], body
        return body["error_code"], body["description"]

    async def form(self, method: str, **fields: Any) -> Json:
        """The whole body, parameters sent urlencoded, objects as JSON within."""
        async with self.session.post(f"{self.base}/{method}", data=_texts(fields)) as response:
            return dict(await response.json())

    async def query(self, method: str, **fields: Any) -> Json:
        """The whole body of a GET."""
        async with self.session.get(f"{self.base}/{method}", params=_texts(fields)) as response:
            return dict(await response.json())

    async def upload(self, method: str, files: dict[str, tuple[str, bytes]], **fields: Any) -> Json:
        """The whole body of a multipart request; files are (name, bytes) by part name."""
        form = aiohttp.FormData()
        for key, text in _texts(fields).items():
            form.add_field(key, text)
        for key, (name, data) in files.items():
            form.add_field(key, io.BytesIO(data), filename=name)
        async with self.session.post(f"{self.base}/{method}", data=form) as response:
            return dict(await response.json())

    async def updates(self) -> list[Json]:
        """All that is waiting, confirmed on the spot."""
        waiting: list[Json] = await self.call("getUpdates")
        if waiting:
            await self.call("getUpdates", offset=waiting[-1]["update_id"] + 1)
        return waiting


def _texts(fields: Json) -> dict[str, str]:
    return {
        key: value if isinstance(value, str) else json.dumps(value) for key, value in fields.items()
    }
