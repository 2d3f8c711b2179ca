"""Files beside the database: sealed, unguessable, whole or not at all."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.shelf import FileDamaged, FileGone, Shelf
from storage.vault import Vault, WrongKey, make_key
from tests.cast import KEY

VAULT = Vault(KEY)
CONTENT = b"\xff\xd8 an identity card"
LATER = 2**40


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "home" / "documents", VAULT)


def path_of(shelf: Shelf, name: str) -> Path:
    return shelf.folder / name[:2] / name[2:]


def test_what_was_put_there_opens(shelf: Shelf) -> None:
    name = shelf.put(CONTENT, "7:ktp")
    assert shelf.has(name)
    assert shelf.open(name, "7:ktp") == CONTENT
    assert list(shelf.names(before=LATER)) == [name]
    assert CONTENT not in path_of(shelf, name).read_bytes()


@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_bytes_under_any_label_open_again(content: bytes, label: str) -> None:
    label = label.encode("utf-8", "ignore").decode()
    assert VAULT.open_file(VAULT.seal_file(content, label), label) == content


def test_names_are_256_random_bits_and_folders_their_owners_alone(shelf: Shelf) -> None:
    names = {shelf.put(CONTENT, "7:ktp") for _ in range(20)}
    assert {len(bytes.fromhex(name)) for name in names} == {32}
    assert len(names) == 20
    for name in names:
        path = path_of(shelf, name)
        rights = [each.stat().st_mode & 0o777 for each in (path, path.parent, shelf.folder)]
        assert rights == [0o600, 0o700, 0o700]


def test_a_file_in_the_place_of_another_does_not_open(shelf: Shelf) -> None:
    ktp, ijazah = shelf.put(b"ktp", "7:ktp"), shelf.put(b"ijazah", "7:ijazah")
    with pytest.raises(FileDamaged):
        shelf.open(ktp, "8:ktp")
    path_of(shelf, ktp).write_bytes(path_of(shelf, ijazah).read_bytes())
    for label in ("7:ktp", "7:ijazah"):
        with pytest.raises(FileDamaged):
            shelf.open(ktp, label)


@pytest.mark.parametrize("length", [0, 5, 20, -1])
def test_a_file_that_was_cut_does_not_open(shelf: Shelf, length: int) -> None:
    name = shelf.put(CONTENT, "7:ktp")
    path = path_of(shelf, name)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(FileDamaged):
        shelf.open(name, "7:ktp")


@given(st.integers(0, len(VAULT.seal_file(CONTENT, "")) - 1), st.integers(1, 255))
def test_a_file_that_was_changed_does_not_open(place: int, change: int) -> None:
    sealed = bytearray(VAULT.seal_file(CONTENT, "7:ktp"))
    sealed[place] ^= change
    with pytest.raises(WrongKey):
        VAULT.open_file(bytes(sealed), "7:ktp")


def test_another_key_opens_nothing(shelf: Shelf) -> None:
    name = shelf.put(CONTENT, "7:ktp")
    with pytest.raises(FileDamaged):
        Shelf(shelf.folder, Vault(make_key())).open(name, "7:ktp")


def test_what_is_gone_is_told_as_gone(shelf: Shelf) -> None:
    name = shelf.put(CONTENT, "7:ktp")
    shelf.remove(name)
    shelf.remove(name)
    assert not shelf.has(name)
    with pytest.raises(FileGone):
        shelf.open(name, "7:ktp")


@pytest.mark.parametrize("name", ["", "..", "../key", "ab/cd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_a_name_that_is_none_of_ours_leads_nowhere(shelf: Shelf, name: str) -> None:
    for use in (shelf.has, shelf.remove, lambda each: shelf.open(each, "7:ktp")):
        with pytest.raises(FileGone):
            use(name)


def test_files_are_listed_by_their_age_and_half_written_ones_dropped(shelf: Shelf) -> None:
    old, new = shelf.put(b"old", "1:ktp"), shelf.put(b"new", "2:ktp")
    half = path_of(shelf, old).with_name("0" * 62 + ".part")
    half.write_bytes(b"half")
    for path in (path_of(shelf, old), half):
        os.utime(path, (1000, 1000))
    assert list(shelf.names(before=2000)) == [old]
    shelf.drop_parts(before=2000)
    assert not half.exists()
    assert sorted(shelf.names(before=LATER)) == sorted([old, new])


def test_an_empty_home_has_no_files(shelf: Shelf) -> None:
    shelf.drop_parts(before=LATER)
    assert list(shelf.names(before=LATER)) == []
    assert not shelf.folder.exists()
