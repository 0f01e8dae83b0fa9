"""The database against the clients' own record: what was confirmed exists once, and nothing is half made."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from evals.bench.booking_record import BookingOutcome
from tools.store.database import Database

_BOOKED = text("""
    SELECT made.key, made.locator, made.slot_id, made.person_key, made.service, taken.seat
    FROM appointments AS made LEFT JOIN seats AS taken
      ON taken.appointment_id = made.id AND taken.slot_id = made.slot_id AND taken.state = 'booked'
    WHERE made.status = 'booked'
""")

_SEATS_OF_NOBODY = text("""
    SELECT count(*) FROM seats AS taken
    WHERE state = 'booked' AND NOT EXISTS (
        SELECT 1 FROM appointments AS made
        WHERE made.id = taken.appointment_id AND made.slot_id = taken.slot_id AND made.status = 'booked'
    )
""")


@dataclass(frozen=True, slots=True)
class StoredAppointment:
    """An appointment as the database has it; ``seat`` is ``None`` when it has none."""

    key: str
    locator: str
    slot_id: str
    person_key: str
    service: str
    seat: int | None


@dataclass(frozen=True, slots=True)
class AuditVerdict:
    """All zero when nothing went wrong.

    ``double``: people beyond the seats of a slot, places given twice, persons with two appointments for a service.
    ``lost``: confirmed and not there as confirmed. ``half_made``: an appointment without its seat, or the other way
    round. ``untold``: there, though the client was refused. ``unsettled``: attempts without an end.
    """

    double: int
    lost: int
    half_made: int
    untold: int
    unsettled: int


async def read_book(database: Database) -> tuple[list[StoredAppointment], int]:
    """The active appointments, and how many seats are taken by none of them. Raises ToolUnavailable."""

    async def read(connection: Any) -> tuple[list[StoredAppointment], int]:
        kept = [StoredAppointment(*row) for row in await connection.execute(_BOOKED)]
        return kept, (await connection.execute(_SEATS_OF_NOBODY)).scalar_one()

    return await database.run(read)


def judge(
    outcomes: Sequence[BookingOutcome], kept: Sequence[StoredAppointment], orphans: int, seats: Mapping[str, int]
) -> AuditVerdict:
    """``seats``: how many people each slot takes; ``orphans``: seats taken by no appointment."""
    by_key = {one.key: one for one in kept}
    return AuditVerdict(
        double=_beyond(Counter(one.slot_id for one in kept), seats)
        + _repeated((one.slot_id, one.seat) for one in kept if one.seat is not None)
        + _repeated((one.person_key, one.service) for one in kept)
        + _repeated(one.key for one in kept),
        lost=sum(_is_lost(one, by_key) for one in outcomes if one.ending == "confirmed"),
        half_made=orphans + sum(one.seat is None for one in kept),
        untold=sum(one.attempt.key in by_key for one in outcomes if one.ending == "refused"),
        unsettled=sum(one.ending == "unsettled" for one in outcomes),
    )


def _is_lost(outcome: BookingOutcome, by_key: Mapping[str, StoredAppointment]) -> bool:
    kept = by_key.get(outcome.attempt.key)
    return kept is None or (kept.locator, kept.slot_id) != (outcome.locator, outcome.attempt.slot_id)


def _beyond(taken: Counter[str], seats: Mapping[str, int]) -> int:
    return sum(max(0, count - seats.get(slot, 0)) for slot, count in taken.items())


def _repeated(things: Any) -> int:
    return sum(count - 1 for count in Counter(things).values())
