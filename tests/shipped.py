"""What comes with ISAC, read once for all tests: nothing of it changes while they run."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from langgraph.checkpoint.memory import InMemorySaver

from agents.answers.sums import Sums
from agents.phrases.phrases import Phrases, parse_phrases
from agents.reception.checkpoints import WholeTurns
from agents.reception.graph import Reception, build_reception
from agents.understanding.question.mentions import MentionReader, build_mention_reader
from agents.understanding.remembering import RememberingEncoder
from agents.understanding.sums.told_inputs import ToldReader, build_told_reader
from api.wiring.models import digest_of_code_and_content
from knowledge.compiled import CompiledContent, Value
from knowledge.content.calculations import Calculations, load_calculations
from knowledge.content.facts import FactTable, load_facts
from knowledge.encoders.encoder import Encoder
from knowledge.encoders.hashing import HashingEncoder
from knowledge.search.knowledge_base import KnowledgeBase
from tests.administrations import SEGURIDAD_SOCIAL
from tools.offices.calendar import Calendar, load_calendar
from tools.offices.office_files import load_offices
from tools.offices.offices import Office
from tools.places.places import Places, build_places
from tools.reading.places.mentions import PlaceFinder, build_place_finder

_KEPT = Path(__file__).parents[1] / "var"


class MemorySaver(WholeTurns, InMemorySaver):
    """Conversations in memory."""


def with_models(folder: Path) -> Path:
    """A data folder with what this repository has fetched, trained and compiled; what is missing is made there."""
    for name in ("models", "index", "understanding", "compiled"):
        kept = _KEPT / name
        kept.mkdir(parents=True, exist_ok=True)
        if not (folder / name).exists():
            (folder / name).symlink_to(kept, target_is_directory=True)
    return folder


class ReadOnce(CompiledContent):
    """What was parsed, kept in memory for all bases of the shipped content, and on disk as the program keeps it.

    A library is of a day, and many days are tested: theirs would push that of today off the disk.
    """

    def __init__(self, folder: Path, digest: str) -> None:
        super().__init__(folder, digest)
        self._values: dict[tuple[str, str], Any] = {}

    def get(self, name: str, build: Callable[[], Value], variant: str = "") -> Value:
        if (name, variant) not in self._values:
            self._values[name, variant] = build() if variant else super().get(name, build)
        return cast(Value, self._values[name, variant])


@cache
def _parsed() -> ReadOnce:
    return ReadOnce(_KEPT / "compiled", digest_of_code_and_content(SEGURIDAD_SOCIAL))


@cache
def offices() -> Mapping[str, Office]:
    return MappingProxyType(dict(load_offices(SEGURIDAD_SOCIAL)))


@cache
def calendar() -> Calendar:
    return load_calendar(SEGURIDAD_SOCIAL)


@cache
def phrases() -> Phrases:
    return Phrases(SEGURIDAD_SOCIAL, parsed=_parsed().get("phrases", lambda: parse_phrases(SEGURIDAD_SOCIAL)))


@cache
def calculations() -> Calculations:
    return _parsed().get("calculations", lambda: load_calculations(SEGURIDAD_SOCIAL))


@cache
def facts() -> FactTable:
    return load_facts(SEGURIDAD_SOCIAL)


@cache
def sums() -> Sums:
    return Sums(calculations(), facts(), phrases(), calendar().is_public_holiday)


@cache
def told_reader() -> ToldReader:
    def build() -> tuple[MentionReader, ToldReader]:
        return build_mention_reader(SEGURIDAD_SOCIAL), build_told_reader(SEGURIDAD_SOCIAL)

    return _parsed().get("told", build)[1]


@cache
def places() -> Places:
    return _parsed().get("places", build_places)


@cache
def place_finder() -> PlaceFinder:
    return build_place_finder()


ENCODER = RememberingEncoder(HashingEncoder())


def new_knowledge_base(data: Path | None = None, encoder: Encoder = ENCODER) -> KnowledgeBase:
    """A base of its own over the shipped content, found by the words alone."""
    return KnowledgeBase(SEGURIDAD_SOCIAL, encoder, data, compiled=_parsed())


@cache
def knowledge_base() -> KnowledgeBase:
    """Of one day."""
    base = new_knowledge_base()
    base.on(date(2026, 11, 25))
    return base


def reception(saver: WholeTurns) -> Reception:
    """The one graph of all conversations, over this memory: what lived outside the state would reach others."""
    return _graph().copy(update={"checkpointer": saver})


@cache
def _graph() -> Reception:
    return build_reception(MemorySaver())
