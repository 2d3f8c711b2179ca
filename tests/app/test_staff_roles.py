"""`jawara staff invite`, `grant`, `revoke` and `list`, on a database of their own."""

import asyncio
import getpass
import re
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.commands.staff import cli
from people.accounts import find_account
from people.errors import BadInvitation
from people.staff import Role, StaffRight, accept_invitation, roles_of
from tests.cast import KEY, NOW, SITI, open_database, set_stage, welcome
from tests.simulator import TOKEN, running_emulator

Staff = Callable[..., tuple[int, str, str]]
ME = f"command:{getpass.getuser()}"
PAYLOAD = r"staf-([\w-]{32})"


@pytest.fixture
def staff(sqlite_url: str, tmp_path: Path) -> Staff:
    """Exit code, output and errors of a command; Siti has written to the bot."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        set_stage(session)
        welcome(session, SITI, now=NOW)

    def run(*words: str, **settings: str) -> tuple[int, str, str]:
        env = {
            "JAWARA_HOME": str(tmp_path / "home"),
            "JAWARA_DATABASE_URL": sqlite_url,
            "JAWARA_KEY": KEY,
            **settings,
        }
        done = CliRunner().invoke(cli, words, env=env)
        return done.exit_code, done.stdout, done.stderr

    return run


def test_an_invitation_prints_what_to_send_to_the_bot(sqlite_url: str, staff: Staff) -> None:
    code, out, err = staff("invite", "--role", "approver", "--name", "Bu Ratna")
    found = re.fullmatch(
        rf"Bu Ratna, approver: to be sent to the bot within 72 hours, once: /start {PAYLOAD}\n", out
    )
    assert (code, err) == (0, "")
    assert found is not None
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        siti = find_account(session, SITI.telegram_id)
        assert siti is not None
        now = datetime.now(UTC)
        accept_invitation(session, found[1], siti.id, now=now)
        [right] = roles_of(session, siti.id)
        assert right.role is Role.APPROVER
        with pytest.raises(BadInvitation):
            accept_invitation(session, found[1], siti.id, now=now)


async def test_the_link_names_the_bot_where_its_server_answers(staff: Staff) -> None:
    async with running_emulator() as address:
        _, out, _ = await asyncio.to_thread(
            staff, "invite", "--name", "Bu Ratna", JAWARA_TOKEN=TOKEN, JAWARA_API_URL=address
        )
    link, told = out.splitlines()
    found = re.fullmatch(rf"https://t\.me/\w+\?start={PAYLOAD}", link)
    assert found is not None
    assert told == (
        f"Bu Ratna, staff: to be sent to the bot within 72 hours, once: /start staf-{found[1]}"
    )


def test_roles_are_granted_listed_and_revoked(sqlite_url: str, staff: Staff) -> None:
    siti = str(SITI.telegram_id)
    assert staff("list") == (0, "0 in all\n", "")
    assert staff("grant", siti, "--name", "Bu  Ratna") == (0, "7001 is staff\n", "")
    assert staff("grant", siti, "--name", "Bu Ratna") == (0, "7001 was staff already\n", "")
    done = staff("grant", siti, "--name", "Bu Ratna", "--role", "admin")
    assert done == (0, "7001 is admin\n", "")
    listed = [re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "NOW", line) for line in lines(staff("list"))]
    assert listed == [
        f"Bu Ratna  staff  all  7001  NOW  {ME}",
        f"Bu Ratna  admin  all  7001  NOW  {ME}",
        "2 in all",
    ]
    assert staff("revoke", siti) == (0, "7001 is staff no more\n", "")
    assert staff("revoke", siti) == (0, "7001 was no member of staff\n", "")
    with closing(open_database(sqlite_url)) as database, database.snapshot() as session:
        account = find_account(session, SITI.telegram_id)
        assert account is not None
        assert roles_of(session, account.id) == frozenset[StaffRight]()


def test_a_role_may_be_of_one_provider_alone(sqlite_url: str, staff: Staff) -> None:
    siti = str(SITI.telegram_id)
    given = staff("grant", siti, "--name", "Bu Dewi", "--provider", "uptd")
    assert given == (0, "7001 is staff\n", "")
    assert lines(staff("list"))[0].startswith("Bu Dewi  staff  uptd  7001  ")
    staff("revoke", siti)
    _, out, _ = staff("invite", "--name", "Bu Dewi", "--provider", "uptd")
    found = re.search(PAYLOAD, out)
    assert found is not None
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        account = find_account(session, SITI.telegram_id)
        assert account is not None
        right = accept_invitation(session, found[1], account.id, now=datetime.now(UTC))
        assert right.provider_id is not None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            ("grant", "7001", "--name", "Bu Dewi", "--provider", "blk"),
            "there is no provider blk",
        ),
        (
            ("grant", "7009", "--name", "Bu Ratna"),
            "7009 has never written to the bot: let them press /start, or invite them",
        ),
        (("invite", "--name", " "), "a name has 1 to 40 letters"),
        (("grant", "7001", "--name", "x" * 41), "a name has 1 to 40 letters"),
    ],
)
def test_a_mistake_is_told_in_one_line(staff: Staff, words: tuple[str, ...], why: str) -> None:
    assert staff(*words) == (1, "", f"jawara: {why}\n")
    assert staff("list") == (0, "0 in all\n", "")


def lines(done: tuple[int, str, str]) -> list[str]:
    return done[1].splitlines()
