"""Codes of links that are used once: what is kept of one lets nobody in."""

import hashlib


def print_of(code: str) -> str:
    """SHA-256 of a code of chance, by which it is known again."""
    return hashlib.sha256(code.encode()).hexdigest()
