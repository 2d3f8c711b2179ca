"""Certificates: to their holder, with links to show; and to anybody who checks one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.keyboards import Row, link, ways_back
from bot.presses.schedule import OpenApplication
from bot.screens import Screen
from bot.views.training import certificate_words
from intake.training.certificate_rows import CertificateView, Verified
from intake.training.trainees import Trainee
from texts import Safe, Speaker
from texts.moments import clock, day

SHARE = "https://t.me/share/url?url="


def certificates_screen(
    t: Speaker,
    trainee: Trainee,
    views: Sequence[CertificateView],
    address: Callable[[str], str],
) -> Screen:
    """`address`: of the link that stands for a certificate's token."""
    parts, rows = [t("certificate-mine", name=trainee.name)], list[Row]()
    for view in views:
        parts.append(_mine(t, view, address))
        if view.token is not None:
            kind = t.plain(f"certificate-kind-{view.kind.value}")
            caption = t.plain("certificate-share", kind=kind)
            rows.append([link(caption, f"{SHARE}{address(view.token)}")])
    back = ways_back(t, OpenApplication(trainee.application_id))
    return Screen("\n\n".join(parts), [*rows, back])


def verified_screen(t: Speaker, found: Sequence[Verified]) -> Screen:
    """Genuine. Of its holder nothing is said."""
    told = [_verified(t, one) for one in found]
    return Screen(t("certificate-genuine", certificates=Safe("\n\n".join(told))), [ways_back(t)])


def unknown_screen(t: Speaker) -> Screen:
    """None with exactly this number or link; whatever else there is makes no difference."""
    return Screen(t("certificate-unknown"), [ways_back(t)])


def how_to_check_screen(t: Speaker) -> Screen:
    return Screen(t("certificate-how"), [ways_back(t)])


def too_many_screen(t: Speaker, count: int, until: datetime, zone: ZoneInfo) -> Screen:
    text = t("certificate-too-many", count=count, clock=clock(until, zone))
    return Screen(text, [ways_back(t)])


def _mine(t: Speaker, view: CertificateView, address: Callable[[str], str]) -> Safe:
    if view.token is None or view.issued_on is None:
        return certificate_words(t, view)
    return t(
        "certificate-mine-issued",
        kind=t.plain(f"certificate-kind-{view.kind.value}"),
        number=view.number or "",
        day=day(view.issued_on, t.language),
        link=address(view.token),
    )


def _verified(t: Speaker, one: Verified) -> Safe:
    return t(
        "certificate-verified",
        kind=one.kind.value,
        number=one.number,
        programme=one.programme_title,
        provider=one.provider_name,
        day=day(one.issued_on, t.language),
        example="yes" if one.example else "no",
    )
