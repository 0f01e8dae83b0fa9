"""The conversations of a process that serves nobody else: no calls, no desk, no periodic tasks."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from agents.reception.conversation import Conversations
from api.wiring.booking import build_booking
from api.wiring.chat import build_chat, build_deps
from api.wiring.early import EarlyStart
from api.wiring.loading import load_together
from api.wiring.storage import open_storage


@asynccontextmanager
async def open_conversations(early: EarlyStart) -> AsyncIterator[Conversations]:
    """Open the conversations. Raises ContentError, WeightsMissing, ToolUnavailable."""
    settings = early.settings
    async with AsyncExitStack() as opened:
        models, _, database = await load_together(settings, None, lambda: None, opened, early)
        storage = await open_storage(database, models.clock, opened)
        booking = await build_booking(settings, models, storage, opened)
        deps = build_deps(settings, models, booking, storage)
        yield (await build_chat(settings, deps, storage, opened)).conversations
