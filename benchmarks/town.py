"""Many people, and what is to be told to them: made by few statements, however many there are."""

from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Select,
    String,
    Table,
    insert,
    literal,
    select,
    text,
)
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcasts import begin_draft, choose_audience, submit, write_text
from announcements.buttons import Button
from announcements.drafts import add_button
from notices.outbox import Lane, facts_of, post_rows
from storage.base import UtcDateTime
from storage.models import Account, CourseClass, Meeting

FIRST_ID = 7_500_000_000
NEWS = (
    "📢 <b>Jadwal seleksi Gelombang 3 maju satu hari</b>\n\n"
    "Tes tertulis: <b>Kamis, 27 November 2025, pukul 08.00 WIB</b> di UPTD Pelatihan Kerja, "
    "Jl. Kencana I No. 20, Jelupang.\n\n"
    "Bawa KTP asli dan nomor pendaftaran. Datang 30 menit lebih awal."
)
LINK = ("Lihat jadwal", "https://example.org/jadwal")
ACTOR = "command:bench"
EVERYBODY = 10_000_000
FAR = timedelta(days=2)
CLASS_SIZE, FIRST_NUMBER = 16, 1_000
ACCOUNTS, MEETINGS = (cast(Table, model.__table__) for model in (Account, Meeting))
GROUP = (ACCOUNTS.c.telegram_id - literal(FIRST_ID, BigInteger())) // CLASS_SIZE
"""Which sixteen an account belongs to, from 0."""


def settle(session: Session, count: int, now: datetime, *, hours_before: int | None = None) -> None:
    """So many accounts, welcomed, without quiet hours; their Telegram ids count from FIRST_ID."""
    people = numbers(count)
    fill(
        session,
        ACCOUNTS,
        select(people),
        telegram_id=literal(FIRST_ID, BigInteger()) + people.c.number,
        language="id",
        reminders_muted=False,
        alerts_muted=False,
        broadcasts_muted=False,
        hours_before=hours_before,
        welcomed_at=now,
        last_seen_at=now,
        created_at=now,
    )
    # What a database that has been at work for a while knows of its tables.
    session.execute(text("ANALYZE accounts"))


def announce(session: Session, now: datetime) -> int:
    """A broadcast to all of them, with a button, that has started; its id."""
    draft = begin_draft(session, None, actor=ACTOR, now=now)
    write_text(session, draft.id, html=NEWS)
    add_button(session, draft.id, Button("link", *LINK))
    choose_audience(session, draft.id, Audience())
    started = submit(
        session, draft.id, actor=ACTOR, start_at=None, approve_above=EVERYBODY, now=now
    )
    return started.id


def remind(session: Session, count: int, now: datetime) -> None:
    """A reminder to each of the first so many, due now: every sixteen have a meeting."""
    class_id = session.scalars(select(CourseClass.id).order_by(CourseClass.id)).first()
    groups = numbers(-(-count // CLASS_SIZE))
    number = FIRST_NUMBER + groups.c.number
    call_meetings(session, select(groups), now + FAR, class_id=class_id, number=number)
    rows = select(
        ACCOUNTS.c.id.label("account_id"),
        (literal("bench:", String()) + ACCOUNTS.c.id.cast(String())).label("key"),
        facts_of(meeting_id=MEETINGS.c.id, revision=MEETINGS.c.revision).label("facts"),
        literal(now, UtcDateTime()).label("due_at"),
        literal(now + FAR, UtcDateTime()).label("expires_at"),
    ).join_from(ACCOUNTS, MEETINGS, MEETINGS.c.number == FIRST_NUMBER + GROUP)
    post_rows(session, rows, kind="meeting_soon", lane=Lane.REMINDERS, now=now)


def call_meetings(
    session: Session, source: Select[Any], starts_at: datetime, **columns: Any
) -> None:
    """One for each row of `source`, three hours long."""
    fill(
        session,
        MEETINGS,
        source,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3),
        topic="Las posisi 3G",
        cancelled=False,
        revision=0,
        **columns,
    )


def fill(session: Session, table: Table, source: Select[Any], **columns: Any) -> None:
    """One INSERT … SELECT: what `columns` says of each row of `source`."""
    told = [
        value if isinstance(value, ColumnElement) else literal(value, table.c[name].type)
        for name, value in columns.items()
    ]
    rows = source.with_only_columns(*told, maintain_column_froms=True)
    session.execute(insert(table).from_select(list(columns), rows, include_defaults=False))


def numbers(count: int) -> CTE:
    """A column `number`, from 0."""
    one = select(literal(0).label("number")).cte("numbers", recursive=True)
    return one.union_all(select(one.c.number + 1).where(one.c.number < count - 1))
