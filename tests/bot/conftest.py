"""Tests of letters share a transaction that is rolled back."""

from tests.rolled_back import empty_database, session

__all__ = ["empty_database", "session"]
