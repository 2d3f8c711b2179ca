"""`jawara staff tracks`, `track` and `interest`: the lists, confirming, and what is refused."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.commands.staff import cli
from catalog.interests import wish_for
from intake.tracks.tracks import follow_track
from tests.cast import BUDI, KEY, NOW, SITI, apply, open_database, set_stage, welcome
from tests.intake.tracks.abroad import set_track

Staff = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def staff(sqlite_url: str, tmp_path: Path) -> Staff:
    """Siti, who has applied, follows the track of las-gmaw; Budi only wants to be told."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        stage = set_stage(session)
        abroad = set_track(session, stage)
        siti = apply(session, SITI, stage.class_id).account_id
        follow_track(session, siti, abroad, now=NOW)
        wish_for(session, siti, abroad, kind="las", destination="JP", now=NOW)
        budi = welcome(session, BUDI)
        wish_for(session, budi, abroad, kind=None, destination=None, now=NOW)
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
    }

    def run(*words: str) -> tuple[int, list[str], str]:
        done = CliRunner().invoke(cli, words, env=settings)
        return done.exit_code, done.stdout.splitlines(), done.stderr

    return run


def test_followers_are_listed_and_an_item_is_confirmed(staff: Staff) -> None:
    line = f"1  las-gmaw  1 of 4  {SITI.name}"
    assert staff("tracks", "las-gmaw") == (0, [line, "1 in all"], "")
    code, lines, _ = staff("track", "1", "--confirm", "paspor", "--by", "Bu Ratna")
    assert (code, lines[0]) == (0, f"1  las-gmaw  2 of 4  {SITI.name}")
    assert lines[4].startswith("  confirmed  paspor  ")
    assert lines[4].endswith("  Bu Ratna")
    refused = "jawara: this takes back a confirmation: say --why\n"
    assert staff("track", "1", "--unconfirm", "paspor") == (1, [], refused)
    _, lines, _ = staff("track", "1", "--unconfirm", "paspor", "--why", "slip")
    assert lines[4] == "  open       paspor"


def test_interest_is_counted_and_named_on_wish(staff: Staff) -> None:
    code, lines, _ = staff("interest", "las-gmaw")
    assert (code, lines[2:]) == (
        0,
        ["trade: not told 1, las 1", "country: not told 1, JP 1", "2 in all"],
    )
    code, named, _ = staff("interest", "las-gmaw", "--names")
    assert (code, len(named)) == (0, 7)
    assert SITI.name in named[0]


NOT_ON_IT = "visa is not on this list; it has usia, keterampilan, ktp, paspor"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tracks", "las-smaw-a"), "las-smaw-a has no checklist"),
        (("tracks", "melukis"), "there is no programme melukis"),
        (("interest", "melukis"), "there is no programme melukis"),
        (("track", "9"), "nobody follows a track under number 9"),
        (("track", "1", "--confirm", "visa"), NOT_ON_IT),
        (("track", "1", "--confirm", "a", "--unconfirm", "b"), "say one of --confirm, --unconfirm"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused(staff: Staff, words: tuple[str, ...], said: str) -> None:
    assert staff(*words) == (1, [], f"jawara: {said}\n")
