"""What a trainee's application says of their training, and where it leads."""

from bot.keyboards import Row, button
from bot.presses.cards import ShowCard, ShowCertificates
from bot.training_reading import Training
from intake.training.attendance_rows import Tally
from intake.training.certificate_rows import CertificateState, CertificateView
from texts import Safe, Speaker
from texts.moments import short_day

DAYS_SHOWN = 4


def training_words(t: Speaker, training: Training) -> Safe:
    lines = [certificate_words(t, view) for view in training.certificates]
    if training.tally.counted:
        lines.insert(0, attendance_words(t, training.tally))
    return Safe("\n".join(lines))


def training_row(t: Speaker, application_id: int, training: Training) -> Row:
    row = [button(t.plain("card-see"), ShowCard(application_id))]
    if any(view.state is not CertificateState.NONE for view in training.certificates):
        row.append(button(t.plain("certificate-see"), ShowCertificates(application_id)))
    return row


def attendance_words(t: Speaker, tally: Tally) -> Safe:
    """Hadir 12, terlambat 1, izin 1, tidak hadir 2 dari 16; and the latest days missed."""
    days = [short_day(day, t.language) for day in tally.absent_on[-DAYS_SHOWN:]]
    return t(
        "attendance-summary",
        present=tally.present,
        late=tally.late,
        excused=tally.excused,
        absent=tally.absent,
        counted=tally.counted,
        days="; ".join(days) or "none",
        allowed="none" if tally.allowed is None else tally.allowed,
    )


def certificate_words(t: Speaker, view: CertificateView) -> Safe:
    """One line: which, and how it stands."""
    return t(
        "certificate-line",
        kind=t.plain(f"certificate-kind-{view.kind.value}"),
        state=view.state.value,
        number=view.number or "none",
    )
