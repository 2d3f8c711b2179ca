"""How the Bot API is reached: python-telegram-bot's documented extension point, on aiohttp.

Measured against the stock httpx transport it costs a third of the CPU an update
(docs/decisions/0001).
"""

from io import BytesIO
from urllib.parse import urlencode

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 128
CONNECT_S = 10.0
READ_S = 20.0
UPLOAD_S = 120.0
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
NO_CONNECTION = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)


class NotSent(Exception):
    """No connection came to be: nobody has read a word of it."""


class NoAnswer(Exception):
    """It may have gone out, and no whole answer came: nobody knows what became of it."""


class AiohttpRequest(BaseRequest):
    """One pool of connections to one Bot API server. Times are in seconds.

    The pool is made by the first request, not by `initialize`: the library shuts down only what it
    knows to be initialized, and would leave one open that was cancelled on the way.
    """

    def __init__(self, connections: int = CONNECTIONS, *, read_s: float = READ_S) -> None:
        self._connections = connections
        self._read_s = read_s
        self._without_files = aiohttp.ClientTimeout(sock_connect=CONNECT_S, sock_read=read_s)
        self._usable = False
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_s

    async def initialize(self) -> None:
        self._usable = True

    async def shutdown(self) -> None:
        self._usable = False
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _pool(self) -> aiohttp.ClientSession | None:
        """None before `initialize` and after `shutdown`."""
        if self._usable and self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session if self._usable else None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. Raises TimedOut or NetworkError, without the URL: it has the token."""
        pool = self._pool()
        if pool is None:
            raise NetworkError("the transport is not initialized")
        uploads = request_data is not None and request_data.contains_files
        timeout = aiohttp.ClientTimeout(
            sock_connect=_seconds(connect_timeout, CONNECT_S),
            sock_read=_seconds(read_timeout, UPLOAD_S if uploads else self._read_s),
        )
        body, headers = _encode(request_data)
        try:
            async with pool.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None  # its cause would name the URL
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    async def send(self, url: str, body: bytes) -> tuple[int, bytes]:
        """POST a JSON object; status and body. Raises NotSent or NoAnswer, without the URL."""
        pool = self._pool()
        if pool is None:
            raise NotSent("the transport is not initialized")
        try:
            async with pool.post(
                url, data=body, headers=JSON, timeout=self._without_files, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except NO_CONNECTION as error:
            raise NotSent(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            raise NoAnswer(type(error).__name__) from None


def _seconds(given: ODVInput[float], otherwise: float) -> float:
    return otherwise if given is None or isinstance(given, DefaultValue) else float(given)


def _encode(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if data is None:
        return None, {}
    if not data.contains_files:
        return urlencode(data.json_parameters).encode(), FORM
    # Unquoted: Telegram would show a file's name as "jadwal%20saya.ics".
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for part, (name, content, mime) in (data.multipart_data or {}).items():
        # As a file and not as bytes: written piece by piece, it holds nobody else up.
        file = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(part, file, filename=name, content_type=mime)
    return form, {}
