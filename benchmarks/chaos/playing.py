"""One scenario, played: on a fresh database, with a fresh Telegram, and nothing left afterwards."""

import time

from benchmarks.chaos.children import Ended
from benchmarks.chaos.outlook import Stuck
from benchmarks.chaos.results import Result, result_of
from benchmarks.chaos.scenarios import Scenario
from benchmarks.chaos.stores import Fresh
from benchmarks.chaos.town import town


def play(scenario: Scenario, database: str, fresh: Fresh, *, quick: bool) -> Result:
    """Its result; what does not come to an end by itself counts as wrong."""
    with fresh() as (url, outage), town(url, outage) as here:
        began = time.monotonic()
        try:
            scenario.run(here, quick=quick)
        except (Stuck, Ended) as failure:
            here.notes.append(f"{type(failure).__name__}: {failure}")
        return result_of(scenario.name, database, here, time.monotonic() - began)
