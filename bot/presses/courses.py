"""Buttons of the catalogue's screens."""

from bot.callbacks import Press


class OpenStreams(Press, code="st"):
    """Where browsing begins: what is open, by stream, by provider."""


class ListOpenClasses(Press, code="op"):
    page: int


class ListClusters(Press, code="cls"):
    page: int


class OpenCluster(Press, code="cl"):
    cluster_id: int
    page: int


class ListProviders(Press, code="pvs"):
    """Who gives training."""


class OpenProvider(Press, code="pv"):
    provider_id: int
    page: int


class OpenProgramme(Press, code="pr"):
    programme_id: int


class ListClasses(Press, code="kss"):
    """A programme's classes by wave, its history included."""

    programme_id: int


class OpenClass(Press, code="ks"):
    class_id: int


class ShowRules(Press, code="ru"):
    programme_id: int


class ShowSteps(Press, code="sp"):
    """The way in that leads outside of Jawara."""

    programme_id: int


class ShowPlace(Press, code="pl"):
    programme_id: int


class ShareProgramme(Press, code="sh"):
    programme_id: int


class TellMe(Press, code="tm"):
    """Interest left ("beri tahu saya"), or taken back."""

    programme_id: int
    wanted: bool


class OpenReferral(Press, code="rf"):
    referral_id: int
