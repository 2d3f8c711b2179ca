"""The staff's desk: certificates of a class, one trainee's, and taking a decision back."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.certificates import (
    AskCertificate,
    DecideCertificate,
    ListCertificateClasses,
    ListCertificates,
    OpenCertificate,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.attendance import LONGEST_NAME, class_caption
from bot.views.paging import desk_page, page_of, turning
from bot.views.training import certificate_words
from bot.views.vacancies import short
from intake.training.certificate_rows import CertificateKind, CertificateState, CertificateView
from intake.training.certificates import MOVES, REASONS, TAKEN_BACK
from intake.training.trainees import TaughtClass
from texts import Speaker


def classes_screen(t: Speaker, classes: Sequence[TaughtClass], page: int) -> Screen:
    if not classes:
        return Screen(t("certificate-no-class"), [ways_back(t, OpenStaff())])
    size = desk_page(len(classes))
    shown, page = page_of(classes, page, size)
    ways = [button(class_caption(each), _first_kind(each)) for each in shown]
    turns = turning(t, page, len(classes), ListCertificateClasses, size)
    return Screen(
        t("certificate-classes"), [*in_columns(ways, 1), *turns, ways_back(t, OpenStaff())]
    )


def list_screen(
    t: Speaker,
    taught: TaughtClass,
    kind: CertificateKind,
    views: Sequence[CertificateView],
    page: int,
) -> Screen:
    """One kind; the other one, where there is one, is a tap away and takes the room of a name."""
    others = [each for each in given(taught) if each is not kind]
    size = desk_page(len(views) + len(others)) - len(others)
    shown, page = page_of(views, page, size)
    text = t(
        "certificate-list",
        kind=t.plain(f"certificate-kind-{kind.value}"),
        programme=taught.programme_title,
        **{state.value: sum(view.state is state for view in views) for state in CertificateState},
    )
    rows: list[Row] = in_columns([_line(t, view) for view in shown], 1)
    rows += turning(
        t, page, len(views), lambda number: ListCertificates(taught.id, kind.value, number), size
    )
    rows += [[_kind(t, taught, each)] for each in others]
    return Screen(text, [*rows, ways_back(t, ListCertificateClasses(0))])


def certificate_screen(t: Speaker, view: CertificateView, note: str = "") -> Screen:
    trainee = view.trainee
    text = t(
        "certificate-one",
        name=trainee.name,
        number=trainee.number,
        programme=trainee.programme_title,
        line=certificate_words(t, view),
        issuable="yes" if _may_be_issued(view) else "no",
        kind=view.kind.value,
    )
    ways = [
        button(t.plain(_caption(view, state)), _decide(view, state))
        for state in (CertificateState.PASSED, CertificateState.FAILED)
        if state in MOVES[view.state]
    ]
    back = ways_back(t, ListCertificates(trainee.class_id, view.kind.value, 0))
    return Screen(f"{note}\n\n{text}" if note else text, [*in_columns(ways), back])


def ask_screen(t: Speaker, view: CertificateView, state: CertificateState) -> Screen:
    """The safe choice first; what takes a decision back wants to be explained."""
    id_, kind = view.trainee.application_id, view.kind.value
    keep = [button(t.plain("certificate-keep"), OpenCertificate(id_, kind))]
    facts = {
        "name": view.trainee.name,
        "kind": t.plain(f"certificate-kind-{kind}"),
        "state": state.value,
    }
    if (view.state, state) not in TAKEN_BACK:
        sure = button(t.plain("certificate-sure"), DecideCertificate(id_, kind, state.value, ""))
        return Screen(t("certificate-ask", **facts), [keep, [sure], ways_back(t)])
    whys = [
        button(t.plain(f"certificate-why-{why}"), DecideCertificate(id_, kind, state.value, why))
        for why in REASONS
    ]
    rows = [keep, *in_columns(whys, 1), ways_back(t)]
    return Screen(t("certificate-ask-why", **facts), rows)


def given(taught: TaughtClass) -> list[CertificateKind]:
    return [kind for kind in CertificateKind if kind.value in taught.certificates]


def _caption(view: CertificateView, state: CertificateState) -> str:
    if view.state is CertificateState.ISSUED:
        return "certificate-mark-back"
    return f"certificate-mark-{state.value}"


def _may_be_issued(view: CertificateView) -> bool:
    """Another number for an issued one wants a reason: that is done at the command line."""
    issued = CertificateState.ISSUED
    return issued in MOVES[view.state] and (view.state, issued) not in TAKEN_BACK


def _first_kind(taught: TaughtClass) -> ListCertificates:
    return ListCertificates(taught.id, given(taught)[0].value, 0)


def _kind(t: Speaker, taught: TaughtClass, kind: CertificateKind) -> InlineKeyboardButton:
    return button(
        t.plain(f"certificate-list-{kind.value}"), ListCertificates(taught.id, kind.value, 0)
    )


def _line(t: Speaker, view: CertificateView) -> InlineKeyboardButton:
    name = short(view.trainee.name, LONGEST_NAME)
    state = t.plain(f"certificate-state-{view.state.value}")
    return button(
        f"{name} · {state}", OpenCertificate(view.trainee.application_id, view.kind.value)
    )


def _decide(view: CertificateView, state: CertificateState) -> AskCertificate | DecideCertificate:
    """Good news is told at once, anything else asks first."""
    id_, kind = view.trainee.application_id, view.kind.value
    good = state is CertificateState.PASSED and (view.state, state) not in TAKEN_BACK
    if good:
        return DecideCertificate(id_, kind, state.value, "")
    return AskCertificate(id_, kind, state.value)
