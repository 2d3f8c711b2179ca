"""How well and how fast the search finds programmes, by kind of query."""

import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from catalog.search import Searcher
from catalog.search.titles import programme_titles

QUERIES = Path(__file__).with_name("search_queries.yaml")
NOTHING = "nothing"
_PLACES = 3
_ROUNDS, _ROUNDS_FULL = 2, 20


@dataclass(frozen=True)
class Query:
    """`expected` holds the programmes of which one is enough; empty: nothing may be found."""

    kind: str
    text: str
    expected: frozenset[str]


def read_queries(path: Path = QUERIES) -> list[Query]:
    """All queries of the file, in its order."""
    kinds = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return [query for kind, groups in kinds.items() for query in _of_kind(kind, groups)]


def _of_kind(kind: str, groups: Mapping[str, Sequence[str]]) -> Iterator[Query]:
    for key, texts in groups.items():
        expected = frozenset() if kind == NOTHING else frozenset(key.split(", "))
        yield from (Query(kind, str(text), expected) for text in texts)


def failures(searcher: Searcher, queries: Sequence[Query]) -> list[tuple[Query, list[str]]]:
    """Queries that went wrong, each with what was found among the first three."""
    wrong = []
    for query in queries:
        found = [hit.slug for hit in searcher.search(query.text, _PLACES)]
        if not (query.expected & set(found) if query.expected else not found):
            wrong.append((query, found))
    return wrong


def run(full: bool = False) -> dict[str, object]:
    """Success within three and false positives (0–1) by kind, times in milliseconds."""
    started = time.perf_counter()
    searcher = Searcher.from_data(programme_titles())
    build_ms = (time.perf_counter() - started) * 1000
    queries = read_queries()
    wrong = failures(searcher, queries)
    asked, missed = _count(queries), _count([query for query, _ in wrong])
    kinds = {k: round(1 - missed.get(k, 0) / n, 4) for k, n in asked.items() if k != NOTHING}
    positive = len(queries) - asked[NOTHING]
    return {
        "queries": len(queries),
        "success_at_3": round(1 - (len(wrong) - missed.get(NOTHING, 0)) / positive, 4),
        "false_positives": round(missed.get(NOTHING, 0) / asked[NOTHING], 4),
        "success_at_3_by_kind": kinds,
        "wrong": [f"{q.kind}: {q.text} → {', '.join(found) or 'nothing'}" for q, found in wrong],
        "build_ms": round(build_ms, 1),
        **_times(searcher, queries, _ROUNDS_FULL if full else _ROUNDS),
    }


def _count(queries: Sequence[Query]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for query in queries:
        counts[query.kind] = counts.get(query.kind, 0) + 1
    return counts


def _times(searcher: Searcher, queries: Sequence[Query], rounds: int) -> dict[str, float]:
    """Time by the clock, and by the processor: on a busy machine the clock counts others too."""
    by_clock, by_processor = [], []
    for query in (query for _ in range(rounds) for query in queries):
        started, worked = time.perf_counter(), time.thread_time()
        searcher.search(query.text)
        by_processor.append((time.thread_time() - worked) * 1000)
        by_clock.append((time.perf_counter() - started) * 1000)
    clock, processor = (statistics.quantiles(t, n=100) for t in (by_clock, by_processor))
    return {
        "p50_ms": round(clock[49], 3),
        "p99_ms": round(clock[98], 3),
        "processor_p99_ms": round(processor[98], 3),
    }
