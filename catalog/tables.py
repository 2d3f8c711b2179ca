"""The catalogue's own tables: what is read from them alone stays true while others are written."""

CATALOGUE = (
    "branches",
    "cautions",
    "classes",
    "clusters",
    "dormitories",
    "eligibility_rules",
    "meetings",
    "mous",
    "partners",
    "placement_promises",
    "places",
    "programmes",
    "providers",
    "referrals",
    "sources",
    "track_items",
    "tracks",
    "wave_stages",
    "waves",
)
