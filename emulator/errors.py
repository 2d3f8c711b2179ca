"""What the emulator answers when it says no."""

from __future__ import annotations

from typing import Any

PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class ApiError(Exception):
    """A Bot API error: HTTP status, the description without its prefix, and `parameters`."""

    def __init__(self, status: int, text: str = "", **parameters: Any) -> None:
        prefix = PREFIXES.get(status, "Internal Server Error")
        self.status = status
        self.description = f"{prefix}: {text}" if text else prefix
        self.parameters = parameters
        super().__init__(self.description)

    def answer(self) -> dict[str, Any]:
        """The body as Telegram sends it: `ok`, `error_code`, `description`, `parameters`."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class Mistyped(ApiError):
    """A request that Telegram's own schema forbids: recorded as a violation, too."""

    def __init__(self, text: str, violation: str) -> None:
        super().__init__(400, text)
        self.violation = violation


class SimError(Exception):
    """A control API error: HTTP status and one line for the person at the keyboard."""

    def __init__(self, status: int, text: str) -> None:
        self.status = status
        super().__init__(text)


def bad_request(text: str) -> ApiError:
    return ApiError(400, text)


def forbidden(text: str) -> ApiError:
    return ApiError(403, text)
