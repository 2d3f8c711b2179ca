"""`jawara broadcast new`: a draft, written in one go."""

from typing import Annotated

import typer

from announcements import broadcasts
from announcements.audiences import Audience
from app.commands.broadcast_inputs import (
    actor_of,
    button_of,
    counted,
    moment_of,
    text_of,
)
from app.commands.broadcast_lines import how_many
from app.commands.broadcast_refusals import told_plainly
from app.commands.terminal import present, say, transaction
from app.settings import read_settings

Several = list[str] | None
BUTTON = '"link|Daftar|https://…", "programme|Lihat|las-gmaw", "vacancy|Lihat|12", "join|Ikut"'


def new(
    text: Annotated[
        str, typer.Argument(help="A file with the text, in Telegram's HTML; -: what is piped in.")
    ],
    button: Annotated[Several, typer.Option("--button", help=BUTTON)] = None,
    role: Annotated[
        str, typer.Option("--role", help="everyone, applicants, trainees, alumni or staff")
    ] = "everyone",
    region: Annotated[Several, typer.Option("--region", help="3673")] = None,
    stream: Annotated[Several, typer.Option("--stream", help="las")] = None,
    programme: Annotated[Several, typer.Option("--programme", help="las-smaw-a")] = None,
    wave: Annotated[Several, typer.Option("--wave", help="PBK-2025-3")] = None,
    state: Annotated[Several, typer.Option("--state", help="Of an application: admitted")] = None,
    language: Annotated[Several, typer.Option("--language", help="id or en")] = None,
    seen: Annotated[int | None, typer.Option("--seen", help="Within so many days.")] = None,
    until: Annotated[
        str | None, typer.Option("--until", help='Of no use after: "2026-12-01 16:00"')
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who writes it.")] = "",
) -> None:
    """Write a draft. Several of one option widen the audience, each other option narrows it."""
    criteria = {"regions": region, "streams": stream, "programmes": programme, "waves": wave}
    criteria |= {"states": state, "languages": language}
    found = {name: tuple(given or ()) for name, given in criteria.items()}
    audience = Audience(role=role, seen_within_days=seen, **found)
    buttons, ends_at, html = (
        [button_of(one) for one in button or ()],
        moment_of(until),
        text_of(text),
    )
    with told_plainly(), transaction() as session:
        draft = broadcasts.begin_draft(session, None, actor=actor_of(by), now=present())
        broadcasts.write_text(session, draft.id, html=html)
        for one in buttons:
            broadcasts.add_button(session, draft.id, one)
        broadcasts.choose_audience(session, draft.id, audience)
        broadcasts.choose_end(session, draft.id, ends_at)
    say(f"broadcast {draft.id} is a draft")
    say(how_many(counted(draft.id), read_settings().bulk_rate))
