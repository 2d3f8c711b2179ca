"""Private facts at rest: sealed with a key that is not in the database.

Texts and files are sealed by AES-256-GCM, each under a key of its own; texts of before by Fernet,
which are still opened. Doubles are found through a keyed hash, because a NIK has so few possible
values that a plain hash of it could be tried out.
"""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy.orm import Session

NONCE_BYTES = 12
TEXT = b"\x01"
"""What a sealed text begins with; Fernet's begin with a letter."""


class WrongKey(Exception):
    """The key does not open what was sealed, or is no key at all."""


def make_key() -> str:
    """A fresh key: 32 random bytes in base64url, 44 characters."""
    return Fernet.generate_key().decode()


class Vault:
    """Seals and opens texts and files, and takes fingerprints, with one master key."""

    def __init__(self, key: str) -> None:
        try:
            master = base64.b64decode(key.strip().encode(), b"-_", validate=True)
        except ValueError as error:
            raise WrongKey("the key is not base64") from error
        if len(master) != 32:
            raise WrongKey("the key is not 32 bytes long")
        self._of_before = Fernet(base64.urlsafe_b64encode(_derive(master, b"seal")))
        self._texts = AESGCM(_derive(master, b"texts"))
        self._pepper = _derive(master, b"fingerprint")
        self._files = AESGCM(_derive(master, b"files"))

    def seal(self, text: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return TEXT + nonce + self._texts.encrypt(nonce, text.encode(), TEXT)

    def open(self, sealed: bytes) -> str:
        """Raises WrongKey where the key is another or the bytes were changed."""
        try:
            if sealed[:1] != TEXT:
                return self._of_before.decrypt(sealed).decode()
            nonce, rest = sealed[1 : NONCE_BYTES + 1], sealed[NONCE_BYTES + 1 :]
            return self._texts.decrypt(nonce, rest, TEXT).decode()
        except (InvalidToken, InvalidTag, ValueError) as error:
            raise WrongKey("sealed with another key, or damaged") from error

    def seal_file(self, content: bytes, label: str) -> bytes:
        """`label` is what the file is; under any other one it can't be opened."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._files.encrypt(nonce, content, label.encode())

    def open_file(self, sealed: bytes, label: str) -> bytes:
        """Raises WrongKey where key or label is another, or the bytes were changed or cut."""
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return self._files.decrypt(nonce, rest, label.encode())
        except (InvalidTag, ValueError) as error:
            raise WrongKey("sealed with another key, as another file, or damaged") from error

    def fingerprint(self, text: str) -> str:
        """64 hexadecimal digits: equal for equal texts, telling nothing without the key."""
        return hmac.new(self._pepper, text.encode(), hashlib.sha256).hexdigest()


def vault_of(session: Session) -> Vault:
    """The vault that the session's database was opened with."""
    vault = session.info["vault"]
    assert isinstance(vault, Vault)
    return vault


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=None, info=b"jawara/" + purpose).derive(master)
