"""Keeps conversations, whole turns only, with LangGraph's checkpointer on the service's own database."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
)
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.graph import START
from psycopg import AsyncConnection, InterfaceError, OperationalError
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool

from agents.reception.errors import UnknownConversation
from tools.errors import ToolUnavailable

_NEXT = "branch:to:"
"""LangGraph's channel that calls a node."""
Pool = AsyncConnectionPool[AsyncConnection[DictRow]]
_SETUP_LOCK = 7_312_041
_WAIT_SECONDS = 10.0
_FORGET = """
WITH newest AS (SELECT max(checkpoint_id) AS id FROM checkpoints WHERE thread_id = %(thread)s),
     gone AS (DELETE FROM checkpoints WHERE thread_id = %(thread)s AND checkpoint_id <> (SELECT id FROM newest)),
     unsaid AS (DELETE FROM checkpoint_writes WHERE thread_id = %(thread)s)
DELETE FROM checkpoint_blobs AS blob
 WHERE blob.thread_id = %(thread)s AND NOT EXISTS (
       SELECT 1 FROM checkpoints AS kept, jsonb_each_text(kept.checkpoint -> 'channel_versions') AS live
        WHERE kept.thread_id = blob.thread_id AND kept.checkpoint_id = (SELECT id FROM newest)
          AND live.key = blob.channel AND live.value = blob.version)
"""
_ENDED = """
SELECT thread_id FROM checkpoints WHERE %(ids)s::text[] IS NULL OR thread_id = ANY(%(ids)s) GROUP BY thread_id
HAVING max((checkpoint ->> 'ts')::timestamptz) <= now() - %(life)s
EXCEPT SELECT conversation_id FROM unsettled
"""
_FORGET_ENDED = f"""
WITH ended AS ({_ENDED}),
     unsaid AS (DELETE FROM checkpoint_writes WHERE thread_id IN (SELECT thread_id FROM ended)),
     held AS (DELETE FROM checkpoint_blobs WHERE thread_id IN (SELECT thread_id FROM ended)),
     logged AS (DELETE FROM contacts WHERE channel = 'chat' AND (id IN (SELECT thread_id FROM ended)
                OR NOT EXISTS (SELECT 1 FROM checkpoints WHERE thread_id = contacts.id)))
DELETE FROM checkpoints WHERE thread_id IN (SELECT thread_id FROM ended)
"""
_LAST_SAID = """
SELECT checkpoint -> 'channel_values' ->> 'said' AS said
  FROM checkpoints WHERE thread_id = %(thread)s ORDER BY checkpoint_id DESC LIMIT 1
"""


class WholeTurns(BaseCheckpointSaver[str]):
    """Goes before a checkpointer: a turn that fails is not kept, and what it would have changed stays as it was.

    LangGraph saves when a run ends and also on the way out of an error, what the nodes before it wrote and that the
    message was answered.
    """

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """See LangGraph."""
        if any(name == START or name.startswith(_NEXT) for name in checkpoint["channel_values"]):
            return config
        return await super().aput(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Nothing: a step of a turn is not kept by itself."""


@asynccontextmanager
async def reported() -> AsyncIterator[None]:
    """A database that is away becomes ToolUnavailable; what it refuses is an error of ours and stays one."""
    try:
        yield
    except (OperationalError, InterfaceError, OSError) as error:
        raise ToolUnavailable("the database does not answer") from error


class ReportingSaver(WholeTurns, AsyncPostgresSaver):
    """The checkpointer of the graph. What the graph asks of it may raise ToolUnavailable."""

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """See LangGraph."""
        async with reported():
            return await super().aget_tuple(config)

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """See LangGraph."""
        async with reported():
            return await super().aput(config, checkpoint, metadata, new_versions)


class Checkpoints:
    """An open checkpointer. ``saver`` goes into the graph."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self.saver = ReportingSaver(pool)

    @classmethod
    async def open(cls, url: str, *, pool_size: int = 8) -> "Checkpoints":
        """Connect and create the tables, one process at a time. Raises ToolUnavailable."""
        options: dict[str, Any] = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row}
        pool: Pool = AsyncConnectionPool(
            url, min_size=1, max_size=pool_size, kwargs=options, open=False, timeout=_WAIT_SECONDS,
            check=AsyncConnectionPool.check_connection,
        )  # fmt: skip
        async with reported():
            await pool.open(wait=True, timeout=_WAIT_SECONDS)
            async with pool.connection() as connection:
                await connection.execute("SELECT pg_advisory_lock(%s)", (_SETUP_LOCK,))
                try:
                    await AsyncPostgresSaver(connection).setup()
                finally:
                    await connection.execute("SELECT pg_advisory_unlock(%s)", (_SETUP_LOCK,))
        return cls(pool)

    async def last_said(self, conversation_id: str) -> str | None:
        """The digest of the last message. Raises UnknownConversation, ToolUnavailable."""
        async with reported(), self._pool.connection() as connection:
            row = await (await connection.execute(_LAST_SAID, {"thread": conversation_id})).fetchone()
        if row is None:
            raise UnknownConversation(conversation_id)
        said: str | None = row["said"]
        return said

    async def forget_history(self, conversation_id: str) -> None:
        """Keep only the newest checkpoint: what a citizen corrected or withdrew does not stay behind it."""
        async with reported(), self._pool.connection() as connection:
            await connection.execute(_FORGET, {"thread": conversation_id})

    async def ended(self, life: timedelta) -> list[str]:
        """Conversations that ``forget_ended`` would delete now. Raises ToolUnavailable."""
        async with reported(), self._pool.connection() as connection:
            rows = await (await connection.execute(_ENDED, {"life": life, "ids": None})).fetchall()
        return [row["thread_id"] for row in rows]

    async def forget_ended(self, life: timedelta, ids: Sequence[str] | None = None) -> None:
        """Delete conversations in which nothing was said for ``life``, unless what became of a write is not known yet;
        with ``ids``, only of those.

        Their contacts and events go with them, and those that a write left behind after its conversation was deleted.
        The time is the database's: LangGraph dates checkpoints with the time of the machine. Raises ToolUnavailable.
        """
        async with reported(), self._pool.connection() as connection:
            await connection.execute(_FORGET_ENDED, {"life": life, "ids": None if ids is None else list(ids)})

    async def close(self) -> None:
        """Give the connections back."""
        await self._pool.close()
