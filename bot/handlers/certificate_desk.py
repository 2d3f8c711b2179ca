"""The staff's desk: certificates of their classes."""

from telegram import Update

from bot.context import Turn
from bot.phrases import Issue, certificate_to_issue
from bot.presses.certificates import (
    AskCertificate,
    DecideCertificate,
    ListCertificateClasses,
    ListCertificates,
    OpenCertificate,
)
from bot.rights import name_of, rights_of
from bot.screens import show
from bot.training_reading import application_numbered
from bot.views import certificate_desk as views
from intake.training.certificate_rows import (
    CertificateKind,
    CertificateState,
    CertificateView,
    class_certificates,
    one_certificate,
)
from intake.training.certificates import decide
from intake.training.trainees import taught_classes
from people.staff import StaffRight


async def list_classes(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read(taught_classes, await rights_of(turn))
    giving = [each for each in found if views.given(each)]
    page = turn.pressed(ListCertificateClasses).page
    await show(update, turn, views.classes_screen(turn.t, giving, page))


async def list_all(update: Update, turn: Turn) -> None:
    """A class that is gone from the list, or none of theirs: the classes there are."""
    press, database = turn.pressed(ListCertificates), turn.house.database
    rights = await rights_of(turn)
    classes = await database.read(taught_classes, rights)
    taught = next((each for each in classes if each.id == press.class_id), None)
    if taught is None:
        giving = [each for each in classes if views.given(each)]
        await show(update, turn, views.classes_screen(turn.t, giving, 0))
        return
    kind = CertificateKind(press.kind)
    found = await database.read(class_certificates, press.class_id, kind, rights)
    await show(update, turn, views.list_screen(turn.t, taught, kind, found, press.page))


async def open_one(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenCertificate)
    view = await _one(turn, press.application_id, press.kind)
    await show(update, turn, views.certificate_screen(turn.t, view))


async def ask(update: Update, turn: Turn) -> None:
    press = turn.pressed(AskCertificate)
    view = await _one(turn, press.application_id, press.kind)
    await show(update, turn, views.ask_screen(turn.t, view, CertificateState(press.state)))


async def decide_one(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(DecideCertificate), turn.house
    view = await house.database.write(
        decide,
        press.application_id,
        CertificateKind(press.kind),
        CertificateState(press.state),
        await rights_of(turn),
        reason=press.why,
        actor=await name_of(turn),
        by=turn.account.id,
        now=house.now(),
    )
    await _noted(update, turn, view)


async def issue(update: Update, turn: Turn, text: str) -> bool:
    """ "terbit PBK-2025-3-0001 bnsp 123/2026"; False: other words, or not a member of staff's."""
    wanted, rights = certificate_to_issue(text), await rights_of(turn)
    if wanted is None or not rights:
        return False
    await _noted(update, turn, await _issue(turn, wanted, rights))
    return True


async def _issue(turn: Turn, wanted: Issue, rights: frozenset[StaffRight]) -> CertificateView:
    database = turn.house.database
    return await database.write(
        decide,
        await database.read(application_numbered, wanted.trainee),
        wanted.kind,
        CertificateState.ISSUED,
        rights,
        number=wanted.number,
        issued_on=wanted.issued_on,
        actor=await name_of(turn),
        by=turn.account.id,
        now=turn.house.now(),
    )


async def _noted(update: Update, turn: Turn, view: CertificateView) -> None:
    turn.house.nudge()
    note = turn.t("certificate-noted")
    await show(update, turn, views.certificate_screen(turn.t, view, note))


async def _one(turn: Turn, application_id: int, kind: str) -> CertificateView:
    """Raises NoTrainee, OtherProvider."""
    return await turn.house.database.read(
        one_certificate, application_id, CertificateKind(kind), await rights_of(turn)
    )
