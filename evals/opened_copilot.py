"""The copilot as suites and benches listen with it: wired as in production, at the time of each dialogue."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import datetime

from agents.copilot.copilot import Copilot, copilot_over
from api.settings.settings import Settings
from api.wiring.booking import build_booking
from api.wiring.chat import build_deps
from api.wiring.loading import load_together
from api.wiring.models import Models
from api.wiring.storage import open_storage
from api.wiring.summaries import build_role_reader
from tools.clock import LocalClock


@asynccontextmanager
async def opened_copilot(settings: Settings, models: Models) -> AsyncIterator[Copilot]:
    """On models that are loaded and the database of the settings. Raises ToolUnavailable."""
    async with AsyncExitStack() as opened:
        models, _, database = await load_together(settings, models, lambda: None, opened)
        storage = await open_storage(database, models.clock, opened)
        booking = await build_booking(settings, models, storage, opened)
        deps = build_deps(settings, models, booking, storage)
        yield copilot_over(deps, build_role_reader(settings, models))


def at_the_time(copilot: Copilot, moment: datetime) -> Copilot:
    """The same copilot, for which it is ``moment``."""
    clock = LocalClock(lambda: moment, copilot.deps.clock.zone)
    return replace(copilot, deps=replace(copilot.deps, clock=clock))
