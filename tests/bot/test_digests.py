"""Several alerts in one message: what it says, where it leads, and what it leaves out."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from telegram import InlineKeyboardButton

from bot.callbacks import Press
from bot.context import House
from bot.digests import Digest, write_digest
from bot.finding import Finder
from bot.letters import LETTERS
from bot.outgoing import TAG, sent_as
from bot.presses.courses import OpenClass
from bot.presses.menu import OpenMenu
from bot.presses.settings import OpenNewsBelow
from bot.presses.vacancies import OpenVacancy
from bot.screens import Screen
from catalog.interests import announce_openings, leave_interest
from notices.outbox import Lane
from notices.sender import Letter, Moot, Rejected, Told
from storage.database import Database
from storage.models import Cluster, CourseClass, Notice, Programme, Vacancy, Wave
from tests.bot.letter_box import Post
from tests.cast import NOW, SITI, WIB, Stage, add_class, set_stage, welcome
from tests.simulator import buttons
from tests.vacancies.partner_stage import posting, report, set_partner_stage
from texts import speaker
from vacancies.alerts import announce_vacancies
from vacancies.subscriptions import subscribe

LONG = "Teknisi Instalasi Tenaga Surya Atap dan Perawatan Baterai"
SAID = (
    "🔔 Ada 3 kabar untuk Anda:\n"
    "• Lowongan baru yang cocok: Juru Las SMAW\n"
    "• Pendaftaran Las SMAW A dibuka, tutup Jum, 28 Nov\n"
    "• Pendaftaran Las GMAW dibuka, tutup Jum, 28 Nov"
)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session, name="-1")  # the partner's stage has its own clusters


def opened(session: Session, stage: Stage, *titles: str) -> int:
    """The programmes of a wave, and those of these titles as well, open to Siti's interest."""
    siti = welcome(session, SITI, now=NOW - timedelta(days=1))
    cluster, wave = session.get_one(Cluster, stage.cluster_id), session.get_one(Wave, stage.wave_id)
    for number, title in enumerate(titles):
        add_class(session, wave, cluster, f"more-{number}", title, 16)
    for programme_id in session.scalars(select(Programme.id).order_by(Programme.id)).all():
        leave_interest(session, siti, programme_id, now=NOW)
    announce_openings(session, NOW)
    return siti


def offered(session: Session, siti: int) -> None:
    subscribe(session, siti, now=NOW - timedelta(days=1))
    report(session, set_partner_stage(session), posting())
    announce_vacancies(session, NOW)


def letter_of(session: Session, language: str = "id") -> Letter:
    """All of Siti's notices, as the courier gathers them."""
    rows = session.scalars(select(Notice).order_by(Notice.kind.desc(), Notice.id)).all()
    first, *others = (
        Letter(
            row.id, row.account_id, SITI.telegram_id, language, Lane.ALERTS, row.kind, row.facts, 1,
            row.due_at, row.expires_at, NOW + timedelta(hours=1),
        )
        for row in rows
    )  # fmt: skip
    return replace(first, along=tuple(others))


def written(session: Session, database: Database, letter: Letter) -> Digest:
    house = House(database, lambda: NOW, WIB, Finder(database), human="")
    return write_digest(session, letter, house, LETTERS)


def plain(digest: Digest) -> str:
    return TAG.sub("", digest.words.parameters["text"])


def ways(digest: Digest) -> list[InlineKeyboardButton]:
    rows = digest.words.parameters["reply_markup"].inline_keyboard
    return [button for row in rows for button in row]


def leading_to(digest: Digest) -> list[type[Press]]:
    return [Press.kinds[str(one.callback_data).partition(":")[0]] for one in ways(digest)]


