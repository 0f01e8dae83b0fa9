"""Loads what takes longest of a process, side by side."""

import asyncio
import gc
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import TypeVar

from api.settings.settings import Settings
from api.wiring.early import EarlyStart
from api.wiring.models import Models, build_models
from api.wiring.storage import open_database
from tools.store.database import Database

T = TypeVar("T")


async def load_together(
    settings: Settings,
    models: Models | None,
    load_more: Callable[[], T],
    opened: AsyncExitStack,
    early: EarlyStart | None = None,
) -> tuple[Models, T, Database]:
    """Load the models unless they are given, more in another thread, and the database, which ``opened`` closes.

    ``early``: what is on its way already.

    Each waits for files, programs or native code that need no lock of Python's. Raises what ``build_models`` and
    ``load_more`` raise, and ToolUnavailable.
    """

    def load_models() -> Models:
        if models is not None:
            return models
        return build_models(settings, early.clock, early.encoders.result()) if early else build_models(settings)

    loading = (
        asyncio.create_task(asyncio.to_thread(load_models)),
        asyncio.create_task(asyncio.to_thread(load_more)),
        asyncio.create_task(open_database(settings, opened, early)),
    )
    try:
        await asyncio.wait(loading)
        loaded = loading[0].result(), loading[1].result(), loading[2].result()
        if early:
            gc.freeze()  # nor will it ever be looked through
        return loaded
    finally:
        if early:
            gc.enable()
