"""The conversations, or the copilot, of a process that serves nobody else: no calls, no desk, no periodic tasks."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from agents.copilot.copilot import Copilot, copilot_over
from agents.reception.conversation import Conversations
from agents.reception.turns.deps import Deps
from api.settings.settings import Settings
from api.wiring.booking import build_booking
from api.wiring.chat import build_chat, build_deps
from api.wiring.early import EarlyStart
from api.wiring.loading import load_together
from api.wiring.models import Models
from api.wiring.storage import Storage, open_storage
from api.wiring.summaries import build_role_reader
from api.wiring.wording import build_worder


@asynccontextmanager
async def open_conversations(early: EarlyStart) -> AsyncIterator[Conversations]:
    """Open the conversations. Raises ContentError, WeightsMissing, ToolUnavailable."""
    async with AsyncExitStack() as opened:
        deps, storage, _ = await _open_deps(early.settings, None, opened, early)
        yield (await build_chat(early.settings, deps, storage, opened)).conversations


@asynccontextmanager
async def open_copilot(
    settings: Settings, models: Models | None = None, early: EarlyStart | None = None
) -> AsyncIterator[Copilot]:
    """Open the copilot, on ``models`` that are there already. Raises ContentError, WeightsMissing, ToolUnavailable."""
    async with AsyncExitStack() as opened:
        deps, _, models = await _open_deps(settings, models, opened, early)
        yield copilot_over(deps, build_role_reader(settings, models))


async def _open_deps(
    settings: Settings, models: Models | None, opened: AsyncExitStack, early: EarlyStart | None
) -> tuple[Deps, Storage, Models]:
    models, _, database = await load_together(settings, models, lambda: None, opened, early)
    storage = await open_storage(database, models.clock, opened, models.served_from)
    booking = await build_booking(settings, models, storage, opened)
    worder = build_worder(settings, models, storage, opened)
    return build_deps(settings, models, booking, storage, worder), storage, models
