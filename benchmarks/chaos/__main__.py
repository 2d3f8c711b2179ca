"""`python -m benchmarks.chaos`: bad days on both databases, as a table; 1 where a promise broke."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack

from app.logs import set_up_logs
from benchmarks.chaos.beside import run_beside
from benchmarks.chaos.interrupts import Interrupts
from benchmarks.chaos.playing import play
from benchmarks.chaos.results import Result, head
from benchmarks.chaos.scenarios import SCENARIOS
from benchmarks.chaos.stores import STORES
from tests.cluster import NoPostgres

SHOWN = 6
BROKEN, INTERRUPTED = 1, 130


def main() -> int:
    given = _given()
    set_up_logs("CRITICAL")
    interrupts = Interrupts()
    if not (given.json or given.bare):
        print(head(), flush=True)
    if given.database is None:
        return max(run_beside(list(STORES), sys.argv[1:]))
    try:
        results = list(_all(given.database, given, interrupts))
    except BaseException:
        if not interrupts.came:
            raise
        # Whatever it has become on its way up, through a database's session for one.
        print(f"{given.database}: interrupted, nothing is left running", file=sys.stderr)
        return INTERRUPTED
    return 0 if all(result.good for result in results) else BROKEN


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.chaos",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{one.name:11} {one.about}" for one in SCENARIOS),
    )
    names = [one.name for one in SCENARIOS]
    parser.add_argument("scenarios", nargs="*", metavar="scenario", help="all unless named")
    parser.add_argument("--database", choices=STORES, help="both, side by side, unless named")
    parser.add_argument("--quick", action="store_true", help="a few hundred messages each")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)  # without a head
    given = parser.parse_args()
    if unknown := sorted(set(given.scenarios) - set(names)):
        parser.error(f"no scenario {', '.join(unknown)}; there are {', '.join(names)}")
    return given


def _all(database: str, given: argparse.Namespace, interrupts: Interrupts) -> Iterator[Result]:
    with ExitStack() as stack:
        try:
            with interrupts.held():
                fresh = stack.enter_context(STORES[database]())
        except NoPostgres as reason:
            print(f"{database}: skipped, {reason}", file=sys.stderr)
            return
        for scenario in SCENARIOS:
            if not given.scenarios or scenario.name in given.scenarios:
                interrupts.check()
                result = play(scenario, database, fresh, quick=given.quick)
                _show(result, as_json=given.json)
                yield result


def _show(result: Result, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(result.figures()), flush=True)
        return
    lines = [result.line(), *(f"    {line}" for line in result.wrong[:SHOWN])]
    if len(result.wrong) > SHOWN:
        lines.append(f"    and {len(result.wrong) - SHOWN} more")
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    sys.exit(main())