def test_each_has_its_line_and_its_button_and_one_leads_to_fewer(
    session: Session, empty_database: Database, stage: Stage
) -> None:
    offered(session, opened(session, stage))
    digest = written(session, empty_database, letter_of(session))
    assert (plain(digest), digest.moot) == (SAID, frozenset())
    assert leading_to(digest) == [OpenVacancy, OpenClass, OpenClass, OpenNewsBelow, OpenMenu]
    assert [one.text for one in ways(digest)][:3] == [
        "Lihat Juru Las SMAW",
        "Lihat Las SMAW A",
        "Lihat Las GMAW",
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_however_many_and_long_they_are_it_stays_short(
    session: Session, empty_database: Database, stage: Stage, language: str
) -> None:
    offered(session, opened(session, stage, *(f"{LONG} {number}" for number in range(9))))
    digest = written(session, empty_database, letter_of(session, language))
    assert len(digest.words.parameters["text"]) <= 600
    assert len(ways(digest)) == 8
    assert max(len(one.text) for one in ways(digest)) <= 26
    assert len(plain(digest).splitlines()) == 8
    (told,) = re.findall(r"\d+", plain(digest).splitlines()[-1])
    assert int(told) == 12 - 6


def test_what_is_true_no_more_is_left_out_and_named(
    session: Session, empty_database: Database, stage: Stage
) -> None:
    offered(session, opened(session, stage))
    session.execute(update(Vacancy).values(withdrawn_at=NOW))
    letter = letter_of(session)
    digest = written(session, empty_database, letter)
    assert digest.moot == {letter.notice_id}
    assert plain(digest).splitlines()[0] == "🔔 Ada 2 kabar untuk Anda:"
    assert leading_to(digest) == [OpenClass, OpenClass, OpenNewsBelow, OpenMenu]


def test_the_only_one_that_is_left_goes_as_itself(
    session: Session, empty_database: Database, stage: Stage
) -> None:
    offered(session, opened(session, stage))
    session.get_one(Wave, stage.wave_id).state = "closed"
    letter = letter_of(session)
    digest = written(session, empty_database, letter)
    house = House(empty_database, lambda: NOW, WIB, Finder(empty_database), human="")
    alone = LETTERS["vacancies"](session, replace(letter, along=()), speaker("id"), house)
    assert isinstance(alone, Screen)
    assert digest.words.parameters == sent_as(alone).parameters
    assert digest.moot == {other.notice_id for other in letter.along}


def test_nothing_left_is_nothing_said(
    session: Session, empty_database: Database, stage: Stage
) -> None:
    opened(session, stage)
    session.get_one(Wave, stage.wave_id).state = "closed"
    with pytest.raises(Moot):
        written(session, empty_database, letter_of(session))


def test_a_kind_without_a_line_of_its_own_tells_its_first(
    session: Session, empty_database: Database, stage: Stage
) -> None:
    opened(session, stage)
    letter = letter_of(session)
    house = House(empty_database, lambda: NOW, WIB, Finder(empty_database), human="")
    novel = {**LETTERS, "novel": LETTERS["registration_open"]}
    first = replace(letter, kind="novel")
    lines = plain(write_digest(session, first, house, novel)).splitlines()
    assert lines[1:] == [
        "• 🎓 Pendaftaran Las SMAW A sudah dibuka (Gelombang 3). Tutup Jumat, 28…",
        "• Pendaftaran Las GMAW dibuka, tutup Jum, 28 Nov",
    ]
    with pytest.raises(Rejected):
        written(session, empty_database, first)


async def test_the_openings_of_a_wave_arrive_as_one_message(post: Post) -> None:
    await post.started()
    with post.house.database.transaction() as session:
        for class_id in session.scalars(select(CourseClass.id)).all():
            programme_id = session.get_one(CourseClass, class_id).programme_id
            leave_interest(session, post.letter.account_id, programme_id, now=NOW)
        announce_openings(session, NOW)
        letter = letter_of(session)
    told = await post.messenger.send(letter)
    message = await post.last()
    assert told == Told(message["message_id"], frozenset())
    assert message["text"] == "\n".join(["🔔 Ada 2 kabar untuk Anda:", *SAID.splitlines()[2:]])
    assert len(list(buttons(message))) == 4
