"""Of what goes wrong in a turn, only a database that is away is told as one."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from langgraph.checkpoint.memory import InMemorySaver
from psycopg.errors import UniqueViolation

from agents.checkpoints import Checkpoints
from agents.conversation import Conversations
from agents.reception import Node, build_reception
from tests.agents.conftest import reading
from tools.errors import ToolUnavailable
from tools.store.database import Database


class Remembering:
    async def last_said(self, conversation_id: str) -> str | None:
        return None

    async def forget_history(self, conversation_id: str) -> None:
        return None


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
    conversations = Conversations(build_reception(InMemorySaver(), around), deps, Remembering())
    conversation_id, _ = await conversations.open("es")
    with pytest.raises(type(error)):
        await conversations.reply(conversation_id, "gracias")


async def test_a_database_that_is_away_is_told_as_one_by_whatever_needs_the_state(talk, database: Database) -> None:
    checkpoints = await Checkpoints.open(database.url)
    conversations = Conversations(build_reception(checkpoints.saver), talk({}).deps, Remembering())
    conversation_id, _ = await conversations.open("es")
    await checkpoints.close()
    for asked in (
        conversations.open("es"),
        conversations.reply(conversation_id, "gracias"),
        conversations.snapshot(conversation_id),
    ):
        with pytest.raises(ToolUnavailable):
            await asked
