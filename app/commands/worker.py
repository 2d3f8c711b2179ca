"""`jawara worker`: what reaches people unasked, in a process of its own."""

from app.settings import read_settings


def worker() -> None:
    """Drain the outbox and plan what goes into it, beside `jawara run --no-worker`."""
    settings = read_settings()
    settings.checked_token()
    from app.serving import serve_here
    from storage.leadership import Post

    serve_here(settings, [Post.WORKER])
