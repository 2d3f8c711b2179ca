"""Buttons of an application's documents, as the person sees them."""

from bot.callbacks import Press


class OpenDocuments(Press, code="d"):
    """Which papers are wanted, and which were sent."""

    application_id: int


class SendDocuments(Press, code="ds"):
    """Asks for the first one that lacks, below: the message with the button is worth keeping."""

    application_id: int


class AskDocument(Press, code="da"):
    """Asks for this paper: the next picture or PDF is it."""

    application_id: int
    paper: str


class AskDocumentBelow(Press, code="dab"):
    """The same, from a message that is worth keeping."""

    application_id: int
    paper: str


class OpenPaper(Press, code="dp"):
    """One paper: when it was sent, and what can be done with it."""

    application_id: int
    paper: str


class ShowDocument(Press, code="dv"):
    """The picture or PDF again, for whoever has sent it."""

    document_id: int


class AskTakeBack(Press, code="dt"):
    """Take it back, which asks once more."""

    document_id: int


class TakeBack(Press, code="dtt"):
    document_id: int


class FileIs(Press, code="df"):
    """What the file of that message is: it was sent unasked."""

    message_id: int
    application_id: int
    paper: str


class DropFile(Press, code="dx"):
    """It is no paper of a registration."""

    message_id: int
