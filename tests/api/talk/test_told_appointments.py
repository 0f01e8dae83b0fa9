"""An appointment that an agent made is told to the citizen with its card, live and when the page is read again."""

import asyncio

from tests.agents.conftest import book_of
from tests.api.talk.conftest import DNI, Process, until
from tests.api.talk.test_two_processes import said, utterance, waiting
from tools.appointments.book import BookingRequest
from tools.appointments.slots import BookingRules
from tools.audit import Actor
from tools.offices.slots import SlotQuery
from tools.store.database import Database

Processes = tuple[Process, Process]
ANA = Actor("ana", "agent", "por teléfono")


async def booked(process: Process, database: Database) -> str:
    """The locator of an appointment made at the desk."""
    (slot,) = await book_of(database, BookingRules()).availability(
        SlotQuery("inss-17", "pensions", "in_person", limit=1)
    )
    request = BookingRequest("", "pensions", "jubilacion_ordinaria", DNI, "key", language="es")
    return (await process.services.desk.desk.book(slot.id, request, ANA)).shown.locator


async def test_the_card_goes_with_the_words(processes: Processes, database: Database) -> None:
    here, there = processes
    citizen, reference = await waiting(here, "eu")
    ana = there.staff("ana").of(citizen.id)
    await ana.post(f"queue/{reference}/accept")
    heard = asyncio.create_task(until(citizen.events(), utterance("zure hitzordua")))
    await asyncio.sleep(0.1)
    locator = await booked(there, database)
    sent = (await ana.post("agent-messages", {"text": "zure hitzordua", "locator": locator})).raise_for_status().json()
    event, line = (await heard)[-1][2], (await citizen.read())["transcript"][-1]
    assert sent["appointment"] == event["appointment"] == line["appointment"]
    card = line["appointment"]
    assert (card["locator"], card["status"], card["need"]) == (locator, "booked", "jubilacion_ordinaria")
    assert "azaroa" in card["date_text"]  # in the citizen's language
    assert DNI not in str(card)


async def test_an_appointment_that_is_not_there_is_told_to_nobody(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    ana = there.staff("ana").of(citizen.id)
    await ana.post(f"queue/{reference}/accept")
    refused = await ana.post("agent-messages", {"text": "su cita", "locator": "ZZZZ9999"})
    assert (refused.status_code, refused.json()["code"]) == (404, "appointment_not_found")
    assert ("agent", "su cita") not in said(await citizen.read())
