"""Calls in a process that is made to be killed.

The database and the disk are real; the transcriber follows a script.
"""

import asyncio
from datetime import timedelta
from pathlib import Path

import uvicorn

from agents.calls.need_watch import NeedWatch
from agents.reception.call_needs import PolicyNeedReader
from api.app import create_app
from api.services.services import Services
from api.settings.settings import Settings
from api.tasks.scheduler import PeriodicTask, Scheduler
from speech.calls.calls import Calls
from speech.calls.record_postgres import PostgresCallRecord
from speech.calls.rules import CallRules
from speech.calls.sound_store import SoundStore
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.api.calls.conftest import SCRIPT
from tests.api.fakes import FixedReader, catalogue, make_services, with_parts
from tests.fakes.transcriber import ScriptedTranscriber
from tools.clock import system_clock
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus


async def _services(database: Database, data_dir: Path) -> Services:
    log = PostgresContactLog(database, await PostgresEventBus(database).open())
    record = PostgresCallRecord(database, log)
    shelf, rules = SoundStore(data_dir / "calls", b"k" * 32), CallRules(grace=timedelta(seconds=8), catch_up=1000.0)
    calls = Calls(record, shelf, log, ScriptedTranscriber(SCRIPT), system_clock, rules)
    calls.listeners = (
        NeedWatch(
            PolicyNeedReader(SEGURIDAD_SOCIAL, FixedReader(), catalogue(), shipped.phrases()),
            record,
            calls.tell,
            system_clock,
        ),
    )
    made = make_services(Settings(_env_file=None, data_dir=data_dir))
    return with_parts(made, clock=system_clock, contacts=log, calls=calls)


def run(url: str, data_dir: Path, port: int) -> None:
    """Serve until killed."""
    asyncio.run(_serve(url, data_dir, port))


async def _serve(url: str, data_dir: Path, port: int) -> None:
    database = await Database.start(url, data_dir)
    services = await _services(database, data_dir)
    scheduler = Scheduler([PeriodicTask("calls", services.calls.tidy, timedelta(seconds=0.3))])
    config = uvicorn.Config(create_app(services), port=port, log_config=None, lifespan="off")
    await uvicorn.Server(config).serve()
    await scheduler.close()
