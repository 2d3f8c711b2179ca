"""Papers that an application still lacks, in words."""

from collections.abc import Iterable

from texts import Speaker


def names_of_papers(t: Speaker, papers: Iterable[str]) -> str:
    """KTP, ijazah, pas foto."""
    return ", ".join(t.plain(f"papers-{paper}") for paper in papers)
