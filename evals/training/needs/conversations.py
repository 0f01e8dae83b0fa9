"""Conversations of strangers, labelled afterwards (``understanding/conversations``).

``played`` with the service, in a panel, by people who had seen neither code nor content; other readers labelled each
message with the units that answer it. What they wrote measured once and teaches since. ``written`` cold, what the
service said imagined, by people who had seen no content and read it only to label what they had written. A file a
writer: ``<language>-<number>.yaml``.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from agents.understanding.shared.tables import load_own_table, own_table_names
from agents.understanding.units.spoken import spoken_after
from knowledge.administration import Administration
from knowledge.content.questions import UnitQuestion
from knowledge.languages import Language, parse_language
from knowledge.passages import UnitId, parse_unit

Kind = Literal["played", "written"]


@dataclass(frozen=True, slots=True)
class LabelledMessage:
    """``answers``: the units that answer it, none where nothing is asked; ``told``: those that it was answered with."""

    said: str
    answers: tuple[UnitId, ...]
    told: tuple[UnitId, ...]


@dataclass(frozen=True, slots=True)
class LabelledConversation:
    """What the citizen said, in order. ``number``: of its file, which one writer of that language wrote."""

    language: Language
    messages: tuple[LabelledMessage, ...]
    number: int = 1


def load_conversations(
    administration: Administration, kind: Kind, units: Collection[UnitId]
) -> list[LabelledConversation]:
    """In the order of their files. ValueError on a unit that is none of ``units``."""
    found, folder = [], f"conversations/{kind}"
    for name in own_table_names(administration, folder):
        for messages in load_own_table(administration, f"{folder}/{name}")["conversations"]:
            read = tuple(
                LabelledMessage(one["said"], _units(one.get("answers")), _units(one.get("told"))) for one in messages
            )
            if unknown := {unit for one in read for unit in (*one.answers, *one.told)} - set(units):
                raise ValueError(f"{folder}/{name}: there is no answer unit {', '.join(sorted(map(str, unknown)))}")
            language, _, number = name.partition("-")
            found.append(LabelledConversation(parse_language(language), read, int(number)))
    return found


def as_questions(conversations: Iterable[LabelledConversation]) -> Iterator[UnitQuestion]:
    """Each message that asks something, after the one before it and, leaning on that, by itself."""
    for conversation in conversations:
        before = ""
        for message in conversation.messages:
            for text in dict.fromkeys((spoken_after(before, message.said), message.said)) if message.answers else ():
                leans = bool(before) and text == message.said
                yield UnitQuestion(message.answers, conversation.language, text, leans, "written")
            before = message.said


def _units(names: list[str] | None) -> tuple[UnitId, ...]:
    return tuple(map(parse_unit, names or ()))
