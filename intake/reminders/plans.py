"""A plan: the statement that writes one kind of reminder, whole or a range at a time.

Every plan is one INSERT … SELECT, and repeated it writes nothing twice: keys make each notice
this one. What is due is told by a grid of a few rows, worked out from the table of kinds; the
people come from the database.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    String,
    case,
    cast,
    exists,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from notices.outbox import Lane, facts_of, post_rows
from storage.base import UtcDateTime
from storage.models import Applicant, Notice

MOMENTS: dict[str, Any] = {"due_at": UtcDateTime(), "expires_at": UtcDateTime()}
"""The last two columns of every grid."""

Row = Sequence[object]
Part = InstrumentedAttribute[int] | ColumnElement[Any] | str | int


@dataclass(frozen=True, eq=False)
class Plan:
    """`rows` are those that `post_rows` takes; `ids` number what they are made from."""

    kind: str
    lane: Lane
    rows: Select[Any]
    ids: InstrumentedAttribute[int]

    def write(self, session: Session, now: datetime) -> int:
        """All of it; returns how many notices are new."""
        return post_rows(session, self.rows, kind=self.kind, lane=self.lane, now=now)

    def write_range(self, session: Session, after: int, upto: int, now: datetime) -> int:
        """What is made from the ids above `after`, up to `upto`."""
        rows = self.rows.where(self.ids > after, self.ids <= upto)
        return post_rows(session, rows, kind=self.kind, lane=self.lane, now=now)

    def count(self, session: Session, most: int) -> int:
        """How many rows it has, those of notices that are there already too; past `most`, one
        more than that.
        """
        some = self.rows.with_only_columns(self.ids).limit(most + 1).subquery()
        return session.scalar(select(func.count()).select_from(some)) or 0

    def ends(self, session: Session) -> tuple[int, int]:
        """The least and the greatest id there is, planned for or not; 0 where there is none."""
        # One at a time each is one look into the index; asked for together they are a walk.
        least, greatest = session.scalar(func.min(self.ids)), session.scalar(func.max(self.ids))
        return (least or 0, greatest or 0)


def grid(name: str, columns: Mapping[str, Any], rows: Iterable[Row]) -> CTE:
    """A little table in the statement itself, one row for each thing that is due; some hundreds at
    most, as SQLite puts no more SELECTs together.

    Not VALUES: SQLAlchemy builds a statement with those anew each time, which would cost a step as
    much as its rows.
    """
    selects = [
        select(
            *(
                literal(fact, columns[key]).label(key)
                for key, fact in zip(columns, row, strict=True)
            )
        )
        for row in rows
    ]
    # Nested: SQLite counts no rows for an INSERT that begins with WITH.
    return union_all(*selects).cte(name, nesting=True)


def key_of(*parts: Part) -> ColumnElement[str]:
    """`test_morning:17:0`, made by the database where a part is a column."""
    first, *others = (_text(part) for part in parts)
    key = first
    for part in others:
        key = key + ":" + part
    return key


def is_new(*parts: Part) -> ColumnElement[bool]:
    """Whether there is no notice of that key yet: for what is looked at again at every tick."""
    return ~exists().where(Notice.key == key_of(*parts))


def facts_by_phone(
    account_id: Part, applicant_id: "Part | InstrumentedAttribute[int | None]", **facts: Any
) -> ColumnElement[Any]:
    """The facts of a notice; with `shared` where the account speaks for others as well, so that its
    letter says for whom it is and is not the same for all.
    """
    others = exists().where(
        Applicant.account_id == account_id, Applicant.id != func.coalesce(applicant_id, 0)
    )
    return case((others, facts_of(**facts, shared=1)), else_=facts_of(**facts))


def _text(part: Part) -> ColumnElement[str]:
    return literal(str(part)) if isinstance(part, str | int) else cast(part, String)
