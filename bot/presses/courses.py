"""Buttons of the catalogue's screens."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class OpenStreams(Press, code="st"):
    """Where browsing begins: what is open, by stream, by provider."""


@dataclass(frozen=True)
class ListOpenClasses(Press, code="op"):
    page: int


@dataclass(frozen=True)
class ListClusters(Press, code="cls"):
    page: int


@dataclass(frozen=True)
class OpenCluster(Press, code="cl"):
    cluster_id: int
    page: int


@dataclass(frozen=True)
class ListProviders(Press, code="pvs"):
    """Who gives training."""


@dataclass(frozen=True)
class OpenProvider(Press, code="pv"):
    provider_id: int
    page: int


@dataclass(frozen=True)
class OpenProgramme(Press, code="pr"):
    programme_id: int


@dataclass(frozen=True)
class ListClasses(Press, code="kss"):
    """A programme's classes by wave, its history included."""

    programme_id: int


@dataclass(frozen=True)
class OpenClass(Press, code="ks"):
    class_id: int


@dataclass(frozen=True)
class ShowRules(Press, code="ru"):
    programme_id: int


@dataclass(frozen=True)
class ShowSteps(Press, code="sp"):
    """The way in that leads outside of Jawara."""

    programme_id: int


@dataclass(frozen=True)
class ShowPlace(Press, code="pl"):
    programme_id: int


@dataclass(frozen=True)
class ShareProgramme(Press, code="sh"):
    programme_id: int


@dataclass(frozen=True)
class TellMe(Press, code="tm"):
    """Interest left ("beri tahu saya"), or taken back."""

    programme_id: int
    wanted: bool


@dataclass(frozen=True)
class OpenReferral(Press, code="rf"):
    referral_id: int
