"""Schools that send groups of pupils: who sends for them, the groups, their places, the pupils."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class School(Base):
    __tablename__ = "schools"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    region: Mapped[str] = mapped_column(String(4))
    """Where it is, and where its pupils are taken to live: a code of `people.regions`."""
    created_at: Mapped[datetime]


class SchoolSender(Base):
    """A teacher who sends for one school, and sees its groups alone."""

    __tablename__ = "school_senders"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"), primary_key=True, index=True)
    name: Mapped[str] = mapped_column(String(64))
    granted_by: Mapped[str] = mapped_column(String(64))
    granted_at: Mapped[datetime]


class SchoolInvitation(Base):
    """A link that makes whoever opens it first a sender of the school; used once, gone after."""

    __tablename__ = "school_invitations"

    code_print: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the link's code."""
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"))
    name: Mapped[str] = mapped_column(String(64))
    invited_by: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime]


class SchoolGroup(Base):
    """Pupils of one school at one host, from a day to a day."""

    __tablename__ = "school_groups"
    __table_args__ = (
        CheckConstraint("places > 0", name="has_places"),
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"), index=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    """`open` (its list is still to come), `sent`, `returned` or `accepted`."""
    host: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    places: Mapped[int]
    school_supervisor: Mapped[str] = mapped_column(String(80))
    host_supervisor: Mapped[str] = mapped_column(String(80))
    revision: Mapped[int] = mapped_column(default=0)
    """Counts the changes of dates, place and supervisors; what is told belongs to one of them."""
    changed_at: Mapped[datetime]


class SchoolPlace(Base):
    """One place of a group: as many rows as it has, each naming at most one pupil.

    Whose application is live no longer has left it: the next one takes it over.
    """

    __tablename__ = "school_places"

    group_id: Mapped[int] = mapped_column(
        ForeignKey("school_groups.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), unique=True
    )


class SchoolChange(Base):
    """Append-only: each change of a group or of who is in it, with who, when and why."""

    __tablename__ = "school_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    group_id: Mapped[int] = mapped_column(
        ForeignKey("school_groups.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(80))
    """`school:` or `staff:` and a name."""
    what: Mapped[str] = mapped_column(String(16))
    """`opened`, `sent`, `returned`, `accepted`, `changed`, `codes`, `withdrawn` or `erased`."""
    detail: Mapped[str | None] = mapped_column(String(400))
    """Of whom, from what to what, or why: numbers of registration, never a name."""


class Pupil(Base):
    """An application that a school has sent: in which group, and by what its phone is tied to it.

    Until then its account has no phone: see `people.phoneless`.
    """

    __tablename__ = "pupils"

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    group_id: Mapped[int] = mapped_column(ForeignKey("school_groups.id"), index=True)
    study: Mapped[str] = mapped_column(String(80))
    """Class and major, as the school calls it: XI Teknik Pengelasan 2."""
    paper_consent: Mapped[bool]
    """The school says that it holds the guardian's consent on paper."""
    guardian_agreed_at: Mapped[datetime | None]
    """When the guardian said yes on the pupil's phone as well."""
    code_print: Mapped[str | None] = mapped_column(String(64), unique=True)
    """SHA-256 of the code that ties a phone to it: once, and kept to know a second tap by."""
    connected_at: Mapped[datetime | None]


class SchoolQuestion(Base):
    """What a teacher, or staff, are asked about a group, so that what they send next answers it."""

    __tablename__ = "school_questions"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(12))
    """`form` (its facts), `list` (its pupils) or `reason` (why it is sent back)."""
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("classes.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("school_groups.id", ondelete="CASCADE"))
    asked_at: Mapped[datetime | None]
    """None: by a version that did not note it."""
