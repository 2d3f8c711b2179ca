"""Commands by name: in the command menu, and what else each goes by. Who answers: `bot.routes`."""

from collections.abc import Mapping

COMMANDS = {
    "menu": ("start",),
    "pelatihan": ("kursus", "courses"),
    "lowongan": ("loker", "vacancies"),
    "jadwal": ("schedule",),
    "pengaturan": ("settings",),
    "batal": ("cancel",),
    "bantuan": ("help",),
}
STAFF_COMMANDS = {"staf": ("staff",), "sekolah": ("school",)}
"""In the menu of those alone to whom it is of use; to others it is like any unknown one."""


def named(text: str) -> str:
    """The name in a command as it was typed: "/Menu@jawara_bot ya" is "menu"."""
    return text.split()[0].lstrip("/").split("@")[0].lower()


def all_names(*tables: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [name for table in tables for first in table for name in (first, *table[first])]
