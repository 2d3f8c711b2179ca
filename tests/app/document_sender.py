"""A process that keeps one document after another for an application, until it is killed.

Run with the database's URL, the shelf's folder, an account's and an application's id; it prints the
name of each file that was confirmed, and what was in it.
"""

import asyncio
import sys
from itertools import count
from pathlib import Path

from app.shelves import remove_discarded
from intake.documents.documents import Shelved, keep, label_of
from storage.shelf import Shelf
from storage.vault import Vault
from tests.cast import KEY, NOW, open_database


async def main(url: str, folder: str, account_id: int, application_id: int) -> None:
    database, shelf = open_database(url), Shelf(Path(folder), Vault(KEY))
    for number in count(1):
        content = f"document {number}".encode() * 4000
        file = shelf.put(content, label_of(application_id, "ktp"))
        kept = Shelved(application_id, "ktp", "image/jpeg", len(content), 1, file)
        await database.write(keep, account_id, kept, update_id=number, now=NOW)
        print(file, number, flush=True)  # noqa: T201 - the parent reads it
        await remove_discarded(database, shelf)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
