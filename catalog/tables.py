"""The catalogue's own tables: what is read from them alone stays true while others are written."""

CATALOGUE = (
    "branches",
    "classes",
    "clusters",
    "eligibility_rules",
    "meetings",
    "mous",
    "partners",
    "places",
    "programmes",
    "providers",
    "referrals",
    "sources",
    "wave_stages",
    "waves",
)
