"""What the routes work with: built once by ``api/wiring/services.py``, or by tests with fakes of the ports."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from agents.phrases.phrases import Phrases
from agents.reception.turns.turn import Snapshot, Turn
from agents.routing.route import Directory
from agents.understanding.reading import Reading
from api.services.desk import DeskParts
from api.services.tokens import Tokens
from api.services.turn_locks import TurnLocks
from api.settings.settings import Settings
from knowledge.administration import Administration
from knowledge.citations import CitationArchive
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from speech.calls.calls import Calls
from tools.appointments.anywhere import Wherever
from tools.appointments.book import AppointmentBook
from tools.appointments.find_limits import FindLimits
from tools.clock import LocalClock
from tools.contacts.contact_log import ContactLog
from tools.gaps.gaps import GapQuery
from tools.gaps.themes import Themes
from tools.offices.offices import Office
from tools.places.places import Place
from tools.queues.hand_offs import HandOffQueue
from tools.store.appointment_events import AppointmentEvent
from tools.waiting.waiting_list import WaitingList


class Postcodes(Protocol):
    """Places, as availability sees them."""

    def by_postcode(self, postcode: str) -> Place:
        """Where a postcode is. Raises BadIdentifier."""
        ...


class Talks(Protocol):
    """The conversations, as HTTP sees them.

    Methods with an id raise UnknownConversation; all may raise ToolUnavailable.
    """

    async def open(self, language: Language | None) -> tuple[str, Turn]:
        """A new conversation: its id and the greeting."""
        ...

    async def reply(self, conversation_id: str, text: str, key: str | None = None, origin: str | None = None) -> Turn:
        """One turn; the last message said again with the same key gets the same turn. ``origin``: a pseudonym."""
        ...

    async def snapshot(self, conversation_id: str) -> Snapshot:
        """How it stands, with all that was said, in order."""
        ...

    async def update_log(self, conversation_id: str) -> None:
        """Write to the log of contacts what it does not have of the conversation yet."""
        ...

    async def language(self, conversation_id: str) -> Language:
        """The language the conversation is locked to."""
        ...

    async def latest(self, conversation_id: str) -> Turn | None:
        """The last turn."""
        ...


class Reader(Protocol):
    """Understanding, without a conversation."""

    def read(self, text: str, *, prior: Language | None, now: datetime) -> Reading:
        """What one text says."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """One passage found by search."""

    id: str
    score: float
    need: str | None
    language: Language
    text: str
    source_title: str
    source_url: str


class Searcher(Protocol):
    """Search over the official knowledge."""

    def search(self, query: str, *, language: Language | None, k: int) -> list[Found]:
        """Best first."""
        ...


class Gaps(Protocol):
    """Questions without an answer, as their readers see them."""

    async def report(self, query: GapQuery) -> Themes:
        """Gathered by theme, the most asked first. Raises ToolUnavailable."""
        ...


class Followed(Protocol):
    """What happened to appointments, for those who follow."""

    async def after(self, cursor: str | None, limit: int = 100) -> list[AppointmentEvent]:
        """In order. Raises ValueError for a wrong cursor, ToolUnavailable."""
        ...


async def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a request may need. ``fact`` renders a fact today (None when it does not hold); ``gaps_lost`` counts
    gaps that could not be kept; ``origin_of`` makes a pseudonym of an address, None for those that are not limited;
    ``ping`` raises when the database does not answer; ``close`` ends what was started."""

    settings: Settings
    administration: Administration
    directory: Directory
    clock: LocalClock
    tokens: Tokens
    phrases: Phrases
    conversations: Talks
    reader: Reader
    searcher: Searcher
    catalogue: Catalogue
    book: AppointmentBook
    waiting: WaitingList
    followed: Followed
    wherever: Wherever
    desk: DeskParts
    calls: Calls
    offices: Mapping[str, Office]
    places: Postcodes
    citations: CitationArchive
    hand_offs: HandOffQueue
    contacts: ContactLog
    turn_locks: TurnLocks
    gaps: Gaps
    fact: Callable[[str | None, Language], str | None]
    finds: FindLimits
    origin_of: Callable[[str], str | None] = field(default=lambda address: None)
    gaps_lost: Callable[[], int] = field(default=lambda: 0)
    ping: Callable[[], Awaitable[None]] = field(default=_nothing)
    close: Callable[[], Awaitable[None]] = field(default=_nothing)
