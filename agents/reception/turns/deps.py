"""Everything the reception needs from outside, in one typed value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from agents.answers.sums import Sums
from agents.phrases.phrases import Phrases
from agents.understanding.question.mentions import MentionReader
from agents.understanding.reading import MessageReader
from agents.understanding.sums.told_inputs import ToldReader
from agents.wording.worder import Worder
from knowledge.administration import Administration
from knowledge.channels import Channel
from knowledge.citations import CitationArchive
from knowledge.content.needs import Catalogue
from knowledge.search.knowledge_base import KnowledgeBase
from tools.appointments.book import Appointment, AppointmentBook
from tools.appointments.fairness import FindLimits
from tools.appointments.office_search import OfficeSearch
from tools.appointments.unsettled import Unsettled
from tools.clock import LocalClock
from tools.gaps.gaps import GapKeeper
from tools.offices.calendar import Calendar
from tools.offices.offices import Office
from tools.places.places import Places
from tools.queues.call_backs import CallBacks
from tools.queues.hand_offs import HandOffQueue
from tools.waiting.waiting_list import WaitingList


class PersonFinder(Protocol):
    """Appointments of somebody who has lost the locator. Every method may raise ToolUnavailable."""

    async def find_by_person(self, document: str, phone: str) -> list[Appointment]:
        """The active appointments of the document that were booked with that phone; empty when there is none."""
        ...

    async def find_by_visit(self, document: str, office_id: str, day: date) -> list[Appointment]:
        """Those of the document in that office on that day that were booked without contact; empty when none."""
        ...


@dataclass(frozen=True, slots=True)
class Means:
    """What an installation may have beside. ``finds``: how often ``people`` may be asked; None: as often as one likes.
    ``call_backs``: where calls are promised; None: nobody is called back. ``translates``: what a citizen and an agent
    write to each other in different languages is translated.
    """

    finds: FindLimits | None = None
    call_backs: CallBacks | None = None
    translates: bool = False


@dataclass(frozen=True, slots=True)
class Deps:
    """Built once in ``api/wiring/services.py``; tests build it with fakes of the ports."""

    administration: Administration
    catalogue: Catalogue
    knowledge_base: KnowledgeBase
    reader: MessageReader
    book: AppointmentBook
    offices: Mapping[str, Office]
    calendar: Calendar
    places: Places
    hand_offs: HandOffQueue
    citations: CitationArchive
    gaps: GapKeeper
    phrases: Phrases
    mentions: MentionReader
    clock: LocalClock
    new_id: Callable[[], str]
    public_numbers: frozenset[str] = frozenset()
    """Telephones of institutions, which are not masked."""
    channels: frozenset[Channel] = frozenset({"in_person", "phone"})
    """Those for which there is a book."""
    waiting_list: WaitingList | None = None
    """Over the seats of ``book``, where its offers are told by e-mail; else nobody is asked to wait."""
    wherever: OfficeSearch | None = None
    people: PersonFinder | None = None
    sums: Sums | None = None
    """The sums that are made for a person; None where the administration has none."""
    told_values: ToldReader | None = None
    """Reads what a person tells for them."""
    unsettled: Unsettled | None = None
    """Told of writes whose outcome nobody knows, so that it is found out also when the person does not come back."""
    means: Means = Means()
    worder: Worder | None = None
    """Finds better words for what was checked; without it, it is said as it stands."""
