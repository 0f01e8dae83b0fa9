"""What goes on beside answering: from a seat let go to a letter in a mailbox, over a real database and mail server."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import structlog

from agents.phrases.phrases import Phrases
from api.services.turn_locks import ProcessTurnLocks
from api.settings.settings import Settings
from api.tasks.scheduler import Chore, Upkeep
from api.tasks.unknown_outcomes import Outcomes
from api.wiring.booking import Beside, Stores, build_chores, build_slots, build_waiting_list
from api.wiring.desk import build_desk
from tests.administrations import SEGURIDAD_SOCIAL
from tests.fakes.gap_log import MemoryGapLog
from tests.tools.test_smtp import MailServer
from tools.appointments.book import SlotQuery
from tools.clock import system_clock
from tools.desk.notices import EventNotices
from tools.errors import ToolUnavailable
from tools.offices.office_files import load_offices
from tools.store.database import Database
from tools.store.events import PostgresEventBus
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


def nothing_unknown(stores: Stores) -> Outcomes:
    """No conversation waits to know what became of a write."""
    unsettled = PostgresUnsettled(stores.database, system_clock)
    return Outcomes(unsettled, SimpleNamespace(), ProcessTurnLocks(), stores.events, system_clock)


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
    stores = Stores(database, PostgresEventBus(database), MemoryGapLog(), b"secret")
    waiting = build_waiting_list(settings, slots, stores, system_clock)
    deps = SimpleNamespace(
        phrases=Phrases(SEGURIDAD_SOCIAL), offices=load_offices(SEGURIDAD_SOCIAL), clock=system_clock
    )
    ticket = await waiting.join(WISH)
    closures = build_desk(slots, database, EventNotices(PostgresEventBus(database)), b"secret", system_clock).closures
    chores = build_chores(settings, Beside(waiting, closures, nothing_unknown(stores)), stores, deps)
    quick = [replace(chore, every=timedelta(seconds=0.1)) for chore in chores]
    upkeep = Upkeep(quick)
    try:
        await until(lambda: len(mail.box.letters) == 2)
    finally:
        await upkeep.close()
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
    stores = Stores(database, PostgresEventBus(database), MemoryGapLog(), b"secret")
    waiting = build_waiting_list(settings, slots, stores, system_clock)
    ticket = await waiting.join(WISH)
    deps = SimpleNamespace(
        phrases=Phrases(SEGURIDAD_SOCIAL), offices=load_offices(SEGURIDAD_SOCIAL), clock=system_clock
    )
    closures = build_desk(slots, database, EventNotices(PostgresEventBus(database)), b"secret", system_clock).closures
    beside, elsewhere = Beside(waiting, closures, nothing_unknown(stores)), Settings(_env_file=None, agenda_url=AGENDA)
    names = {chore.name for chore in build_chores(settings, beside, stores, deps)}
    without_seats = {chore.name for chore in build_chores(elsewhere, beside, stores, deps)}
    await database.close()
    assert not ticket.told_by_email
    assert "letters" not in names
    assert names - without_seats == {"displaced", "offers"}


@pytest.mark.parametrize(("error", "traced"), [(KeyError("a bug"), True), (ToolUnavailable("away"), False)])
async def test_a_chore_with_a_bug_leaves_its_trace_in_the_log(error: Exception, traced: bool) -> None:
    async def bad() -> None:
        raise error

    with structlog.testing.capture_logs() as log:
        upkeep = Upkeep([Chore("bad", bad, timedelta(hours=1))])
        await until(lambda: bool(log))
        await upkeep.close()
    assert log[0]["reason"] == type(error).__name__
    assert (log[0]["exc_info"] is error) is traced


async def test_a_chore_that_fails_is_tried_again_and_the_others_go_on() -> None:
    times = {"bad": 0, "good": 0}

    async def bad() -> None:
        times["bad"] += 1
        raise RuntimeError

    async def good() -> None:
        times["good"] += 1

    pause = timedelta(milliseconds=1)
    upkeep = Upkeep([Chore("bad", bad, pause), Chore("good", good, pause)])
    await until(lambda: min(times.values()) >= 3)
    await upkeep.close()
    before = dict(times)
    await asyncio.sleep(0.02)
    assert times == before
