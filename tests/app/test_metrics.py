"""/metrics: what is promised is there, says what has happened, and the alert rules rest on it."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.metrics import REASONS
from notices.limits import Limits
from notices.outbox import Lane
from notices.sender import Moot, Throttled, Trouble, Unreachable
from tests.app.watchman import Watchman, watching
from tests.cast import SITI
from tests.notices.post_office import Postman, courier_for, open_account, write

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations"
LANES = [f'{{lane="{lane.name.lower()}"}}' for lane in Lane]
NAMES = {
    "jawara_bulk_rate",
    "jawara_database_up",
    "jawara_handler_errors_total",
    "jawara_leading",
    "jawara_leases_lost_total",
    "jawara_polling_age_seconds",
    "jawara_queue_due",
    "jawara_queue_in_flight",
    "jawara_queue_oldest_seconds",
    "jawara_sent_total",
    "jawara_unsent_total",
    "jawara_updates_total",
    "jawara_wait_seconds_bucket",
    "jawara_wait_seconds_count",
    "jawara_wait_seconds_sum",
}


@pytest.fixture
async def watchman(database_url: str, tmp_path: Path) -> AsyncIterator[Watchman]:
    async with watching(database_url, tmp_path) as watchman:
        watchman.jawara.counts.polled_at = watchman.present()
        yield watchman


def rules() -> list[dict[str, Any]]:
    told = yaml.safe_load((OPERATIONS / "alerts.yml").read_text(encoding="utf-8"))
    return [rule for group in told["groups"] for rule in group["rules"]]


def names(samples: dict[str, float]) -> set[str]:
    return {sample.partition("{")[0] for sample in samples}


async def test_the_names_are_those_that_are_promised(watchman: Watchman) -> None:
    assert names(await watchman.samples()) == NAMES


async def test_a_process_that_has_done_nothing_tells_zeros_for_all_it_may_do(
    watchman: Watchman,
) -> None:
    samples = await watchman.samples()
    assert {name: samples[f"jawara_sent_total{name}"] for name in LANES} == dict.fromkeys(LANES, 0)
    unsent = {sample for sample in samples if sample.startswith("jawara_unsent_total")}
    assert unsent == {f'jawara_unsent_total{{reason="{reason}"}}' for reason in REASONS}
    assert samples['jawara_leading{post="bot"}'] == samples['jawara_leading{post="worker"}'] == 1
    assert (samples["jawara_database_up"], samples["jawara_bulk_rate"]) == (1, 25)


def test_every_trouble_has_its_reason() -> None:
    kinds = {kind.__name__.lower() for kind in _below(Trouble)}
    assert set(REASONS) == kinds


async def test_the_queue_is_told_by_lane(watchman: Watchman) -> None:
    with watchman.database.transaction() as session:
        for number, lane in enumerate((Lane.RESULTS, Lane.ALERTS, Lane.ALERTS)):
            write(session, open_account(session, number + 1), lane=lane)
    watchman.later(7)
    samples = await watchman.samples()
    due, oldest = "jawara_queue_due", "jawara_queue_oldest_seconds"
    assert [samples[due + lane] for lane in LANES] == [1, 0, 2, 0]
    assert [samples[oldest + lane] for lane in LANES] == [7, 0, 7, 0]


async def test_what_was_sent_and_what_was_not_is_counted(watchman: Watchman) -> None:
    postman = Postman()
    postman.troubles[2] = [Unreachable("blocked")]
    postman.troubles[3] = [Moot("over")]
    postman.troubles[4] = [Throttled(1, chat_only=True)]
    with watchman.database.transaction() as session:
        for number in (1, 2, 3, 4):
            write(session, open_account(session, number))
    watchman.later(0.2)
    counting = watchman.jawara.counting
    await courier_for(watchman.database, postman, watchman.clock, counting=counting).drain_once()
    samples = await watchman.samples()
    assert [samples["jawara_sent_total" + lane] for lane in LANES] == [0, 1, 0, 0]
    unsent = {name: samples[f'jawara_unsent_total{{reason="{name}"}}'] for name in REASONS}
    one = {"unreachable", "moot", "throttled"}
    assert unsent == {name: float(name in one) for name in REASONS}
    waits = [samples[f'jawara_wait_seconds_bucket{{lane="reminders",le="{le}"}}'] for le in
             ("0.1", "0.25", "3600.0", "+Inf")]  # fmt: skip
    assert waits == [0, 1, 1, 1]
    assert samples['jawara_wait_seconds_sum{lane="reminders"}'] == pytest.approx(0.2)


async def test_answers_and_polls_are_told(watchman: Watchman) -> None:
    counts = watchman.jawara.counts
    counts.updates, counts.errors = 5, 2
    watchman.later(30)
    samples = await watchman.samples()
    assert (samples["jawara_updates_total"], samples["jawara_handler_errors_total"]) == (5, 2)
    assert samples["jawara_polling_age_seconds"] == pytest.approx(30, abs=5)


async def test_who_does_not_poll_tells_of_no_poll(watchman: Watchman) -> None:
    await watchman.leads[0].give_back()
    samples = await watchman.samples()
    assert samples['jawara_leading{post="bot"}'] == 0
    assert names(samples) == NAMES - {"jawara_polling_age_seconds"}


async def test_a_slowed_worker_tells_its_present_rate(watchman: Watchman) -> None:
    watchman.jawara.limits.pause(60)
    rate = (await watchman.samples())["jawara_bulk_rate"]
    assert rate == watchman.jawara.limits.bulk_rate < Limits().bulk_rate


async def test_nothing_private_is_told(watchman: Watchman) -> None:
    with watchman.database.transaction() as session:
        write(session, open_account(session, SITI.telegram_id), kind=SITI.name)
    told = await watchman.scrape() + str(await watchman.health())
    assert [word for word in (str(SITI.telegram_id), SITI.name, "postgres") if word in told] == []


async def test_alert_rules_use_what_is_there(watchman: Watchman) -> None:
    samples = await watchman.samples()
    used = {name for rule in rules() for name in re.findall(r"\bjawara_\w+", rule["expr"])}
    assert used <= names(samples)
    known = {label for sample in samples for label in re.findall(r'\w+="[^"]+"', sample)}
    wanted = {label for rule in rules() for label in re.findall(r'\w+="[^"]+"', rule["expr"])}
    assert wanted - {'job="jawara"'} <= known


def test_each_alert_is_explained() -> None:
    page = (OPERATIONS / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(Jawara\w+)` \|", page, re.MULTILINE) == [
        rule["alert"] for rule in rules()
    ]


def test_each_metric_is_explained() -> None:
    page = (OPERATIONS / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"^\| `(jawara_\w+)", page, re.MULTILINE))
    assert shown == {re.sub(r"_(bucket|count|sum)$", "", name) for name in NAMES}


def _below(kind: type[Trouble]) -> list[type[Trouble]]:
    found = kind.__subclasses__()
    return found + [each for one in found for each in _below(one)]
