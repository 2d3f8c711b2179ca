"""Where a conversation stands is read from the domain's rows, and from nowhere else."""

from collections.abc import Iterator

import pytest
from telegram.ext import ConversationHandler

from announcements.drafts import begin_draft as begin_broadcast
from announcements.questions import Question, ask, put_aside
from bot.conversations import broadcast, registration, welcome
from bot.conversations.welcome import Welcome
from bot.persistence import DraftPersistence
from bot.routes import CONVERSATIONS
from intake.applications.steps import Step
from intake.registration.drafts import begin_draft, park
from people.welcomes import ask_in_welcome, finish_welcome
from storage.database import Database
from tests.cast import BUDI, NOW, RINA, SITI, open_database, reply, set_stage
from tests.cast import welcome as register


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()


async def test_a_registration_stands_where_its_draft_stands(database: Database) -> None:
    with database.transaction() as session:
        stage = set_stage(session)
        siti, budi, rina = (register(session, person) for person in (SITI, BUDI, RINA))
        for account in (siti, budi, rina):
            begin_draft(session, account, stage.class_id, now=NOW)
        reply(session, siti, Step.NAME)
        park(session, rina, now=NOW)
    assert await states(database, registration.NAME) == {
        (7001, 7001): Step.NIK,
        (7002, 7002): Step.NAME,
    }


async def test_a_welcome_stands_at_its_open_question(database: Database) -> None:
    with database.transaction() as session:
        siti, budi, _rina = (register(session, person) for person in (SITI, BUDI, RINA))
        ask_in_welcome(session, siti, Welcome.DOMICILE.value)
        ask_in_welcome(session, budi, Welcome.INTERESTS.value)
        finish_welcome(session, budi, NOW)
    assert await states(database, welcome.NAME) == {(7001, 7001): Welcome.DOMICILE}


async def test_a_broadcast_stands_at_its_open_question(database: Database) -> None:
    with database.transaction() as session:
        siti, budi, _rina = (register(session, person) for person in (SITI, BUDI, RINA))
        first, second = (
            begin_broadcast(session, who, actor="Bu Ratna", now=NOW).id for who in (siti, budi)
        )
        ask(session, first, Question.AUDIENCE, by=siti)
        ask(session, second, Question.TIME, by=budi)
        put_aside(session, budi)
    assert await states(database, broadcast.NAME) == {(7001, 7001): Question.AUDIENCE}


@pytest.mark.parametrize("module", [broadcast, registration, welcome])
def test_its_states_are_the_conversations_own(module: object) -> None:
    conversation = module.conversation()  # type: ignore[attr-defined]  # both have one
    assert isinstance(conversation, ConversationHandler)
    assert conversation.name in CONVERSATIONS
    assert (conversation.persistent, conversation.per_chat, conversation.per_user) == (True,) * 3


async def test_nothing_else_is_kept(database: Database) -> None:
    persistence = DraftPersistence(database, CONVERSATIONS)
    await persistence.update_conversation(registration.NAME, (7001, 7001), Step.REVIEW)
    await persistence.update_user_data(7001, {"nik": SITI.nik})
    assert await persistence.get_conversations(registration.NAME) == {}
    assert await persistence.get_user_data() == {}


async def states(database: Database, name: str) -> dict[tuple[int | str, ...], object]:
    return await DraftPersistence(database, CONVERSATIONS).get_conversations(name)
