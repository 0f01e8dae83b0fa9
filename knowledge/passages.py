"""Documents, the passages that are spans of them, and the citations that quote them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from knowledge.languages import Language

Aspect = Literal[
    "what", "who", "requirements", "amount", "deadlines", "how", "documents", "after", "mistakes", "related"
]  # fmt: skip

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


class UnitId(NamedTuple):
    """An answer unit: a line of an article, the same in every language. ``place`` counts the lines of the section as
    written, from 1.
    """

    need: str
    aspect: Aspect
    place: int

    def __str__(self) -> str:
        return f"{self.need}/{self.aspect}.{self.place}"


def parse_unit(words: str) -> UnitId:
    """The unit that ``str`` wrote. ValueError on anything else."""
    need, _, rest = words.partition("/")
    aspect, _, place = rest.partition(".")
    if aspect not in ASPECTS:
        raise ValueError(f"no answer unit is written {words!r}")
    return UnitId(need, aspect, int(place))


@dataclass(frozen=True, slots=True)
class Validity:
    """Closed interval of days; ``None`` is open-ended."""

    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the interval contains the day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered article: the snapshot that citations point into.

    ``id`` is ``need/language``, or ``need/language/easy`` of its easy-read version.
    """

    id: str
    need: str
    language: Language
    title: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """``document.text[start:end] == text``; ``facts`` are the ids it was rendered with; ``place`` is a ``UnitId``'s."""

    text: str
    start: int
    end: int
    facts: tuple[str, ...]
    validity: Validity
    place: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of an article. ``document.text[start:end] == text`` and ``sha256`` is that of ``text``.

    ``withheld`` counts the lines left out because a figure in them is not in force.
    """

    id: str
    document_id: str
    document_sha256: str
    need: str
    language: Language
    aspect: Aspect
    text: str
    start: int
    end: int
    sha256: str
    sentences: tuple[Sentence, ...]
    source_title: str
    source_url: str
    validity: Validity
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """An exact quote: ``document.text[start:end] == quote`` for the document with that hash."""

    id: str
    passage_id: str
    document_sha256: str
    language: Language
    quote: str
    start: int
    end: int
    source_title: str
    source_url: str
    validity: Validity
