"""A summary: sentences with the turns that support them. Turns are counted from 0."""

from dataclasses import dataclass
from typing import Literal

from knowledge.languages import Language
from knowledge.passages import Citation

SentenceKind = Literal["established", "answered", "done", "pending", "commitment"]
EntityKind = Literal["document", "nss", "phone", "email", "iban", "date", "time", "amount", "place", "name"]
Disposition = Literal["resolved", "appointment", "transfer", "callback", "pending", "elsewhere", "abandoned"]


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """``turns`` say it; one without any is never written. ``citations``: the source of what was answered, where an
    article says the same. ``who`` does what is pending or was promised, ``by`` when, as it was said or an ISO day.
    """

    kind: SentenceKind
    text: str
    turns: tuple[int, ...]
    citations: tuple[Citation, ...] = ()
    who: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A value said, as it stands after corrections, written as forms want it: 2026-11-03, 10:30, 1250.00, 12345678Z."""

    kind: EntityKind
    value: str
    turn: int


@dataclass(frozen=True, slots=True)
class Summary:
    """``reason``: in one line. ``language``: that of the words."""

    language: Language
    needs: tuple[str, ...]
    reason: str
    sentences: tuple[SummarySentence, ...]
    entities: tuple[Entity, ...]
    disposition: Disposition
