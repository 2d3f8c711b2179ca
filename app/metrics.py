"""What Prometheus is told, in its own words. The names are promised: alert rules rest on them."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from prometheus_client import ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)

from app.health import Queue, Signs
from notices.counting import BOUNDS_S, Counting
from notices.outbox import Lane
from storage.leadership import Leadership, Post

REASONS = ("unreachable", "throttled", "passing", "unanswered", "rejected", "moot")
Families = Iterator[Metric]


class Exposition:
    """One scrape's families, as the library wants to be given them."""

    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = list(families)

    def collect(self) -> Iterable[Metric]:
        return self._families


def expose(signs: Signs, bulk_rate: float) -> bytes:
    """The text that a scrape gets."""
    families = [
        *_posts(signs),
        *_queue(signs.queue),
        *_sending(signs.counting),
        *_answering(signs),
        _gauge("jawara_bulk_rate", "Unasked messages a second that may go at present.", bulk_rate),
        *ProcessCollector(registry=None).collect(),
    ]
    return generate_latest(Exposition(families))


def _posts(signs: Signs) -> Families:
    leading = GaugeMetricFamily(
        "jawara_leading", "Whether this process holds the post; 0: it stands by.", labels=["post"]
    )
    for lead in signs.leads:
        leading.add_metric([lead.post], float(lead.held))
    yield leading
    answers = float(signs.queue is not None)
    yield _gauge("jawara_database_up", "Whether the database answers.", answers)


def _queue(queue: Queue | None) -> Families:
    """Nothing while the database does not answer."""
    if queue is None:
        return
    lane = ["lane"]
    due = GaugeMetricFamily("jawara_queue_due", "Notices due and not sent.", labels=lane)
    oldest = GaugeMetricFamily(
        "jawara_queue_oldest_seconds",
        "Since when the oldest is due that may go.",
        labels=lane,
    )
    flying = GaugeMetricFamily("jawara_queue_in_flight", "Notices being sent.", labels=lane)
    for each, standing in queue.items():
        due.add_metric([_name(each)], standing.due)
        oldest.add_metric([_name(each)], standing.oldest_s)
        flying.add_metric([_name(each)], standing.in_flight)
    yield from (due, oldest, flying)


def _sending(counting: Counting) -> Families:
    sent = CounterMetricFamily("jawara_sent", "Messages Telegram has accepted.", labels=["lane"])
    waits = HistogramMetricFamily("jawara_wait_seconds", "From due to sent.", labels=["lane"])
    for lane in Lane:
        sent.add_metric([_name(lane)], counting.sent[lane])
        waits.add_metric([_name(lane)], _buckets(counting, lane), counting.waits[lane].sum_s)
    unsent = CounterMetricFamily(
        "jawara_unsent", "Sendings that came to something else.", labels=["reason"]
    )
    for reason in REASONS:
        unsent.add_metric([reason], counting.troubles[reason])
    lost = "Notices taken up from a worker that died with them."
    yield from (sent, waits, unsent, _counter("jawara_leases_lost", lost, counting.leases_lost))


def _buckets(counting: Counting, lane: Lane) -> list[tuple[str, float]]:
    bounds = [*(str(bound) for bound in BOUNDS_S), "+Inf"]
    return list(zip(bounds, accumulate(counting.waits[lane].counts), strict=True))


def _answering(signs: Signs) -> Families:
    counts = signs.counts
    yield _counter("jawara_updates", "Updates taken from Telegram and handled.", counts.updates)
    failed = "Updates that a mistake of ours has spoilt."
    yield _counter("jawara_handler_errors", failed, counts.errors)
    age = GaugeMetricFamily("jawara_polling_age_seconds", "Since Telegram last answered a poll.")
    if counts.polled_at is not None and _polls(signs.leads):
        age.add_metric([], signs.present - counts.polled_at)
    yield age


def _polls(leads: Iterable[Leadership]) -> bool:
    return any(lead.held and lead.post is Post.BOT for lead in leads)


def _gauge(name: str, what: str, value: float) -> Metric:
    return GaugeMetricFamily(name, what, value=value)


def _counter(name: str, what: str, value: float) -> Metric:
    return CounterMetricFamily(name, what, value=value)


def _name(lane: Lane) -> str:
    return lane.name.lower()
