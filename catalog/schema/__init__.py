"""The catalogue as typed entries: what `catalog/data/*.yaml` may say, and nothing else.

A `Catalogue` is what was read from one or more files; `catalog.loading` writes it into the
database. Which slug points where is in `catalog.reading.references`.
"""

from dataclasses import dataclass, field, fields

from catalog.schema.partners import PartnerEntry, ReferralEntry
from catalog.schema.programmes import ClusterEntry, ProgrammeEntry
from catalog.schema.promises import PromiseEntry
from catalog.schema.providers import DormitoryEntry, PlaceEntry, ProviderEntry, SourceEntry
from catalog.schema.rules import RuleEntry
from catalog.schema.tracks import CautionEntry, TrackEntry
from catalog.schema.waves import ClassEntry, MeetingEntry, StageEntry, WaveEntry

__all__ = [
    "NOUNS",
    "Catalogue",
    "CautionEntry",
    "ClassEntry",
    "ClusterEntry",
    "DormitoryEntry",
    "MeetingEntry",
    "PartnerEntry",
    "PlaceEntry",
    "ProgrammeEntry",
    "PromiseEntry",
    "ProviderEntry",
    "ReferralEntry",
    "RuleEntry",
    "SourceEntry",
    "StageEntry",
    "TrackEntry",
    "WaveEntry",
]


@dataclass
class Catalogue:
    """Entries by noun; the names are the top keys of the files."""

    sources: list[SourceEntry] = field(default_factory=list)
    places: list[PlaceEntry] = field(default_factory=list)
    providers: list[ProviderEntry] = field(default_factory=list)
    clusters: list[ClusterEntry] = field(default_factory=list)
    programmes: list[ProgrammeEntry] = field(default_factory=list)
    rules: list[RuleEntry] = field(default_factory=list)
    waves: list[WaveEntry] = field(default_factory=list)
    partners: list[PartnerEntry] = field(default_factory=list)
    referrals: list[ReferralEntry] = field(default_factory=list)
    tracks: list[TrackEntry] = field(default_factory=list)
    cautions: list[CautionEntry] = field(default_factory=list)
    promises: list[PromiseEntry] = field(default_factory=list)

    def add(self, noun: str, entry: object) -> None:
        getattr(self, noun).append(entry)


NOUNS = tuple(f.name for f in fields(Catalogue))
"""In the order in which they are loaded: a noun refers only to itself and to earlier ones."""
