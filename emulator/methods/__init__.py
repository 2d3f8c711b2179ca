"""The Bot API's methods, one family a file."""

from emulator.methods.table import METHODS

__all__ = ["METHODS"]
