"""`jawara catalog check` and `load`, as staff use them."""

import codecs
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from app.commands.catalog import cli
from catalog.data import HERE
from catalog.meetings import cancel_meeting
from storage.database import Database
from storage.models import Meeting
from storage.vault import Vault
from tests.cast import KEY
from tests.catalog.conftest import NOW
from tests.catalog.test_reading import PROGRAMME, WAVE

RULE = """\
rules:
  - {{slug: baru, programmes: [menjahit], text: {{id: Syarat., en: A rule.}}, position: 1,
     expires_on: null, source: pers-lain, {}}}
"""


def jawara(home: Path, *words: str) -> tuple[int, str, str]:
    """Exit code, what was printed, what was printed to the error stream."""
    settings = {"JAWARA_HOME": str(home), "JAWARA_DATABASE_URL": f"sqlite:///{home / 'j.sqlite3'}"}
    done = CliRunner().invoke(cli, words, env=settings)
    return done.exit_code, done.stdout, done.stderr


def test_check_finds_the_bundled_files_right(tmp_path: Path) -> None:
    assert jawara(tmp_path, "check", str(HERE)) == (
        0,
        f"{HERE}: 82 isi diperiksa, tidak ada kesalahan.\n",
        "",
    )
    assert list(tmp_path.iterdir()) == []


def test_check_names_each_mistake_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "baru.yaml"
    file.write_text(PROGRAMME.replace("cluster: las", "cluster: lass").replace("30", "x"))
    says = (
        f"{file}:7: kejuruan 'lass' tidak ada; pakai slug dari clusters.yaml. Maksud Anda 'las'?\n"
        f"{file}:11: position harus bilangan bulat, bukan 'x'\n"
        "2 kesalahan.\n"
    )
    assert jawara(tmp_path, "check", str(file)) == (1, says, "")


@pytest.mark.parametrize("word", ["check", "load"])
def test_a_file_that_cannot_be_read_is_exit_2(tmp_path: Path, word: str) -> None:
    missing = tmp_path / "tidak-ada.yaml"
    code, _, complaint = jawara(tmp_path, word, str(missing))
    assert code == 2
    assert complaint.endswith(f"{missing}: tidak ada berkas YAML di sini; periksa namanya.\n")


def test_the_one_file_of_a_folder_that_is_no_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "katalog"
    folder.mkdir()
    (folder / "places.yaml").write_text("places: []\n")
    file = folder / "sources.yaml"
    file.write_bytes(b"sources:\n  - slug: \xff")
    says = f"{file}:2: bukan teks UTF-8; simpan ulang sebagai UTF-8\n1 kesalahan.\n"
    assert jawara(tmp_path, "check", str(folder)) == (1, says, "")
    file.write_bytes(codecs.BOM_UTF8 + b"#\n\xff")  # as Notepad marks it
    assert jawara(tmp_path, "check", str(folder)) == (1, says, "")


def test_a_guess_is_no_wrong_advice(tmp_path: Path) -> None:
    """Women are not shut out by `m`, and nobody is advised to write what they have written."""
    file = tmp_path / "rules.yaml"
    for parameters, says in (
        ("kind: sex, parameters: {sex: perempuan}", "sex 'perempuan' tidak dikenal; pilih: f, m."),
        (
            "kind: height, parameters: {min_cm: 155, min: 155}",
            "kunci parameters.min tidak dikenal; hapus. Maksud Anda 'min_cm'?",
        ),
    ):
        file.write_text(RULE.format(parameters))
        code, said, _ = jawara(tmp_path, "check", str(file))
        assert (code, said) == (1, f"{file}:3: {says}\n1 kesalahan.\n")


def test_load_twice_changes_nothing_and_a_mistake_loads_nothing(tmp_path: Path) -> None:
    file = tmp_path / "gelombang.yaml"
    file.write_text(WAVE)
    code, printed, _ = jawara(tmp_path, "load", str(file))
    assert code == 0
    assert printed.endswith(
        "waves: 1 baru, 0 berubah, 0 tetap\nclasses: 1 baru, 0 berubah, 0 tetap\n"
        "meetings: 2 baru, 0 berubah, 0 tetap\n"
    )
    file.write_text(WAVE.replace("Gelombang 1 Tahun", "Gelombang satu"))
    file.write_text(file.read_text() + "    - salah\n")
    assert jawara(tmp_path, "load", str(file))[0] == 1
    file.write_text(WAVE)
    assert jawara(tmp_path, "load", str(file))[1] == (
        "waves: 0 baru, 0 berubah, 1 tetap\nclasses: 0 baru, 0 berubah, 1 tetap\n"
        "meetings: 0 baru, 0 berubah, 2 tetap\n"
    )


def test_load_names_the_line_that_staff_have_changed_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "gelombang.yaml"
    file.write_text(WAVE)
    assert jawara(tmp_path, "load", str(file))[0] == 0
    database = Database(f"sqlite:///{tmp_path / 'j.sqlite3'}", vault=Vault(KEY))
    with closing(database), database.transaction() as session:
        first = session.scalars(select(Meeting).where(Meeting.number == 1)).one()
        cancel_meeting(session, first.id, now=NOW)
        line = 1 + WAVE[: WAVE.index("number: 1")].count("\n")
    assert jawara(tmp_path, "load", str(file))[1].startswith("waves: 0 baru, 0 berubah, 1 tetap\n")
    file.write_text(WAVE.replace("starts_at: 2027-02-01 07:30", "starts_at: 2027-02-01 07:45"))
    says = (
        f"{file}:{line}: ini sudah diubah petugas, dan berkas mengubahnya berbeda; yang berlaku: "
        "starts_at: 2027-02-01 07:30, cancelled: true. Tulis persis itu dan muat; sesudahnya "
        "berkas boleh mengubahnya lagi\n1 kesalahan.\n"
    )
    assert jawara(tmp_path, "load", str(file))[:2] == (1, says)
