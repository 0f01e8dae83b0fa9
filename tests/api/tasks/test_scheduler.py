"""What goes on beside answering: from a seat let go to a letter in a mailbox, over a real database and mail server."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import structlog

from agents.reception.turns.deps import Means
from api.services.turn_locks import ProcessTurnLocks
from api.settings.settings import Settings
from api.tasks.scheduler import PeriodicTask, Scheduler
from api.tasks.unknown_outcomes import OutcomeResolver
from api.wiring.booking import build_slots, build_waiting_list
from api.wiring.desk import build_desk
from api.wiring.storage import Storage
from api.wiring.tasks import BookingWork, booking_tasks
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.fakes.feedback_log import MemoryFeedbackLog
from tests.fakes.gap_log import MemoryGapLog
from tests.tools.letters.test_smtp import MailServer
from tools.clock import system_clock
from tools.errors import ToolUnavailable
from tools.offices.slots import SlotQuery
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.desk_notices import EventNotices
from tools.store.events import PostgresEventBus
from tools.store.floor_changes import FloorChanges
from tools.store.unsettled_postgres import PostgresUnsettled
from tools.waiting.waiting_list import WaitRequest

AGENDA = "https://agenda.example/v1"
WISH = WaitRequest(
    SlotQuery("inss-28", "pensions", "phone"), "jubilacion_ordinaria", "12345678Z", "k", "gl", "ana@example.org"
)


@pytest.fixture
def mail() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


def open_by_hand(database: Database) -> Storage:
    events = PostgresEventBus(database)
    contacts = PostgresContactLog(database, events)
    changes = FloorChanges(events, contacts)
    return Storage(database, events, contacts, MemoryGapLog(), MemoryFeedbackLog(), changes, b"secret")


def nothing_unknown(storage: Storage) -> OutcomeResolver:
    """No conversation waits to know what became of a write."""
    unsettled = PostgresUnsettled(storage.database, system_clock)
    return OutcomeResolver(unsettled, SimpleNamespace(), ProcessTurnLocks(), system_clock)


async def until(done: Callable[[], bool], tries: int = 600) -> None:
    for _ in range(tries):
        if done():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")


async def test_who_waits_gets_a_letter_with_the_place_and_one_with_the_offer(tmp_path: Path, mail: MailServer) -> None:
    settings = Settings(
        _env_file=None, smtp_url=f"smtp+plain://127.0.0.1:{mail.port}", smtp_from="ISAC <cita@example.org>"
    )
    database, slots = await Database.start(None, tmp_path), build_slots(settings, SEGURIDAD_SOCIAL)
    storage = open_by_hand(database)
    waiting = build_waiting_list(settings, slots, storage, system_clock)
    deps = SimpleNamespace(phrases=shipped.phrases(), offices=shipped.offices(), clock=system_clock, means=Means())
    ticket = await waiting.join(WISH)
    closures = build_desk(slots, database, EventNotices(PostgresEventBus(database)), b"secret", system_clock).closures
    tasks = booking_tasks(settings, BookingWork(waiting, closures, nothing_unknown(storage)), storage, deps)
    quick = [replace(task, every=timedelta(seconds=0.1)) for task in tasks]
    scheduler = Scheduler(quick)
    try:
        await until(lambda: len(mail.box.letters) == 2)
    finally:
        await scheduler.close()
    offer = (await waiting.find(ticket.code, WISH.document)).offer
    await database.close()
    assert offer is not None
    bodies = [letter.get_content() for letter in mail.box.letters]
    assert all(ticket.code in body for body in bodies)
    assert "O seu posto é o 1" in bodies[0]
    assert "Cita por teléfono" in bodies[1]


async def test_without_a_mail_server_no_letter_is_written_and_with_an_agenda_no_seat_is_given(tmp_path: Path) -> None:
    settings = Settings(_env_file=None)
    database, slots = await Database.start(None, tmp_path), build_slots(settings, SEGURIDAD_SOCIAL)
    storage = open_by_hand(database)
    waiting = build_waiting_list(settings, slots, storage, system_clock)
    ticket = await waiting.join(WISH)
    deps = SimpleNamespace(phrases=shipped.phrases(), offices=shipped.offices(), clock=system_clock, means=Means())
    closures = build_desk(slots, database, EventNotices(PostgresEventBus(database)), b"secret", system_clock).closures
    work = BookingWork(waiting, closures, nothing_unknown(storage))
    elsewhere = Settings(_env_file=None, agenda_url=AGENDA)
    names = {task.name for task in booking_tasks(settings, work, storage, deps)}
    without_seats = {task.name for task in booking_tasks(elsewhere, work, storage, deps)}
    await database.close()
    assert not ticket.told_by_email
    assert "letters" not in names
    assert names - without_seats == {"displaced", "offers"}


@pytest.mark.parametrize(("error", "traced"), [(KeyError("a bug"), True), (ToolUnavailable("away"), False)])
async def test_a_task_with_a_bug_leaves_its_trace_in_the_log(error: Exception, traced: bool) -> None:
    async def bad() -> None:
        raise error

    with structlog.testing.capture_logs() as log:
        scheduler = Scheduler([PeriodicTask("bad", bad, timedelta(hours=1))])
        await until(lambda: bool(log))
        await scheduler.close()
    assert log[0]["reason"] == type(error).__name__
    assert (log[0]["exc_info"] is error) is traced


async def test_a_task_that_fails_is_tried_again_and_the_others_go_on() -> None:
    times = {"bad": 0, "good": 0}

    async def bad() -> None:
        times["bad"] += 1
        raise RuntimeError

    async def good() -> None:
        times["good"] += 1

    pause = timedelta(milliseconds=1)
    scheduler = Scheduler([PeriodicTask("bad", bad, pause), PeriodicTask("good", good, pause)])
    await until(lambda: min(times.values()) >= 3)
    await scheduler.close()
    before = dict(times)
    await asyncio.sleep(0.02)
    assert times == before
