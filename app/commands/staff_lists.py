"""Lists that staff hand in at the command line, and what is wrong with them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from app.commands.terminal import refuse
from intake.lists.errors import BadSheet
from intake.lists.headings import Headings
from intake.lists.sheets import Mistake

WHYS = {
    "missing": "is no file",
    "unreadable": "can't be read as a workbook or CSV",
    "empty": "has no rows",
    "formula": "holds a formula that was never worked out: open it in Excel, and save it",
    "double": "has two columns {found!r}: leave one of them",
    "wide": "has more cells than columns in row {found}: save it as XLSX, or as CSV in Excel",
    "quote": 'has a quotation mark (") in row {found} that is not closed',
    "too_big": "is bigger than {found} MB: save the table alone",
    "too_many": "has more than {found} rows: split it",
    "old_excel": "is an old Excel file: save it as XLSX",
    "locked": "is locked with a password: save it without one",
    "sheets": "has several sheets with the same columns ({found}): save each as a file of its own",
}


def take_list(
    file: Path,
    headings: Headings,
    words: Callable[[Exception], str],
    take: Callable[[Path], tuple[int, Sequence[Mistake]]],
) -> str:
    """How many rows were taken. Refused, with each mistake by row and column, the transaction
    around it keeps nothing.
    """
    try:
        taken, mistakes = take(file)
    except BadSheet as error:
        refuse(_no_list(file, error, headings))
    for each in mistakes:
        column = headings[each.column][0]
        typer.echo(f'row {each.row}, "{column}": {words(each.error)}', err=True)
    if mistakes:
        refuse(f"{len(mistakes)} to be put right in {file.name}; nothing was taken from it")
    return f"{file.name}: {taken} taken"


def _no_list(file: Path, error: BadSheet, headings: Headings) -> str:
    names = ", ".join(repr(each[0]) for each in headings.values())
    lacks = f"lacks a column {error.why!r}; one row names the columns: {names}"
    told = WHYS[error.why].format(found=error.found) if error.why in WHYS else lacks
    return f"{file.name or file} {told}"
