"""Everything the reception needs from outside, in one typed value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from agents.phrases import Phrases
from agents.sides import SideModel
from agents.understanding.reading import Reading, SlotName
from knowledge.bookcase import Bookcase
from knowledge.citations import CitationArchive
from knowledge.languages import Language
from knowledge.needs import Catalogue, Channel
from tools.appointments import Appointment, AppointmentBook
from tools.calendar import Calendar
from tools.clock import Clock
from tools.find_limits import FindLimits
from tools.gap_keeper import GapKeeper
from tools.handoffs import HandOffQueue
from tools.offices import Office
from tools.places import Places
from tools.unsettled import Unsettled
from tools.waiting_list import WaitingList
from tools.wherever import Wherever


class Reader(Protocol):
    """Understanding, as the reception sees it."""

    def read(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        expecting: frozenset[SlotName] = frozenset(),
    ) -> Reading:
        """What the turn says. Never raises on any text."""
        ...


class PersonFinder(Protocol):
    """Appointments of somebody who has lost the locator. Every method may raise ToolUnavailable."""

    async def find_by_person(self, document: str, phone: str) -> list[Appointment]:
        """The active appointments of the document that were booked with that phone; empty when there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Deps:
    """Built once in ``api/wiring.py``; tests build it with fakes of the ports."""

    catalogue: Catalogue
    bookcase: Bookcase
    reader: Reader
    book: AppointmentBook
    offices: Mapping[str, Office]
    calendar: Calendar
    places: Places
    hand_offs: HandOffQueue
    citations: CitationArchive
    gaps: GapKeeper
    phrases: Phrases
    clock: Clock
    new_id: Callable[[], str]
    sides: SideModel | None = None
    """None where the bookcase has another encoder than it was made of."""
    channels: frozenset[Channel] = frozenset({"in_person", "phone"})
    """Those for which there is a book."""
    origin: str | None = None
    """Where the turn comes from, as a pseudonym (see ``tools.fairness``); the one value that changes with each turn."""
    waiting_list: WaitingList | None = None
    """Over the seats of ``book``, where its offers are told by e-mail; else nobody is asked to wait."""
    wherever: Wherever | None = None
    people: PersonFinder | None = None
    finds: FindLimits | None = None
    """How often ``people`` may be asked; None: as often as one likes."""
    unsettled: Unsettled | None = None
    """Told of writes whose outcome nobody knows, so that it is found out also when the person does not come back."""
