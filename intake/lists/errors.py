"""What is refused of the lists that staff keep, named for what is wrong with them."""


class BadSheet(Exception):
    """A file is no list that can be read. `why`: `missing` (no such file), `empty`, `formula` (one
    whose result was never stored), `double` (a heading that stands twice), `wide` (a row with more
    cells than headings), a kind of `intake.lists.spreadsheets.NoTable`, or a column it lacks.
    `found`: which heading, which row, how many, as the kind wants it.
    """

    def __init__(self, why: str, found: str = "") -> None:
        super().__init__(why, found)
        self.why, self.found = why, found


class BadCell(Exception):
    """A list's cell can't be taken. `why`: `kind`, `result`, `date`, `stranger` or `twice`."""

    def __init__(self, why: str, value: str) -> None:
        super().__init__(why, value)
        self.why, self.value = why, value
