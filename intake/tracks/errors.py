"""What is refused of tracks abroad, named for what happened."""


class NotFollowed(Exception):
    """Nobody follows it under this number, or this account does not."""


class NoSuchItem(Exception):
    """Not on the list of this track, or not any more. `item`: what was named."""

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


class ItemConfirmed(Exception):
    """Staff have confirmed it: they alone can take that back."""
