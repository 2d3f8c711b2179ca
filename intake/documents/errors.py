"""What is refused about documents, named for what happened; the face turns it into words."""

from datetime import datetime
from typing import ClassVar


class PapersClosed(Exception):
    """This application's papers are taken no more. `until`: the last moment, where it is known."""

    def __init__(self, until: datetime | None) -> None:
        super().__init__(until)
        self.until = until


class NoSuchDocument(Exception):
    """None with this id among those that the asker may see: replaced, taken back, or another's."""


class NotOfYourProvider(Exception):
    """No such application, or one of another provider than theirs: staff are not told which."""


class DocumentUnreachable(Exception):
    """Telegram did not hand the file out."""


class DocumentLost(Exception):
    """It was sent, and its file is not there any more."""


class DocumentDamaged(Exception):
    """Its file is there and can't be opened."""


class BadDocument(Exception):
    """A file that can't be taken. Its attributes are the facts that the words about it need."""

    kinds: ClassVar[dict[str, type["BadDocument"]]] = {}

    def __init_subclass__(cls) -> None:
        BadDocument.kinds[cls.__name__] = cls


class DocumentTooLarge(BadDocument):
    """`most_mb`: how much there may be."""

    def __init__(self, most_mb: int) -> None:
        super().__init__(most_mb)
        self.most_mb = most_mb


class UnknownDocument(BadDocument):
    """Neither a picture that we open nor a PDF, whatever it is called."""


class HeicPicture(BadDocument):
    """An iPhone's own format, sent as a file."""


class BrokenPicture(BadDocument):
    """It begins as a picture and can't be shown whole."""


class PictureTooLarge(BadDocument):
    """`most_megapixels`: how many there may be."""

    def __init__(self, most_megapixels: int) -> None:
        super().__init__(most_megapixels)
        self.most_megapixels = most_megapixels


class PictureTooSmall(BadDocument):
    """Nobody could read it. `width` and `height` in pixels."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(width, height)
        self.width, self.height = width, height


class BrokenPdf(BadDocument):
    """It begins as a PDF and has no page that can be read, or is cut off."""


class LockedPdf(BadDocument):
    """It wants a password."""


class PdfTooLong(BadDocument):
    """`pages`: how many it has; `most`: how many it may have."""

    def __init__(self, pages: int, most: int) -> None:
        super().__init__(pages, most)
        self.pages, self.most = pages, most


class UnknownPaper(Exception):
    """Not a kind of paper that applications ask for. `papers`: what was named, as it was."""

    def __init__(self, papers: str) -> None:
        super().__init__(papers)
        self.papers = papers


class NothingSent(Exception):
    """What was never sent in the chat can't have been unreadable. `paper`: which."""

    def __init__(self, paper: str) -> None:
        super().__init__(paper)
        self.paper = paper
