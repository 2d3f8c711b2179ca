"""The tests of this room share a transaction that is rolled back."""

from tests.rolled_back import budi, empty_database, session, siti, stage

__all__ = ["budi", "empty_database", "session", "siti", "stage"]
