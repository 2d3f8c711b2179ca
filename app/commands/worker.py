"""`jawara worker`: what reaches people unasked, in a process of its own."""

from app.starting import start


def worker() -> None:
    """Drain the outbox and plan what goes into it, beside `jawara run --no-worker`."""
    start(bot=False)
