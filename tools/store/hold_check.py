"""Counts the seats of a person and of an origin in the transaction that takes one more."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.fairness import HoldLimits
from tools.clock import MADRID
from tools.errors import TooManyHolds

_LIVE = text("""
    SELECT count(*) FILTER (WHERE person_key = :person) AS person, count(*) FILTER (WHERE origin = :origin) AS origin
    FROM seats
    WHERE state = 'held' AND expires_at > :now AND NOT reserved AND (person_key = :person OR origin = :origin)
""")

_COUNT = text("""
    INSERT INTO hold_counts (day, subject, holds) VALUES (:day, :subject, 1)
    ON CONFLICT (day, subject) DO UPDATE SET holds = hold_counts.holds + 1
    RETURNING holds
""")


class HoldCheck:
    """The limits for one request. ``person`` and ``origin`` are pseudonyms, None when not known."""

    def __init__(self, limits: HoldLimits, person: str | None, origin: str | None, now: datetime) -> None:
        self.person, self.origin = person, origin
        self._limits, self._now = limits, now

    @property
    def names(self) -> list[str]:
        """What to lock, always in this order, so that two requests of one person or origin are counted in turn."""
        origin = [f"origin:{self.origin}"] if self.origin and self._limits.live_per_origin else []
        return origin + ([f"person:{self.person}"] if self.person and self._limits.live_per_person else [])

    async def run(self, connection: AsyncConnection, *, is_new: bool, is_named: bool) -> None:
        """After the seat was taken; an error takes it back with the transaction. Raises TooManyHolds.

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
            row = {"day": self._now.astimezone(MADRID).date(), "subject": f"{kind}:{who}"}
            _refuse_above((await connection.execute(_COUNT, row)).scalar_one(), limit)


def _refuse_above(count: int, limit: int) -> None:
    if limit and count > limit:
        raise TooManyHolds("as many seats as one may keep")
