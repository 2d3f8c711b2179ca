"""What Jawara knows itself of the items of a track: certificates, papers, and rules that say yes.

All of it is one person's. Of somebody who has not applied, it is what they told for a check, where
nobody else is known on the phone: else it may be anybody's, and they tell it themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.eligibility import Dates, Outcome, outcome_of
from catalog.facts import Facts
from catalog.programmes import Rule, rules_of
from catalog.tracks import TrackItemLine
from intake.applications.applicants import others_on
from intake.documents.papers import IN_CATALOGUE
from intake.registration.check_rows import find_check
from intake.training.certificate_rows import CertificateState
from intake.training.trainees import IS_TRAINEE
from storage.models import (
    Applicant,
    Application,
    Certificate,
    Cluster,
    CourseClass,
    Document,
    Programme,
)
from texts.moments import WIB


@dataclass(frozen=True, slots=True)
class Evidence:
    """`holds` None: not known. `proof`: a certificate's programme, or a registration number."""

    holds: bool | None = None
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    cluster: str
    kind: str
    programme_title: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that bears on the items of one programme's track, of one person."""

    issued: tuple[Issued, ...]
    papers: dict[str, str]
    """Kind of paper to the number of the application that it came with."""
    rules: dict[str, Outcome]
    """Slug of a rule as the catalogue's files have it."""

    def of(self, item: TrackItemLine) -> Evidence:
        if clusters := item.known_by.get("clusters"):
            return self._certificate(clusters, item.known_by.get("certificate"))
        if paper := item.known_by.get("paper"):
            number = self.papers.get(IN_CATALOGUE.get(paper, paper))
            return Evidence() if number is None else Evidence(True, number)
        return self._rules(item.known_by.get("rules", ()))

    def _certificate(self, clusters: Sequence[str], kind: str | None) -> Evidence:
        for one in self.issued:
            if one.cluster in clusters and kind in (None, one.kind):
                return Evidence(True, one.programme_title)
        return Evidence()

    def _rules(self, slugs: Sequence[str]) -> Evidence:
        outcomes = [self.rules.get(slug, Outcome.UNKNOWN) for slug in slugs]
        if Outcome.FAILED in outcomes:
            return Evidence(False)
        met = bool(outcomes) and all(each is Outcome.MET for each in outcomes)
        return Evidence(True if met else None)


def knowledge_of(
    session: Session,
    account_id: int,
    applicant_id: int | None,
    programme_id: int,
    *,
    now: datetime,
) -> Knowledge:
    """`applicant_id` None: of somebody who has not applied from this account."""
    today = now.astimezone(WIB).date()
    rules = rules_of(session, programme_id, today=today)
    facts = _facts(session, account_id, applicant_id, now)
    return Knowledge(
        issued=() if applicant_id is None else _issued(session, applicant_id),
        papers={} if applicant_id is None else _papers(session, applicant_id),
        rules={_file_slug(rule): outcome_of(rule, facts, Dates(today)) for rule in rules},
    )


def _facts(session: Session, account_id: int, applicant_id: int | None, now: datetime) -> Facts:
    """What was told for a check of themselves, and what their application says."""
    facts = _told(session, account_id, applicant_id, now)
    if applicant_id is None:
        return facts
    last = session.get_one(Applicant, applicant_id)
    return replace(
        facts if facts.born_from else facts.born_on(last.born_on),
        sex=facts.sex or last.sex,
        education=facts.education or last.education,
        domicile=facts.domicile or last.domicile,
    )


def _told(session: Session, account_id: int, applicant_id: int | None, now: datetime) -> Facts:
    """Where nobody was chosen it is of whoever is alone on the phone."""
    check = find_check(session, account_id, now)
    if check is None or check.for_another:
        return Facts()
    if check.applicant_id is None:
        return Facts() if others_on(session, account_id, applicant_id) else check.facts
    return check.facts if check.applicant_id == applicant_id else Facts()


def _issued(session: Session, applicant_id: int) -> tuple[Issued, ...]:
    rows = session.execute(
        select(Cluster.slug, Certificate.kind, Programme.title)
        .join_from(Certificate, Application, Certificate.application_id == Application.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Cluster, Programme.cluster_id == Cluster.id)
        .where(
            Application.applicant_id == applicant_id,
            IS_TRAINEE,
            Certificate.state == CertificateState.ISSUED.value,
        )
        .order_by(Certificate.issued_on.desc(), Certificate.application_id)
    )
    return tuple(Issued(*row) for row in rows)


def _papers(session: Session, applicant_id: int) -> dict[str, str]:
    rows = session.execute(
        select(Document.paper, Application.number)
        .join(Application, Document.application_id == Application.id)
        .where(Application.applicant_id == applicant_id, Document.unreadable.is_(False))
        .order_by(Document.sent_at, Document.id)
    )
    return dict(rows.all())


def _file_slug(rule: Rule) -> str:
    """In the database it is one rule a programme: `usia-pmi-vokasi.pmi-vokasi`."""
    return rule.slug.partition(".")[0]
