"""`jawara staff verdict`: why an application was let through, and by which rules; guardians."""

from typing import Annotated

import typer

from app.commands.terminal import TIME, refuse, say, transaction, zone
from intake.applications.errors import NoSuchApplication
from intake.applications.guardians import Guardian, guardians_of
from intake.applications.rows import application_by_number
from intake.registration.verdicts import find_verdict


def verdict(number: Annotated[str, typer.Argument(help="PBK-2025-3-0001")]) -> None:
    """Explain how an application was judged: each rule as it was then, and what it said."""
    with transaction() as session:
        try:
            application = application_by_number(session, number)
        except NoSuchApplication:
            refuse(f"there is no application {number}")
        found = find_verdict(session, application.id)
        guardian = guardians_of(session, [application.id]).get(application.id)
    if found is None:
        refuse(f"{application.number} was sent before verdicts were kept")
    judged = found.judged_at.astimezone(zone()).strftime(TIME)
    say(f"{found.number}  {found.verdict}, judged {judged}{guardian_of(guardian)}")
    for rule in found.rules:
        told = f"{rule.outlet}, {rule.published_on or 'undated'}"
        said = f"{rule.rule}, version {rule.version}; {told}"
        say(f"  {rule.outcome:10}  {rule.text['id']}  ({said})")


def guardian_of(guardian: Guardian | None) -> str:
    """What stands at the end of an application's line: nothing for an adult's."""
    return "" if guardian is None else f"  with {guardian.relation} {guardian.name}'s consent"
