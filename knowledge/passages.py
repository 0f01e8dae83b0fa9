"""Documents, the passages that are spans of them, and the citations that quote them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from knowledge.cited import CitedSource
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
    """``document.text[start:end] == text``; ``facts`` are the ids it was rendered with; ``place`` is a ``UnitId``'s.

    ``sources``: what says it. Those of other people's documents have none but themselves. ``last_of``: the year of the
    last figures published, where newer ones are due; the text says it too.
    """

    text: str
    start: int
    end: int
    facts: tuple[str, ...]
    validity: Validity
    place: int = 0
    sources: tuple[CitedSource, ...] = ()
    last_of: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of an article. ``document.text[start:end] == text`` and ``sha256`` is that of ``text``.

    ``withheld`` counts the lines left out because a figure in them is not in force, and not those that have lapsed.
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
class LawPlace:
    """The place of a norm that is cited: the norm's id in the gazette, and article and paragraph in words.

    ``version``: the day of the last change in the text that is quoted; ``since``: the day from which its article reads
    so, where the source says it. Both None where the text is not held.
    """

    norm: str
    article: str
    version: date | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that lines of an answer stand on. ``document.text[start:end] == quote`` for the document with that hash.

    ``quote``: the words of the source, of which ``quote_language`` is the language; empty where they are not held, and
    then the document is ``NOT_HELD``. ``told``: the approved lines of the passage that it says, in ``language``.
    """

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
    told: tuple[str, ...] = ()
    place: LawPlace | None = None
    retrieved: date | None = None
    """The day an official page was read."""
    quote_language: Language | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that it stands behind. Those kept by older versions quoted our own words."""
        return self.told or tuple(self.quote.split("\n"))


NOT_HELD = Document("none", "", "es", "", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
"""What a citation points into whose source's words are not held: nothing."""
