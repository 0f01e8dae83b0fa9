"""Common part of the reception's checkpointers."""

from collections.abc import Sequence
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver, ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.graph import START

_NEXT = "branch:to:"
"""LangGraph's channel that calls a node."""


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
