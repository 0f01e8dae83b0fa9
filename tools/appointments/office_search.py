"""The soonest appointment wherever it is: one for each office, the earliest first, with its distance."""

import asyncio
import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple, Protocol

from knowledge.channels import Channel
from knowledge.languages import Language
from tools.appointments.book import AppointmentBook
from tools.clock import LocalClock
from tools.offices.distances import Gazetteer, Point, km_between
from tools.offices.offices import Office
from tools.offices.slots import PartOfDay, Slot, SlotQuery
from tools.places.places import Place

_AHEAD = (0, 3, 7, 15, 31, 61, 121, 366)
"""Days from today at which a stretch begins: the near ones are read first, and often suffice."""
_AT_ONCE = 4


class Bounds(Protocol):
    """For each query a moment before which the book has nothing free for it; one without an answer has nothing."""

    async def earliest(self, queries: Sequence[SlotQuery]) -> Mapping[str, datetime]:
        """By office. The queries differ in their office only. Raises ToolUnavailable."""
        ...


class NoBounds:
    """Knows nothing, so that every office is asked: for a book that is kept elsewhere."""

    async def earliest(self, queries: Sequence[SlotQuery]) -> Mapping[str, datetime]:
        """See the port."""
        return dict.fromkeys((query.office_id for query in queries), datetime.min.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class OfficeQuery:
    """A search for slots across offices. ``region`` is a name as in ``Office.region``; ``within_km`` needs ``near``.

    ``without`` are INE codes of provinces. ``language``: only offices whose staff serve in it.
    ``not_before``/``not_after`` are office days, both included.
    """

    service: str
    channel: Channel
    near: Place | None = None
    region: str | None = None
    within_km: float | None = None
    without: tuple[str, ...] = ()
    language: Language | None = None
    not_before: date = date.min
    not_after: date = date.max
    part_of_day: PartOfDay | None = None
    limit: int = 5


@dataclass(frozen=True, slots=True)
class OfficeSlot:
    """The first free slot of an office; ``km`` in a straight line, None when nobody said where from."""

    office: Office
    slot: Slot
    km: float | None


@dataclass(frozen=True, slots=True)
class OfficeDistance:
    """An office and how far it is, in a straight line."""

    office: Office
    km: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    office: Office
    km: float | None


class _Ranked(NamedTuple):
    """In the order of the answer, which never comes to comparing slots. Without a slot ``moment`` is only a bound."""

    moment: datetime
    km: float
    office_id: str
    slot: Slot | None


class OfficeSearch:
    """Asks the book for the most promising offices first, near days first, until no other could change the answer."""

    def __init__(
        self,
        book: AppointmentBook,
        offices: Mapping[str, Office],
        bounds: Bounds,
        gazetteer: Gazetteer,
        clock: LocalClock,
    ) -> None:
        self._book, self._offices, self._bounds = book, offices, bounds
        self._gazetteer, self._clock = gazetteer, clock

    async def soonest(self, query: OfficeQuery) -> list[OfficeSlot]:
        """At most ``query.limit`` offices, by first free moment and then by distance. Raises ToolUnavailable."""
        waiting, found = {one.office.id: one for one in self._candidates(query)}, list[_Ranked]()
        kms = {name: one.km for name, one in waiting.items()}
        for first, last in self._stretches(query):
            queries = {name: _query(name, query, first, last) for name in waiting}
            found = sorted([*found, *await self._in_stretch(queries, kms, query.limit)])
            if len(found) >= query.limit and found[query.limit - 1].moment < self._midnight_after(last):
                break
            waiting = {name: one for name, one in waiting.items() if name not in {one.office_id for one in found}}
        return [OfficeSlot(self._offices[name], slot, kms[name]) for _, _, name, slot in found[: query.limit] if slot]

    def by_distance(self, query: OfficeQuery) -> list[OfficeDistance]:
        """Offices that attend what is wished, whatever is free there, the nearest first; ``near`` is needed."""
        known = (OfficeDistance(one.office, one.km) for one in self._candidates(query) if one.km is not None)
        return sorted(known, key=lambda far: (far.km, far.office.id))

    def is_exact(self, place: Place) -> bool:
        """Whether distances are measured from the place itself, and not from the capital of its province."""
        return self._gazetteer.origin(place).exact

    async def _in_stretch(
        self, queries: Mapping[str, SlotQuery], kms: Mapping[str, float | None], wanted: int
    ) -> list[_Ranked]:
        """The best of some days: what the book says goes back in the queue until nothing unasked is before it."""
        bounds = await self._bounds.earliest(list(queries.values()))
        queue = [_Ranked(moment, kms[name] or 0.0, name, None) for name, moment in bounds.items()]
        heapq.heapify(queue)
        best: list[_Ranked] = []
        while queue and len(best) < wanted:
            if queue[0].slot is not None:
                best.append(heapq.heappop(queue))
                continue
            unasked = [heapq.heappop(queue) for _ in range(min(_AT_ONCE, len(queue)))]
            for one in await asyncio.gather(*(self._asked(one, queries[one.office_id]) for one in unasked)):
                if one is not None:
                    heapq.heappush(queue, one)
        return best

    async def _asked(self, one: _Ranked, query: SlotQuery) -> _Ranked | None:
        """The first free slot of an office; None when it has none."""
        if one.slot is not None:
            return one
        found = await self._book.availability(query)
        return one._replace(moment=found[0].starts_at, slot=found[0]) if found else None

    def _candidates(self, query: OfficeQuery) -> Iterator[_Candidate]:
        origin = None if query.near is None else self._gazetteer.origin(query.near).point
        for office in self._offices.values():
            km = None if origin is None else self._km(origin, office)
            if _serves(office, query) and (query.within_km is None or (km is not None and km <= query.within_km)):
                yield _Candidate(office, km)

    def _km(self, origin: Point, office: Office) -> float:
        return km_between(origin, self._gazetteer.of_office(office))

    def _midnight_after(self, day: date) -> datetime:
        """When the next day begins where it begins first."""
        return self._clock.midnight(day + timedelta(days=1))

    def _stretches(self, query: OfficeQuery) -> Iterator[tuple[date, date]]:
        """Days to look at, both included, in order and without gaps."""
        today = self._clock.today() - timedelta(days=1)  # it may still be yesterday in the Canaries
        for begin, end in pairwise(_AHEAD):
            first = max(today + timedelta(days=begin), query.not_before)
            last = min(today + timedelta(days=end - 1), query.not_after)
            if first <= last:
                yield first, last


def _query(office: str, query: OfficeQuery, first: date, last: date) -> SlotQuery:
    return SlotQuery(office, query.service, query.channel, first, last, query.part_of_day, limit=1)


def _serves(office: Office, query: OfficeQuery) -> bool:
    return (
        query.service in office.services
        and query.channel in office.channels
        and query.region in (None, office.region)
        and office.province not in query.without
        and (query.language is None or query.language in office.languages)
    )
