"""`jawara staff invite`, `grant`, `revoke`, `list`: who is staff on their phone."""

import asyncio
from typing import Annotated

import aiohttp
import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.commands.terminal import TIME, present, refuse, say, transaction, whoever, zone
from app.settings import SettingsProblem, read_settings
from people import staff
from people.accounts import find_account
from people.staff import Role
from storage.models import Provider

HEAD = "staf-"
"""What heads the payload of a link for staff: see `bot.handlers.deeplinks`."""
CONNECT_S, ANSWER_S = 5, 60
"""A server that is not there is known soon; one that is slow is waited for."""
LONGEST_NAME = 40
UNREADABLE = (aiohttp.ClientError, TimeoutError, KeyError, TypeError, ValueError)
"""No answer of the Bot API, or another one than it gives."""

RoleOption = Annotated[Role, typer.Option("--role", help="What they may do.")]
Name = Annotated[str, typer.Option("--name", help='As colleagues call them: "Bu Ratna"')]
ProviderOption = Annotated[
    str | None, typer.Option("--provider", help="Of this provider alone, by its slug.")
]
Telegram = Annotated[int, typer.Argument(help="Their Telegram id: 7000000104")]


def invite(name: Name, role: RoleOption = Role.STAFF, provider: ProviderOption = None) -> None:
    """Print a link that makes whoever opens it first staff; it works once, for three days."""
    with transaction() as session:
        code = staff.invite(
            session,
            role,
            provider_id=_provider(session, provider),
            name=_named(name),
            invited_by=whoever(),
            now=present(),
        )
    bot = asyncio.run(username())
    if bot is not None:
        say(f"https://t.me/{bot}?start={HEAD}{code}")
    say(f"{name}, {role}: to be sent to the bot within 72 hours, once: /start {HEAD}{code}")


def grant(
    telegram_id: Telegram,
    name: Name,
    role: RoleOption = Role.STAFF,
    provider: ProviderOption = None,
) -> None:
    """Make somebody staff who has written to the bot already."""
    with transaction() as session:
        new = staff.grant(
            session,
            _account(session, telegram_id),
            role,
            provider_id=_provider(session, provider),
            name=_named(name),
            granted_by=whoever(),
            now=present(),
        )
    say(f"{telegram_id} is {role}" if new else f"{telegram_id} was {role} already")


def revoke(telegram_id: Telegram) -> None:
    """Take all roles of somebody back."""
    with transaction() as session:
        taken = staff.revoke(session, _account(session, telegram_id))
    say(f"{telegram_id} is staff no more" if taken else f"{telegram_id} was no member of staff")


def list_roles() -> None:
    """List staff: name, role, provider, Telegram id, since when and by whom."""
    with transaction() as session:
        found = staff.list_staff(session)
        slugs = dict(session.execute(select(Provider.id, Provider.slug)).all())
    for one in found:
        provider = "all" if one.provider_id is None else slugs[one.provider_id]
        since = one.granted_at.astimezone(zone()).strftime(TIME)
        say(f"{one.name}  {one.role}  {provider}  {one.telegram_id}  {since}  {one.granted_by}")
    say(f"{len(found)} in all")


def _named(name: str) -> str:
    name = " ".join(name.split())
    return name if 0 < len(name) <= LONGEST_NAME else refuse("a name has 1 to 40 letters")


def _provider(session: Session, slug: str | None) -> int | None:
    """None: for all of them."""
    if slug is None:
        return None
    found = session.scalar(select(Provider.id).where(Provider.slug == slug))
    return refuse(f"there is no provider {slug}") if found is None else found


def _account(session: Session, telegram_id: int) -> int:
    account = find_account(session, telegram_id)
    if account is None:
        refuse(f"{telegram_id} has never written to the bot: let them press /start, or invite them")
    return account.id


async def username() -> str | None:
    """The bot's, as its server tells it; None where that can't be asked."""
    settings = read_settings()
    try:
        address = f"{settings.api_url}/bot{settings.checked_token()}/getMe"
        timeout = aiohttp.ClientTimeout(total=ANSWER_S, sock_connect=CONNECT_S)
        async with aiohttp.ClientSession(timeout=timeout) as web, web.get(address) as response:
            answer = await response.json()
            return str(answer["result"]["username"])
    except (SettingsProblem, *UNREADABLE):
        return None
