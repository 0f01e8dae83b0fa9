"""What is loaded side by side at a start."""

import asyncio
import gc
from concurrent.futures import Future
from contextlib import AsyncExitStack
from typing import Any

import pytest

from api.settings.settings import Settings
from api.wiring import loading
from api.wiring.early import EarlyStart


@pytest.mark.parametrize("cancelled", [True, False])
async def test_garbage_is_looked_for_again_where_a_load_does_not_end_well(
    monkeypatch: pytest.MonkeyPatch, cancelled: bool
) -> None:
    async def never(*_: Any) -> None:
        await asyncio.sleep(60 if cancelled else 0)

    def fails() -> None:
        raise ValueError("broken")

    monkeypatch.setattr(loading, "open_database", never)
    early, models = EarlyStart(Settings(), Future(), Future()), object()
    gc.disable()
    frozen = gc.get_freeze_count()
    load = asyncio.create_task(
        loading.load_together(Settings(), models, fails, AsyncExitStack(), early)  # type: ignore[arg-type]
    )
    await asyncio.sleep(0.01)
    if cancelled:
        load.cancel()
    with pytest.raises(asyncio.CancelledError if cancelled else ValueError):
        await load
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
