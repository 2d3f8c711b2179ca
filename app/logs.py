"""Logging: for people in a terminal, JSON elsewhere; secrets never."""

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

TOKEN_LIKE = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,80}")
NIK_LIKE = re.compile(r"(?<!\d)\d{12}(\d{4})(?!\d)")
PHONE_LIKE = re.compile(r"(?<!\d)(?:\+?62|0)8\d{4,8}(\d{4})(?!\d)")


def set_up_logs(level: str = "INFO") -> None:
    """Everything to stderr, our own lines and the libraries' alike."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    terminal = sys.stderr.isatty()
    last: list[Processor] = [structlog.processors.format_exc_info, redact]
    if terminal:
        plain = structlog.dev.plain_traceback  # of a text that is formatted and redacted already
        last.append(structlog.dev.ConsoleRenderer(exception_formatter=plain))
    else:
        last.append(structlog.processors.JSONRenderer())
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    for chatty in ("apscheduler", "telegram", "httpx", "aiohttp.access", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def redact(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Whatever looks like a bot's token, a NIK or a phone is cut out, wherever a library put it."""
    return {key: _redacted(value) for key, value in event.items()}


def hide(text: str) -> str:
    without_token = TOKEN_LIKE.sub("<token>", text)
    without_nik = NIK_LIKE.sub(r"••••••••••••\1", without_token)
    return PHONE_LIKE.sub(r"••••••••\1", without_nik)


def _redacted(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, dict):
        return {hide(str(key)): _redacted(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_redacted(each) for each in value]
    return hide(value if isinstance(value, str) else repr(value))
