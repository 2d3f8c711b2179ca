"""A person's data as a file of their own: JSON, UTF-8, with nothing masked."""

import json
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

from privacy.personal import PersonalData, everything_about
from storage.models import Account


def export_json(session: Session, account_id: int, *, now: datetime) -> bytes:
    """Times are ISO 8601 in UTC, quiet hours local. Raises NoSuchAccount."""
    data = everything_about(session, account_id)
    exported = {"exported_at": now, **_sections(data)}
    text = json.dumps(exported, ensure_ascii=False, indent=2, default=_plain)
    return f"{text}\n".encode()


def _sections(data: PersonalData) -> dict[str, Any]:
    return {
        "account": _account(data.account),
        "applicants": [
            one.answers.to_json() | {"invite_again": one.invite_again} for one in data.applicants
        ],
        "draft": _draft(data),
        "applications": [asdict(application) for application in data.applications],
        "changes": [asdict(change) for change in data.changes],
        "selections": asdict(data.selections),
        **asdict(data.papers),
        "outcomes": [asdict(outcome) for outcome in data.outcomes],
        "verdicts": [asdict(verdict) for verdict in data.verdicts],
        "guardians": [asdict(guardian) for guardian in data.guardians],
        "takeovers": [asdict(step) for step in data.takeovers],
        "told_for_rules": None if data.told is None else data.told.to_json(),
        **asdict(data.training),
        **asdict(data.tracks),
        **asdict(data.schools),
        "stream_interests": data.stream_interests,
        "programme_interests": data.programme_interests,
        "subscription": asdict(data.subscription) if data.subscription else None,
        "vacancy_marks": [asdict(mark) for mark in data.marks],
        "broadcast_presses": [asdict(press) for press in data.presses],
        "staff_roles": [asdict(role) for role in data.roles],
        "broadcasts_written": [asdict(one) for one in data.written],
        "notices": [asdict(notice) for notice in data.notices],
    }


def _account(account: Account) -> dict[str, Any]:
    return {column.name: getattr(account, column.name) for column in Account.__table__.columns}


def _draft(data: PersonalData) -> dict[str, Any] | None:
    if data.draft is None:
        return None
    return {
        "programme": data.draft.programme_slug,
        "wave": data.draft.wave_title,
        "step": data.draft.step,
        "parked": data.draft.parked,
        "answers": data.draft.answers.to_json(),
        "told_for_rules": data.draft.facts.to_json(),
    }


def _plain(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
