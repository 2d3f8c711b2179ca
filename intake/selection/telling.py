"""What staff are told of a selection: work that waits for them, and what became of theirs."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from notices.outbox import Lane, post
from people.staff import colleagues, may_approve
from storage.models import CourseClass, Ranking, RankOverride, Wave

DAYS_TO_ANSWER = timedelta(days=7)


def ask_approvers(session: Session, override: RankOverride, class_id: int, now: datetime) -> None:
    """Everybody of the provider who can be the second person, the asker apart."""
    for account_id, rights in colleagues(session, _provider(session, class_id)).items():
        if may_approve(rights) and account_id != override.asked_by_id:
            key = f"move_asked:{override.id}:{account_id}"
            _tell(session, account_id, "move_asked", {"override_id": override.id}, key, now)


def tell_asker(session: Session, override: RankOverride, verdict: str, now: datetime) -> None:
    """`verdict`: `approved` or `refused`. At the command line nobody is told."""
    if override.asked_by_id is not None:
        kind = f"move_{verdict}"
        facts = {"override_id": override.id}
        _tell(session, override.asked_by_id, kind, facts, f"{kind}:{override.id}", now)


def tell_results_held(session: Session, ranking: Ranking, reason: str, now: datetime) -> None:
    """All who may act for the provider: the results that had a minute did not go out."""
    facts = {"class_id": ranking.class_id, "ranking_id": ranking.id, "reason": reason}
    for account_id in colleagues(session, _provider(session, ranking.class_id)):
        key = f"results_held:{ranking.id}:{int(now.timestamp())}:{account_id}"
        _tell(session, account_id, "results_held", facts, key, now)


def _provider(session: Session, class_id: int) -> int:
    of_class = select(Wave.provider_id).join(CourseClass, CourseClass.wave_id == Wave.id)
    return session.execute(of_class.where(CourseClass.id == class_id)).scalar_one()


def _tell(
    session: Session,
    account_id: int,
    kind: str,
    facts: Mapping[str, object],
    key: str,
    now: datetime,
) -> None:
    """In the lane of results: it is their own work, and so never muted."""
    post(
        session,
        account_id=account_id,
        kind=kind,
        facts=facts,
        key=key,
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + DAYS_TO_ANSWER,
        now=now,
    )
