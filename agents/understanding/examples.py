"""What the classifiers learn from: the catalogue's utterances and names, and what lies outside the catalogue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agents.understanding.tables import load_table
from knowledge.languages import LANGUAGES, Language
from knowledge.needs import Catalogue
from knowledge.passages import Passage

Prose = Mapping[str, Mapping[Language, Sequence[str]]]
UNRELATED = "unrelated"
OTHER_MATTER = "other_matter"
_PROSE_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its label: a need, ``unrelated``, or ``other_matter:<matter>``.

    Texts of one ``group`` say the same thing in several languages: they are held out together. Those that are not the
    citizens' ``own`` words (names, articles) only teach.
    """

    text: str
    language: Language
    label: str
    group: str
    own: bool = True
    weight: float = 1.0


def scope_of(label: str) -> str:
    """``other_matter:orfandad`` is an ``other_matter``; the other labels are themselves."""
    return label.partition(":")[0]


def catalogue_examples(catalogue: Catalogue) -> Iterator[Example]:
    """The utterances, and the names of the needs as one more way of saying them (``own`` False: never tested on)."""
    for need in catalogue.values():
        for language in LANGUAGES:
            yield Example(need.names[language], language, need.id, f"{need.id}:name", own=False)
            for index, text in enumerate(need.utterances[language]):
                yield Example(text, language, need.id, f"{need.id}:{index}")


def outside_examples(served: frozenset[str]) -> Iterator[Example]:
    """``data/outside``; matters that have meanwhile become needs of the catalogue are left out."""
    for row_number, row in enumerate(load_table("outside/chitchat")[UNRELATED]):
        yield from _row(row, UNRELATED, f"{UNRELATED}:{row_number}")
    for matter, rows in load_table("outside/other_matters").items():
        if matter in served:
            continue
        for row_number, row in enumerate(rows):
            yield from _row(row, f"{OTHER_MATTER}:{matter}", f"{matter}:{row_number}")


def prose_examples(prose: Prose) -> Iterator[Example]:
    """Sentences of the articles, for the vocabulary of a need; each counts little, for nobody asks like that."""
    for need, languages in prose.items():
        for language, sentences in languages.items():
            for text in sentences:
                yield Example(text, language, need, f"{need}:prose", own=False, weight=_PROSE_WEIGHT)


def prose_of(passages: Iterable[Passage]) -> dict[str, dict[Language, list[str]]]:
    """The sentences of articles, as ``prose``."""
    prose: dict[str, dict[Language, list[str]]] = {}
    for passage in (passage for passage in passages if passage.need):
        kept = prose.setdefault(passage.need, {}).setdefault(passage.language, [])
        kept.extend(sentence.text for sentence in passage.sentences)
    return prose


def all_examples(catalogue: Catalogue, prose: Prose | None = None) -> list[Example]:
    """Everything, in a stable order."""
    outside = outside_examples(frozenset(catalogue))
    return [*catalogue_examples(catalogue), *outside, *prose_examples(prose or {})]


def _row(row: dict[str, str], label: str, group: str) -> Iterator[Example]:
    for language in LANGUAGES:
        if language in row:
            yield Example(str(row[language]), language, label, group)
