"""Text and its entities, as Telegram makes them of what a bot or a person sends."""

from emulator.entities.formatted import Formatted, format_text

__all__ = ["Formatted", "format_text"]
