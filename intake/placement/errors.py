"""What is refused of promised placements, named for what happened."""


class NoPromise(Exception):
    """Nobody has promised a placement to who takes this programme."""


class CompanyMissing(Exception):
    """Introduced to, or working at, nobody: a company must be named."""


class UnknownPlacementAnswer(Exception):
    """Not an answer of `intake.placement.promise_rows.ANSWERS`."""


class PlacementChanged(Exception):
    """The provider says something else by now than what was asked about."""


class UnknownOutcome(Exception):
    """Not an answer to what has become of somebody, or not to a question that is asked."""
