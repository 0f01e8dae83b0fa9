"""What stands behind a sentence: a norm, a place in it, the words that were read there, or an official page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from knowledge.languages import Language

Doubt = Literal["figure", "or", "except", "who"]
"""What a program may miss of a line in its spans: a figure or period, an alternative, an exception, whom it is for."""


@dataclass(frozen=True, slots=True)
class Norm:
    """A law, regulation, judgment or criterion that references name by ``key``; ``id`` is the gazette's.

    ``language``: that of its text. ``effect``: from when on, and on what, a judgment or criterion has any.
    """

    key: str
    id: str
    title: str
    url: str
    language: Language
    dated: date | None = None
    effect: str = ""
    file: str = ""
    line: int = 1

    def url_at(self, anchor: str) -> str:
        """The official page, at an article where its anchor is known."""
        return f"{self.url}#{anchor}" if anchor else self.url


@dataclass(frozen=True, slots=True)
class LawReference:
    """Where a norm says what a line or fact of ours says: article, paragraph and sentences, as they were read.

    ``place``: article and paragraph as they are cited. ``anchor``: of the official page, as far as the number tells it.
    ``version`` and ``sha256`` are of the words read, ``read`` is the digest of our line as it stood then; all three
    are empty until the reference is sealed. ``accepts``: what a check may miss in the span, and why that is right.
    Two that mean the same words are equal, whatever they support.
    """

    norm: Norm
    article: str
    place: str
    anchor: str = ""
    paragraph: str = ""
    span: tuple[int, int] | None = None
    version: date | None = None
    sha256: str = ""
    read: str = field(default="", compare=False)
    accepts: Mapping[Doubt, str] = field(default_factory=dict, compare=False)
    file: str = field(default="", compare=False)
    line: int = field(default=1, compare=False)

    @property
    def is_sealed(self) -> bool:
        """Whether it says which words were read."""
        return self.version is not None and bool(self.sha256)


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as a person is told of it. ``reference``: its place in a norm; None of an official page.

    ``retrieved``: the day an official page was read.
    """

    title: str
    url: str
    retrieved: date | None = None
    reference: LawReference | None = None


def source_of(reference: LawReference) -> CitedSource:
    """The norm and article of a reference."""
    return CitedSource(
        f"{reference.norm.title}, {reference.place}", reference.norm.url_at(reference.anchor), reference=reference
    )
