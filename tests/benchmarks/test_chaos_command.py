"""`python -m benchmarks.chaos` as it is called, and how it is interrupted."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.chaos.children import Child, Ended
from benchmarks.chaos.interrupts import Interrupts

ROOT = Path(__file__).parents[2]


@pytest.fixture
def interrupts() -> Iterator[Interrupts]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield Interrupts()
    for number, handler in before.items():
        signal.signal(number, handler)


def test_an_unknown_scenario_is_refused() -> None:
    command = [sys.executable, "-m", "benchmarks.chaos", "flood"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no scenario flood; there are errors, timeouts," in done.stderr


def test_an_interrupt_waits_for_what_has_begun_and_strikes_once(interrupts: Interrupts) -> None:
    reached = []

    def begin() -> None:
        with interrupts.held():
            signal.raise_signal(signal.SIGTERM)
            reached.append("begun and finished")

    with pytest.raises(KeyboardInterrupt):
        begin()
    signal.raise_signal(signal.SIGINT)
    assert (reached, interrupts.came) == (["begun and finished"], True)
    with pytest.raises(KeyboardInterrupt):
        interrupts.check()


def test_a_child_that_ends_by_itself_is_noticed_with_its_last_words(tmp_path: Path) -> None:
    with Child(["benchmarks.no_such_module"], {}, tmp_path / "said") as child:
        while not child.is_over:
            time.sleep(0.05)
        with pytest.raises(Ended) as caught:
            child.check()
    assert str(caught.value).endswith("No module named benchmarks.no_such_module\n")


def test_a_sleeping_child_is_ended_as_well(tmp_path: Path) -> None:
    with Child(["http.server", "0"], {}, tmp_path / "said") as child:
        child.freeze()
        assert not child.is_over
    assert child.is_over
