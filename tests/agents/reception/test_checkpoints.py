"""Of what goes wrong in a turn, only a database that is away is told as one."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from psycopg.errors import UniqueViolation
from sqlalchemy import text as sql

from agents.reception.checkpoints import Checkpoints
from agents.reception.conversation import Conversations
from agents.reception.errors import UnknownConversation
from agents.reception.graph import Node, build_reception
from agents.reception.turns.ended import ChatEnd
from tests import shipped
from tests.agents.conftest import MemorySaver, Queue, reading
from tests.fakes.contact_log import MemoryContactLog
from tools.errors import ToolUnavailable
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.unsettled_postgres import PostgresUnsettled

_AGE = sql("""
    UPDATE checkpoints SET checkpoint = jsonb_set(checkpoint, '{ts}', to_jsonb(now() - make_interval(hours => :hours)))
    WHERE thread_id = ANY(:ids)
""")


class Remembering:
    async def last_said(self, conversation_id: str) -> str | None:
        return None

    async def forget_history(self, conversation_id: str) -> None:
        return None


def log_on(database: Database) -> PostgresContactLog:
    return PostgresContactLog(database, PostgresEventBus(database))


@pytest.fixture
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    database = await Database.start(None, tmp_path_factory.getbasetemp() / "checkpoints")
    yield database
    await database.close()


@pytest.mark.parametrize("error", [FileNotFoundError("an article"), UniqueViolation("a row")])
async def test_an_error_of_a_node_is_no_database_that_is_away(talk, error: Exception) -> None:
    async def broken(state: Any, runtime: Any) -> dict[str, Any]:
        raise error

    def around(name: str, node: Node) -> Node:
        return broken if name == "notice" else node

    deps = talk({"gracias": reading("thanks")}).deps
    conversations = Conversations(build_reception(MemorySaver(), around), deps, Remembering(), MemoryContactLog())
    conversation_id, _ = await conversations.open("es")
    with pytest.raises(type(error)):
        await conversations.reply(conversation_id, "gracias")


async def test_a_database_that_is_away_is_told_as_one_by_whatever_needs_the_state(talk, database: Database) -> None:
    checkpoints = await Checkpoints.open(database.url)
    conversations = Conversations(
        shipped.reception(checkpoints.saver), talk({}).deps, Remembering(), MemoryContactLog()
    )
    conversation_id, _ = await conversations.open("es")
    await checkpoints.close()
    for asked in (
        conversations.open("es"),
        conversations.reply(conversation_id, "gracias"),
        conversations.snapshot(conversation_id),
    ):
        with pytest.raises(ToolUnavailable):
            await asked


async def test_who_asks_for_a_person_while_the_queue_is_away_gets_one_when_it_is_asked_again(
    talk, database: Database
) -> None:
    checkpoints, queue = await Checkpoints.open(database.url), Queue()
    deps = talk({"hola": reading("greeting"), "persona": reading("person")}, hand_offs=queue).deps
    conversations = Conversations(shipped.reception(checkpoints.saver), deps, checkpoints, log_on(database))
    conversation_id, _ = await conversations.open("es")
    greeted = await conversations.reply(conversation_id, "hola", "k1")
    queue.down = True
    with pytest.raises(ToolUnavailable):
        await conversations.reply(conversation_id, "persona", "k2")
    assert await conversations.latest(conversation_id) == greeted
    queue.down = False
    turn = await conversations.reply(conversation_id, "persona", "k2")
    assert (turn.step, turn.hand_off) == ("handed_off", queue.waits[0])
    assert await conversations.reply(conversation_id, "persona", "k2") == turn
    await checkpoints.close()


async def test_a_conversation_nobody_can_open_is_forgotten_unless_a_write_of_it_is_not_known(
    talk, database: Database
) -> None:
    script = {"anular": reading("cancel", need="cita_modificar"), "mi DNI": reading(slots={"document": "12345678Z"})}
    checkpoints = await Checkpoints.open(database.url)
    deps = talk(script, new_id=lambda: uuid4().hex).deps
    conversations = Conversations(shipped.reception(checkpoints.saver), deps, checkpoints, log_on(database))
    left, unknown, live = [(await conversations.open("es"))[0] for _ in range(3)]
    for conversation_id in (left, unknown, live):
        for text in script:
            await conversations.reply(conversation_id, text)
    await PostgresUnsettled(database, deps.clock).add(unknown)
    await database.run(lambda connection: connection.execute(_AGE, {"ids": [left, unknown], "hours": 2}))
    await database.run(lambda connection: connection.execute(_AGE, {"ids": [live], "hours": 1}))
    assert await checkpoints.ended(timedelta(hours=2)) == [left]
    assert await conversations.end_of(left) == ChatEnd(None, "abandoned", None)
    await checkpoints.forget_ended(timedelta(hours=2), [live])
    assert await conversations.end_of(left) is not None
    await checkpoints.forget_ended(timedelta(hours=2), [left, live])
    for table in ("checkpoints", "checkpoint_blobs", "checkpoint_writes"):
        kept = sql(f"SELECT thread_id FROM {table} WHERE thread_id = :left")
        assert (await database.run(lambda c, kept=kept: c.execute(kept, {"left": left}))).all() == []
    with pytest.raises(UnknownConversation):
        await conversations.reply(left, "mi DNI")
    for conversation_id in (unknown, live):
        assert len((await conversations.snapshot(conversation_id)).transcript) == 5
    await checkpoints.close()
