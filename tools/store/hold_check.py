"""Counts the seats and the places in line of a person and of an origin in the transaction that takes one more."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.fairness import HoldLimits
from tools.errors import TooManyHolds

_LIVE = text("""
    SELECT count(*) FILTER (WHERE person_key = :person AND NOT reserved) AS person,
           count(*) FILTER (WHERE origin = :origin) AS origin
    FROM seats
    WHERE state = 'held' AND expires_at > :now AND (person_key = :person OR origin = :origin)
""")
"""``reserved``: offered to the waiting list. It counts for the origin, not for the person, who did not choose it."""

_COUNT_MORE = """
    INSERT INTO hold_counts (day, subject, holds) VALUES (:day, :subject, 1)
    ON CONFLICT (day, subject) DO UPDATE SET holds = hold_counts.holds + 1
"""

_COUNT = text(f"{_COUNT_MORE} RETURNING holds")

_COUNT_OFFERS = text(_COUNT_MORE)

_COUNTED = text("SELECT holds FROM hold_counts WHERE day = :day AND subject = :subject")

_IN_LINE = text("SELECT count(*) FROM waiting_list WHERE origin = :origin AND status IN ('waiting', 'offered')")

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 20261125))")
"""The name of the lock that a hold of the origin takes too."""


class HoldCheck:
    """The limits for one request. ``person`` and ``origin`` are pseudonyms, None when not known."""

    def __init__(self, limits: HoldLimits, person: str | None, origin: str | None, now: datetime) -> None:
        self.person, self.origin = person, origin
        self._limits, self._now = limits, now

    @property
    def names(self) -> list[str]:
        """Names to lock, always in this order, so that requests of the same person or origin are counted in turn."""
        origin = [f"origin:{self.origin}"] if self.origin and self._limits.live_per_origin else []
        return origin + ([f"person:{self.person}"] if self.person and self._limits.live_per_person else [])

    async def run(self, connection: AsyncConnection, *, is_new: bool, is_named: bool) -> None:
        """Count after the seat was taken; an error rolls it back. Raises TooManyHolds.

        ``is_named``: the person was not known before, of a new hold or of one that is renewed.
        """
        limits = self._limits
        if self.names:
            subjects = {"person": self.person, "origin": self.origin, "now": self._now}
            live = (await connection.execute(_LIVE, subjects)).one()
            _refuse_above(live.person, limits.live_per_person)
            _refuse_above(live.origin, limits.live_per_origin)
        if is_new:
            await self._count(connection, "origin", self.origin, limits.daily_per_origin)
        if is_named:
            await self._count(connection, "person", self.person, limits.daily_per_person)

    async def _count(self, connection: AsyncConnection, kind: str, who: str | None, limit: int) -> None:
        if who and limit:
            counted = await connection.execute(_COUNT, _day_of(kind, who, self._now, self._limits))
            _refuse_above(counted.scalar_one(), limit)


async def lock_origin(connection: AsyncConnection, origin: str | None) -> None:
    """Lock before a place in line is taken: two requests of the same origin are counted in turn."""
    if origin:
        await connection.execute(_LOCK, {"name": f"origin:{origin}"})


async def check_place(connection: AsyncConnection, limits: HoldLimits, origin: str | None, now: datetime) -> None:
    """Count after a place in line was taken; an error rolls it back. Raises TooManyHolds.

    An origin that has had all the seats of its day gets no place either, since a place is offered one.
    """
    if not origin:
        return
    if limits.live_per_origin:
        in_line = (await connection.execute(_IN_LINE, {"origin": origin})).scalar_one()
        _refuse_above(in_line, limits.live_per_origin)
    if limits.daily_per_origin:
        counted = (await connection.execute(_COUNTED, _day_of("origin", origin, now, limits))).scalar_one_or_none()
        _refuse_above((counted or 0) + 1, limits.daily_per_origin)


async def count_offers(connection: AsyncConnection, limits: HoldLimits, origins: Sequence[str], now: datetime) -> None:
    """Count seats offered to places of these origins as seats that they took today.

    At the end of a transaction and in order, so that two of them, or a hold, never wait for each other.
    """
    if limits.daily_per_origin and origins:
        await connection.execute(_COUNT_OFFERS, [_day_of("origin", origin, now, limits) for origin in sorted(origins)])


def _day_of(kind: str, who: str, now: datetime, limits: HoldLimits) -> dict[str, object]:
    return {"day": now.astimezone(limits.zone).date(), "subject": f"{kind}:{who}"}


def _refuse_above(count: int, limit: int) -> None:
    if limit and count > limit:
        raise TooManyHolds("as many seats as one may keep")
