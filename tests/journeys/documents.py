"""Applicants with papers to send, and staff of one provider or another."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from intake.documents.rows import Papers, papers_of
from people.staff import Role, grant
from storage.models import Document, Provider
from storage.shelf import Shelf
from tests.files import pdf, picture
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

KTP = picture(800, 500, colour="navy")
IJAZAH = pdf(2)


async def applicant(jawara: Running, slug: str = "menjahit") -> Seeker:
    """Siti, who has her number and the button to send her papers before her."""
    siti = await seeker(jawara)
    await siti.register_for(slug)
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    return siti


async def with_papers(jawara: Running) -> Seeker:
    """She has sent both that are wanted."""
    siti = await applicant(jawara)
    await siti.press("Kirim berkas")
    await send_photo(siti, KTP)
    await send_file(siti, IJAZAH)
    return siti


async def officer_of(jawara: Running, name: str, provider: str | None) -> Seeker:
    """A member of staff of that provider alone, or of all."""
    person = await seeker(jawara, name)
    with jawara.database.transaction() as session:
        found = session.scalar(select(Provider.id).where(Provider.slug == provider))
        assert (found is None) == (provider is None)
        grant(
            session, person.account_id(), Role.STAFF,
            provider_id=found, name=name, granted_by="test", now=jawara.clock(),
        )  # fmt: skip
    await person.say("/staf")
    return person


async def send_photo(person: Seeker, data: bytes, **more: str) -> str:
    await person.phone.send_file(person.id, data, "photo.jpg", "image/jpeg", as_="photo", **more)
    return await person.screen()


async def send_file(
    person: Seeker, data: bytes, name: str = "scan.pdf", mime: str = "application/pdf"
) -> str:
    await person.phone.send_file(person.id, data, name, mime, as_="document")
    return await person.screen()


def papers(person: Seeker) -> Papers:
    """Of the newest registration, as the database has them."""
    jawara = person.jawara
    with jawara.database.snapshot() as session:
        return papers_of(session, person.applications()[0].id, now=jawara.clock())


def states(person: Seeker) -> list[tuple[str, bool, bool]]:
    """Paper, whether it was sent, whether staff ask for it."""
    return [(each.paper, each.document_id is not None, each.asked) for each in papers(person).lines]


def shelf(jawara: Running) -> Shelf:
    found = jawara.jawara.house.shelf
    assert found is not None
    return found


def files_of(person: Seeker) -> Sequence[str]:
    """Names on the shelf."""
    with person.jawara.database.snapshot() as session:
        return session.scalars(
            select(Document.file)
            .where(Document.application_id == person.applications()[0].id)
            .order_by(Document.id)
        ).all()


def last_sent(messages: Sequence[Any], kind: str) -> Any:
    """The newest message of the bot's with a `photo` or a `document`."""
    return [each for each in messages if kind in each][-1]
