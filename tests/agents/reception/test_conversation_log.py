"""What the log of contacts has of a conversation: all that was said, once, whatever failed meanwhile."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text as sql

from agents.reception.checkpoints import Checkpoints
from agents.reception.conversation import Conversations
from tests import shipped
from tests.agents.builders import NOW
from tests.agents.conftest import Talk, reading
from tools.contacts.contact import Contact, ContactEvent, NewEvent
from tools.errors import ContactNotFound, ToolUnavailable
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus

SCRIPT = {
    "gracias": reading("thanks"),
    "hola": reading("greeting"),
    "mi DNI": reading(slots={"document": "12345678Z"}),
}


class FailingLog(PostgresContactLog):
    """The log, which may be away."""

    away = False

    async def append(self, contact: Contact, new: Sequence[NewEvent]) -> list[ContactEvent]:
        if self.away:
            raise ToolUnavailable("the log is away")
        return await super().append(contact, new)


@pytest.fixture
def log(database: Database) -> FailingLog:
    return FailingLog(database, PostgresEventBus(database))


@pytest.fixture
async def checkpoints(database: Database) -> AsyncIterator[Checkpoints]:
    checkpoints = await Checkpoints.open(database.url)
    yield checkpoints
    await checkpoints.close()


@pytest.fixture
def conversations(talk: Callable[..., Talk], checkpoints: Checkpoints, log: FailingLog) -> Conversations:
    deps = talk(SCRIPT, new_id=lambda: uuid4().hex).deps
    return Conversations(shipped.reception(checkpoints.saver), deps, checkpoints, log)


def kinds(events: Sequence[ContactEvent]) -> list[str]:
    return [event.data.get("speaker", event.kind) for event in events]


async def test_each_turn_is_in_the_log_as_what_was_said_and_the_turn(
    conversations: Conversations, log: FailingLog
) -> None:
    conversation_id, greeting = await conversations.open("gl")
    turn = await conversations.reply(conversation_id, "gracias", "k1")
    assert await conversations.reply(conversation_id, "gracias", "k1") == turn
    events = await log.events(conversation_id)
    assert kinds(events) == ["assistant", "turn", "citizen", "assistant", "turn"]
    assert [event.data["turn_id"] for event in events if event.kind == "turn"] == [greeting.turn_id, turn.turn_id]
    assert await log.transcript(conversation_id) == (await conversations.snapshot(conversation_id)).transcript
    contact = await log.find(conversation_id)
    assert (contact.channel, contact.started, contact.language, contact.ended) == ("chat", NOW, turn.language, None)


async def test_identifiers_are_masked_in_the_log(
    conversations: Conversations, log: FailingLog, database: Database
) -> None:
    conversation_id, _ = await conversations.open("es")
    await conversations.reply(conversation_id, "mi DNI")
    stored = sql("SELECT string_agg(data::text, ' ') FROM contact_events WHERE contact_id = :id")
    words = (await database.run(lambda c: c.execute(stored, {"id": conversation_id}))).scalar_one()
    assert "12345678Z" not in words


async def test_a_turn_whose_log_could_not_be_written_is_not_lost_and_the_next_one_brings_it(
    conversations: Conversations, log: FailingLog
) -> None:
    conversation_id, _ = await conversations.open("es")
    log.away = True
    lost = await conversations.reply(conversation_id, "gracias")
    assert lost.messages
    log.away = False
    assert kinds(await log.events(conversation_id)) == ["assistant", "turn"]
    await conversations.reply(conversation_id, "hola")
    events = await log.events(conversation_id)
    assert kinds(events) == ["assistant", "turn", *["citizen", "assistant", "turn"] * 2]
    assert events[4].data["turn_id"] == lost.turn_id


async def test_a_follower_or_a_repeated_message_brings_what_a_dead_process_did_not_log(
    conversations: Conversations, log: FailingLog
) -> None:
    conversation_id, _ = await conversations.open("es")
    log.away = True
    await conversations.reply(conversation_id, "gracias", "k1")
    log.away = False
    await conversations.reply(conversation_id, "gracias", "k1")
    assert len(await log.events(conversation_id)) == 5
    log.away = True
    await conversations.reply(conversation_id, "hola", "k2")
    log.away = False
    await conversations.update_log(conversation_id)
    assert len(await log.events(conversation_id)) == 8


async def test_a_conversation_of_an_earlier_version_opens_its_contact_at_its_next_turn(
    conversations: Conversations, log: FailingLog, checkpoints: Checkpoints
) -> None:
    began = NOW - timedelta(minutes=20)
    old = [
        {"speaker": speaker, "text": said, "at": (began + timedelta(minutes=n)).isoformat()}
        for n, (speaker, said) in enumerate((("assistant", "¡Hola!"), ("citizen", "hola"), ("assistant", "Dígame")))
    ]
    state = {"conversation_id": "old", "language": "es", "language_locked": True, "turns": 1, "transcript": old}
    config = {"configurable": {"thread_id": "old"}}
    await shipped.reception(checkpoints.saver).aupdate_state(config, state, as_node="say")
    assert [said.text for said in (await conversations.snapshot("old")).transcript] == ["¡Hola!", "hola", "Dígame"]
    for _ in range(2):
        await conversations.reply("old", "gracias")
    said = await log.transcript("old")
    assert [one.text for one in said][:4] == ["¡Hola!", "hola", "Dígame", "gracias"]
    assert len(said) == 7
    assert [said[0].language, said[3].language] == [None, "es"]
    assert (await log.find("old")).started == began


async def test_the_log_of_a_conversation_is_deleted_with_it(
    conversations: Conversations, log: FailingLog, checkpoints: Checkpoints, database: Database
) -> None:
    ended, goes_on = [(await conversations.open("es"))[0] for _ in range(2)]
    await log.append(Contact("orphan", "chat", NOW), [])
    await log.append(Contact("call", "call", NOW), [])
    age = sql("""UPDATE checkpoints SET checkpoint = jsonb_set(checkpoint, '{ts}', to_jsonb(now() - interval '2 hours'))
                 WHERE thread_id = :id""")
    await database.run(lambda connection: connection.execute(age, {"id": ended}))
    await checkpoints.forget_ended(timedelta(hours=1))
    for gone in (ended, "orphan"):
        with pytest.raises(ContactNotFound):
            await log.find(gone)
    assert await log.events(ended) == []
    assert [(await log.find(there)).id for there in (goes_on, "call")] == [goes_on, "call"]
