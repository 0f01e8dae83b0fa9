"""Conversations of strangers with the service, labelled afterwards (``understanding/conversations``).

Players who had seen neither code nor content wrote them; other readers labelled each message with the units that answer
it. What they wrote measured once, in a panel, and teaches since.
"""

from collections.abc import Collection
from dataclasses import dataclass

from agents.understanding.shared.tables import load_own_table, own_table_names
from knowledge.administration import Administration
from knowledge.languages import Language, parse_language
from knowledge.passages import UnitId, parse_unit

_FOLDER = "conversations"


@dataclass(frozen=True, slots=True)
class LabelledMessage:
    """``answers``: the units that answer it, none where nothing is asked; ``told``: those that it was answered with."""

    said: str
    answers: tuple[UnitId, ...]
    told: tuple[UnitId, ...]


@dataclass(frozen=True, slots=True)
class LabelledConversation:
    """What the citizen said, in order."""

    language: Language
    messages: tuple[LabelledMessage, ...]


def load_conversations(administration: Administration, units: Collection[UnitId]) -> list[LabelledConversation]:
    """A file a language. ValueError on a unit that is none of ``units``."""
    found = []
    for name in own_table_names(administration, _FOLDER):
        for messages in load_own_table(administration, f"{_FOLDER}/{name}")["conversations"]:
            read = tuple(
                LabelledMessage(one["said"], _units(one.get("answers")), _units(one.get("told"))) for one in messages
            )
            if unknown := {unit for one in read for unit in (*one.answers, *one.told)} - set(units):
                raise ValueError(f"{_FOLDER}/{name}: there is no answer unit {', '.join(sorted(map(str, unknown)))}")
            found.append(LabelledConversation(parse_language(name), read))
    return found


def _units(names: list[str] | None) -> tuple[UnitId, ...]:
    return tuple(map(parse_unit, names or ()))
