"""Buttons that a walk through all screens leaves alone, or whose screens stand apart."""

from bot.presses.attendance import MarkAttendance, TakeLate
from bot.presses.beds import MoveBed, NeedNoBed
from bot.presses.broadcasts import (
    ApproveBroadcast,
    CancelBroadcast,
    DiscardBroadcast,
    ParkBroadcast,
    PauseBroadcast,
    PreviewBroadcast,
    RecallBroadcast,
    RefuseBroadcast,
    ReopenBroadcast,
    ResumeBroadcast,
    SendBroadcast,
    SettleUncertain,
    TryBroadcast,
)
from bot.presses.cards import RenewCard
from bot.presses.certificates import DecideCertificate
from bot.presses.menu import OpenMenu
from bot.presses.people import ErasePerson
from bot.presses.promises import SetPlacement
from bot.presses.schedule import WithdrawApplication
from bot.presses.schools import AcceptGroup, ConnectPupil, GuardianAgrees, WithdrawPupil
from bot.presses.selection import (
    AnnounceResults,
    ApproveMove,
    ConfirmForThem,
    LetGoBecause,
    NoteAbsence,
    RefuseMove,
    TakeBackResults,
)
from bot.presses.settings import AskErase, ChooseLanguage, Erase, SendMyData
from bot.presses.stages import AdvanceBecause
from bot.presses.track_desk import ConfirmItem, UnconfirmItem
from bot.presses.welcome import Consent, SpeakTo

UNVISITED = {
    kind.code for kind in (Erase, ErasePerson, SendMyData, ChooseLanguage, SpeakTo, Consent)
}
WITHOUT_MENU = {OpenMenu.code, AskErase.code, PreviewBroadcast.code}
"""The menu itself, the question that wants its own answer first, and what is a broadcast's text."""
DECISIONS = {kind.code for kind in (
    SendBroadcast, DiscardBroadcast, ParkBroadcast, TryBroadcast, ReopenBroadcast,
    CancelBroadcast, RecallBroadcast, ApproveBroadcast, RefuseBroadcast, PauseBroadcast,
    ResumeBroadcast, SettleUncertain, MarkAttendance, TakeLate, DecideCertificate, RenewCard,
    WithdrawApplication, AcceptGroup, WithdrawPupil, ConnectPupil, GuardianAgrees, ConfirmItem,
    UnconfirmItem, NoteAbsence, ConfirmForThem, LetGoBecause, ApproveMove, RefuseMove,
    AnnounceResults, TakeBackResults, AdvanceBecause, NeedNoBed, MoveBed, SetPlacement,
)}  # fmt: skip
"""After which other screens would be gone, or others would be told."""
