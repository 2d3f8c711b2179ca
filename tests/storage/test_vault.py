"""What is sealed opens with its own key and no other."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.vault import Vault, WrongKey, make_key
from tests.cast import KEY, SITI

VAULT = Vault(KEY)
SEALED = VAULT.seal(SITI.nik)
OF_BEFORE = (
    b"gAAAAABrCGkKzLzL5-GmaR2HGdoje1H5Itr5PNcUE-hgCpw9G6sUYEjF8UNi4jqtL3AnVOxaZKAj8E5w7RW8W1b5"
    b"lkkuia9sKu6o8o13yCDfLSuGEr_x5Dk="
)
"""The NIK of Siti, sealed by Fernet with the same key."""
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_what_was_sealed_opens(text: str) -> None:
    sealed = VAULT.seal(text)
    assert Vault(f" {KEY}\n").open(sealed) == text


@given(TEXTS, TEXTS)
def test_fingerprints_are_equal_for_equal_texts_only(one: str, other: str) -> None:
    assert (VAULT.fingerprint(one) == VAULT.fingerprint(other)) == (one == other)


@given(st.data())
def test_bytes_that_were_changed_dont_open(data: st.DataObject) -> None:
    sealed = bytearray(SEALED)
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != sealed[place]))
    with pytest.raises(WrongKey):
        VAULT.open(bytes(sealed))


@given(st.integers(0, len(SEALED) - 1))
def test_bytes_that_were_cut_dont_open(length: int) -> None:
    with pytest.raises(WrongKey):
        VAULT.open(SEALED[:length])


def test_what_an_earlier_version_has_sealed_opens() -> None:
    assert VAULT.open(OF_BEFORE) == SITI.nik
    with pytest.raises(WrongKey):
        Vault(make_key()).open(OF_BEFORE)


@pytest.mark.parametrize("sealed", [b"", b"x", b"\x01", b"\xff\xfe", SITI.nik.encode()])
def test_what_was_never_sealed_does_not_open(sealed: bytes) -> None:
    with pytest.raises(WrongKey):
        VAULT.open(sealed)


def test_another_key_opens_nothing_and_recognises_nobody() -> None:
    other = Vault(make_key())
    with pytest.raises(WrongKey):
        other.open(VAULT.seal(SITI.nik))
    assert other.fingerprint(SITI.nik) != VAULT.fingerprint(SITI.nik)


def test_sealing_twice_gives_different_bytes_that_show_nothing() -> None:
    one, other = VAULT.seal(SITI.nik), VAULT.seal(SITI.nik)
    assert one != other
    assert SITI.nik.encode() not in one


def test_a_fingerprint_is_the_same_for_ever() -> None:
    """Doubles are found by it: with another one everybody could register a second time."""
    assert VAULT.fingerprint("3673014501990003") == (
        "0ecfdd49257b7f8ceb8452c20105a76a71f8d77700d68e6ecf3f0f0c9c27d8c1"
    )


def test_keys_are_32_random_bytes() -> None:
    keys = {make_key() for _ in range(9)}
    assert {len(base64.urlsafe_b64decode(key)) for key in keys} == {32}
    assert len(keys) == 9


@pytest.mark.parametrize(
    "key", ["", "geheim", "é" * 44, "A" * 43, "A" * 45, "!" * 44, f"{KEY}AAAA"]
)
def test_what_is_no_key_is_told_at_once(key: str) -> None:
    with pytest.raises(WrongKey):
        Vault(key)


def test_a_wrong_key_is_not_told_in_the_error() -> None:
    with pytest.raises(WrongKey) as told:
        Vault(KEY[:40])
    assert KEY[:10] not in str(told.value)
