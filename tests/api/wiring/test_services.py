"""How a process is put together, over a database of its own and models that read everything as the same."""

import asyncio
import gc
from concurrent.futures import Future
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

from pydantic import SecretStr

from api.settings.settings import Settings
from api.wiring.early import EarlyStart
from api.wiring.loading import load_together
from api.wiring.models import Models, digest_of_code_and_content
from api.wiring.services import build_services
from knowledge.encoders.hashing import HashingEncoder
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import MENTIONS
from tests.api.fakes import NOW, FixedReader, catalogue
from tools.clock import fixed
from tools.offices.slots import SlotQuery


class WholeReader(FixedReader):
    """With the parts that others are built from."""

    encoder, acts = shipped.ENCODER, None
    slots = SimpleNamespace(grammars={}, answers=None, places=None)


def models() -> Models:
    known = SimpleNamespace(catalogue=catalogue(), utterances=(), prepare=lambda day: None)
    return Models(
        SEGURIDAD_SOCIAL,
        HashingEncoder(),
        known,
        WholeReader(),
        shipped.places(),
        shipped.phrases(),
        fixed(NOW),
        shipped.calendar(),
        shipped.sums(),
        MENTIONS,
        shipped.told_reader(),
    )


def running_tasks() -> int:
    return sum("_repeat" in str(task.get_coro()) for task in asyncio.all_tasks())


async def test_all_parts_share_the_clock_of_the_models_and_tasks_run_until_they_are_closed(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path)
    assert running_tasks() == 0
    services = await build_services(settings, models=models())
    (slot,) = await services.booking.book.availability(SlotQuery("inss-28", "pensions", "in_person", limit=1))
    assert services.clock() == NOW
    assert slot.starts_at.astimezone(SEGURIDAD_SOCIAL.zone).date() == NOW.astimezone(SEGURIDAD_SOCIAL.zone).date()
    hold = await services.booking.book.hold(slot.id, "somebody")
    assert hold.expires_at > services.clock()
    assert running_tasks() > 0
    await services.close()
    assert running_tasks() == 0


async def test_what_a_start_loads_is_never_looked_through_for_garbage_and_what_comes_after_is(
    server_url: str, tmp_path: Path
) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, database_url=SecretStr(server_url))
    early, frozen = EarlyStart(settings, Future(), Future()), gc.get_freeze_count()
    early.server.set_result(None)
    gc.disable()
    async with AsyncExitStack() as opened:
        await load_together(settings, models(), lambda: None, opened, early)
        assert gc.isenabled()
        assert gc.get_freeze_count() > frozen


async def test_the_library_of_a_day_is_prepared_in_the_hour_before_it() -> None:
    days: list[date] = []
    known = SimpleNamespace(prepare=days.append)
    for hour in (22, 23):
        now = datetime(2026, 12, 31, hour, 30, tzinfo=SEGURIDAD_SOCIAL.zone)
        await replace(models(), knowledge_base=known, clock=fixed(now)).look_ahead()
    assert days == [date(2026, 12, 31), date(2027, 1, 1)]


def test_administrations_that_come_with_isac_keep_their_compiled_content_apart() -> None:
    another = SEGURIDAD_SOCIAL.model_copy(update={"id": "another"})
    assert digest_of_code_and_content(another) != digest_of_code_and_content(SEGURIDAD_SOCIAL)
