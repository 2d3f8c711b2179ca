"""A process that serves is started, once its settings are known to be right."""

from app.settings import read_settings


def start(*, bot: bool = True, worker: bool = True) -> None:
    """Until a signal comes. Raises SettingsProblem."""
    settings = read_settings()
    settings.checked_token()
    # Only now: a wrong setting is told at once, not after all of the bot was imported.
    from app.serving import serve_here
    from storage.leadership import Post

    posts = {Post.BOT: bot, Post.WORKER: worker}
    serve_here(settings, [post for post, wanted in posts.items() if wanted])
