"""PT Supra as the tests have it: the partner, the clusters, postings, and a web server."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Any, Self

from aiohttp import web
from sqlalchemy.orm import Session

from storage.models import Branch, Cluster, Partner, Source
from tests.cast import NOW
from vacancies.postings import Posting, Wage
from vacancies.reports import TakenIn, take_in

CLUSTERS = ("las", "manufaktur", "elektro", "garmen")
MILLION = 1_000_000


@dataclass(frozen=True)
class PartnerStage:
    partner_id: int
    other_id: int
    clusters: dict[str, int]


def set_partner_stage(session: Session) -> PartnerStage:
    source = Source(slug="contoh-mitra", outlet="Contoh", published_on=date(2025, 11, 1))
    session.add(source)
    session.flush()
    supra = Partner(
        slug="pt-supra",
        name="PT Supra",
        aliases=["PT. Supra", "Supra"],
        verified_by="MoU dengan UPTD Pelatihan Kerja",
        source_id=source.id,
    )
    other = Partner(slug="pt-lain", name="PT Lain", aliases=[], source_id=source.id)
    clusters = [
        Cluster(slug=slug, title={"id": slug, "en": slug}, position=n)
        for n, slug in enumerate(CLUSTERS)
    ]
    session.add_all([supra, other, *clusters])
    session.flush()
    gresik = {"name": "Gresik", "province": "Jawa Timur", "region": None}
    session.add(Branch(slug="supra-gresik", partner_id=supra.id, source_id=source.id, **gresik))
    return PartnerStage(supra.id, other.id, {cluster.slug: cluster.id for cluster in clusters})


def posting(reference: str = "L-1", title: str = "Juru Las SMAW", **changes: Any) -> Posting:
    """Welding in Pasar Kemis, without a deadline, unless told otherwise."""
    facts: dict[str, Any] = {
        "description": "Mengelas rangka.",
        "place": "Pasar Kemis, Kabupaten Tangerang",
        "region": "3603",
        "country": "ID",
        "company": "PT Supra",
        "wage": Wage(5 * MILLION, 6 * MILLION, "IDR", "MONTH"),
        **changes,
    }
    return Posting(reference=reference, title=title, **facts)


def report(session: Session, stage: PartnerStage, *postings: Posting, **how: Any) -> TakenIn:
    """Take in a complete feed of these, now unless told otherwise."""
    how = {"feed_complete": True, "now": NOW, **how}
    return take_in(session, stage.partner_id, postings, **how)


def job(**changes: Any) -> dict[str, Any]:
    """A JobPosting as JSON-LD has it."""
    return {
        "@type": "JobPosting",
        "identifier": "L-1",
        "title": "Juru Las SMAW",
        "description": "Mengelas rangka.",
        "jobLocation": "Pasar Kemis, Kabupaten Tangerang",
        **changes,
    }


def feed_of(*jobs: dict[str, Any]) -> bytes:
    return json.dumps(list(jobs)).encode()


class WebServer:
    """A partner's web server on a free port: a path answers with the next of its answers, and the
    last one for ever. `asked` holds the requests as they came.
    """

    def __init__(self) -> None:
        self.asked: list[web.Request] = []
        self._answers: dict[str, list[web.StreamResponse | Any]] = {}

    def answers(self, path: str, *answers: Any) -> str:
        """What comes at a path: bytes, a function of the request, or keywords of a Response."""
        self._answers[path] = list(answers)
        return f"{self.address}{path}"

    @property
    def address(self) -> str:
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def __aenter__(self) -> Self:
        application = web.Application()
        application.router.add_get("/{path:.*}", self._answer)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        waiting: Sequence[Any] = self._answers.get(request.path, [{"status": 404}])
        answer = self._answers[request.path].pop(0) if len(waiting) > 1 else waiting[0]
        if callable(answer):
            made: web.StreamResponse = await answer(request)
            return made
        return web.Response(**(answer if isinstance(answer, dict) else {"body": answer}))
