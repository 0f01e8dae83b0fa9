"""A scripted citizen's whole visit to the service, and what it left behind."""

from dataclasses import dataclass, field
from typing import Any

from agents.reception.turns.turn import Turn, dump_turn
from api.services.services import Services
from evals.bookable import load_bookable
from evals.citizens import WANTED, Citizen, CitizenLost
from evals.ledger import Ledger
from knowledge.errors import IsacError
from tools.appointments.book import Appointment, BookingRequest
from tools.offices.slots import SlotQuery

MOST_TURNS = 16
"""A citizen leaves after so many."""


@dataclass(slots=True)
class Visit:
    """Plain values, so that a saved visit can be graded again."""

    turns: list[dict[str, Any]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)
    booked_seats: int = 0
    chosen: str | None = None
    wanted: str = WANTED.isoformat()
    prior: str | None = None
    simulator_error: str | None = None
    service_error: str | None = None


async def visit(citizen: Citizen, services: Services, ledger: Ledger) -> Visit:
    """Play one scenario on an empty book. Raises ToolUnavailable only when the ledger cannot be read."""
    seen = Visit()
    await ledger.clear()
    if citizen.scenario.prior:
        appointment = await book_before(citizen, services)
        citizen.locator, seen.prior = appointment.locator, appointment.slot.starts_at.isoformat()
    try:
        await _talk(citizen, services, seen)
    except CitizenLost as error:
        seen.simulator_error = str(error)
    except IsacError as error:
        seen.service_error = f"{error.code}: {error}"
    seen.chosen = citizen.chosen
    seen.rows = [row.plain() for row in await ledger.rows({citizen.who.document: "own"})]
    seen.booked_seats = await ledger.booked_seats()
    return seen


async def _talk(citizen: Citizen, services: Services, seen: Visit) -> None:
    conversations, language = services.chat.conversations, citizen.language
    conversation_id, turn = await conversations.open(language)
    name = services.knowledge.catalogue[citizen.scenario.need].names[language]
    while (words := citizen.answer(turn, name)) is not None:
        if len(seen.said) >= MOST_TURNS:
            seen.service_error = f"no end after {MOST_TURNS} turns, at {turn.step}"
            return
        turn = await conversations.reply(conversation_id, words)
        note(seen, words, turn)


def note(seen: Visit, words: str, turn: Turn) -> None:
    """Remember one exchange."""
    seen.said.append(words)
    seen.turns.append(dump_turn(turn))


async def book_before(citizen: Citizen, services: Services) -> Appointment:
    """The appointment a citizen already has when the scenario begins."""
    province, bookable = citizen.home.province, load_bookable()
    offices = services.booking.offices.values()
    office = next(one for one in offices if one.province == province and bookable.service in one.services)
    query = SlotQuery(office.id, bookable.service, "in_person", limit=1)
    slot = (await services.booking.book.availability(query))[0]
    hold = await services.booking.book.hold(slot.id, "before")
    return await services.booking.book.book(
        BookingRequest(hold.id, bookable.service, bookable.need, citizen.who.document, key=f"before-{hold.id}")
    )
