from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from agents.phrases.phrases import Phrases
from agents.reception.turns.deps import Deps
from agents.reception.turns.turn import Turn, load_turn
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Label
from knowledge.languages import Language
from knowledge.passages import Citation, Document
from knowledge.search.knowledge_base import KnowledgeBase
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import LEANING, MENTIONS, NOW, slot_values
from tests.books import OpenBook
from tests.fakes.gap_log import MemoryGapLog
from tests.fakes.scripted_reader import ScriptedReader
from tests.shipped import MemorySaver
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.errors import HandOffNotFound, ToolUnavailable
from tools.gaps.gaps import GapKeeper
from tools.places.places import Places
from tools.queues.hand_offs import HandOff, Prospect, QueuePage, Waiting, renewed
from tools.store.database import Database


class Queue:
    """A hand-off queue one can look into."""

    def __init__(self, *, down: bool = False) -> None:
        self.waits: list[HandOff] = []
        self.origins: list[str | None] = []
        self.down = down
        self.told = Prospect()

    async def add(self, hand_off: HandOff, origin: str | None = None) -> None:
        if self.down:
            raise ToolUnavailable("queue")
        self.origins.append(origin)
        known = next((place for place, one in enumerate(self.waits) if one.id == hand_off.id), None)
        if known is None:
            self.waits.append(hand_off)
        else:
            self.waits[known] = renewed(self.waits[known], hand_off)

    async def withdraw(self, hand_off_id: str) -> bool:
        stays = [one for one in self.waits if one.id != hand_off_id or one.urgent]
        gone, self.waits = len(stays) < len(self.waits), stays
        return gone

    async def prospect(self, hand_off_id: str) -> Prospect:
        return self.told

    async def page(self, limit: int = 50, after: str | None = None) -> QueuePage:
        entries = tuple(Waiting(hand_off) for hand_off in self.waits[:limit])
        return QueuePage(entries, len(self.waits), sum(hand_off.urgent for hand_off in self.waits))

    async def accept(self, hand_off_id: str, who: str) -> HandOff:
        raise HandOffNotFound(hand_off_id)


class Archive:
    """An archive in memory."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.citations: dict[str, Citation] = {}

    async def keep(self, documents: list[Document], citations: list[Citation]) -> None:
        self.documents |= {document.sha256: document for document in documents}
        self.citations |= {citation.id: citation for citation in citations}

    async def find(self, citation_id: str) -> Citation:
        return self.citations[citation_id]

    async def document_text(self, sha256: str) -> str:
        return self.documents[sha256].text


@pytest.fixture(scope="session")
def places() -> Places:
    return shipped.places()


@pytest.fixture(scope="session")
def phrases() -> Phrases:
    return shipped.phrases()


@pytest.fixture(scope="session")
def knowledge_base() -> KnowledgeBase:
    return shipped.knowledge_base()


@pytest.fixture
def book(database: Database) -> OpenBook:
    return book_of(database, BookingRules())


def book_of(database: Database, rules: BookingRules) -> OpenBook:
    """Every office, with rules of the test."""
    slots = SlotSpace(shipped.offices(), shipped.calendar(), rules)
    return OpenBook(database, slots, fixed(NOW))


def reading(*labels: Label, need: str | None = None, slots: dict[str, str] | None = None, **rest: Any) -> Reading:
    """A reading in Spanish, as the script of a test gives it."""
    confidence = rest.pop("confidence", 0.95 if need else 0.0)
    language = rest.pop("language", "es")
    rest.setdefault("leans", LEANING if "leans" in labels else 0.0)
    return Reading(
        language=language, language_confidence=0.99, need=need, confidence=confidence, labels=frozenset(labels),
        slots=slot_values(**(slots or {})), **rest,
    )  # fmt: skip


class Talk:
    """One conversation over the graph, state in memory. The words of a turn are a key into the script."""

    def __init__(self, deps: Deps, origin: str | None = None) -> None:
        self.deps, self.origin = deps, origin
        self.saver = MemorySaver()
        self._config: Any = {"configurable": {"thread_id": "c-1"}}
        self.opened = False

    async def say(self, text: str) -> Turn:
        graph = shipped.reception(self.saver)
        if not self.opened:
            opened: Any = {"conversation_id": "c-1", "language": "es", "language_locked": True, "turns": 0}
            await graph.aupdate_state(self._config, opened, as_node="say")
            self.opened = True
        turn_in: Any = {"text": text, "origin": self.origin}
        state = await graph.ainvoke(turn_in, self._config, context=self.deps, durability="exit")
        turn = load_turn(state["last_turn"])
        assert turn is not None
        return turn

    async def speak(self, language: Language) -> None:
        """The conversation goes on in that language."""
        await shipped.reception(self.saver).aupdate_state(self._config, {"language": language}, as_node="say")

    async def state(self) -> dict[str, Any]:
        snapshot = await shipped.reception(self.saver).aget_state(self._config)
        return dict(snapshot.values)


@pytest.fixture
def talk(book: OpenBook, knowledge_base: KnowledgeBase, phrases: Phrases, places: Places) -> Callable[..., Talk]:
    def start(script: dict[str, Reading], origin: str | None = None, **changes: Any) -> Talk:
        numbers = count(1)
        parts: dict[str, Any] = {
            "administration": SEGURIDAD_SOCIAL, "catalogue": knowledge_base.catalogue, "knowledge_base": knowledge_base,
            "reader": ScriptedReader(script), "book": book, "offices": shipped.offices(),
            "calendar": shipped.calendar(),
            "places": places,
            "hand_offs": Queue(), "citations": Archive(), "gaps": GapKeeper(MemoryGapLog(), fixed(NOW), days=180),
            "phrases": phrases, "mentions": MENTIONS, "clock": fixed(NOW),
            "new_id": lambda: f"t-{next(numbers)}",
        }  # fmt: skip
        return Talk(Deps(**{**parts, **changes}), origin)

    return start
