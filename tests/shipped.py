"""What comes with ISAC, read once for all tests: nothing of it changes while they run."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from langgraph.checkpoint.memory import InMemorySaver

from agents.phrases.phrases import Phrases
from agents.reception.checkpoints import WholeTurns
from agents.reception.graph import Reception, build_reception
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


@cache
def offices() -> Mapping[str, Office]:
    return MappingProxyType(dict(load_offices(SEGURIDAD_SOCIAL)))


@cache
def calendar() -> Calendar:
    return load_calendar(SEGURIDAD_SOCIAL)


@cache
def phrases() -> Phrases:
    return Phrases(SEGURIDAD_SOCIAL)


@cache
def places() -> Places:
    return build_places()


@cache
def place_finder() -> PlaceFinder:
    return build_place_finder()


@cache
def knowledge_base() -> KnowledgeBase:
    """Of one day, found by the words alone."""
    base = KnowledgeBase(SEGURIDAD_SOCIAL, HashingEncoder())
    base.on(date(2026, 11, 25))
    return base


def reception(saver: WholeTurns) -> Reception:
    """The one graph of all conversations, over this memory: what lived outside the state would reach others."""
    return _graph().copy(update={"checkpointer": saver})


@cache
def _graph() -> Reception:
    return build_reception(MemorySaver())
