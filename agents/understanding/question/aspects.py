"""Finds the aspect of a need that a question asks about, and its measure: an amount, a deadline, a phone…"""

from collections.abc import Iterable, Mapping
from typing import cast

from agents.understanding.shared.tables import load_table
from knowledge.content.measures import MEASURES, Measure
from knowledge.passages import ASPECTS, Aspect
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook


class AspectReader:
    """By phrase, from ``data/aspects.yaml`` and ``data/measures.yaml``: the longest wins, and the earliest of those."""

    def __init__(self, aspects: PhraseBook, measures: PhraseBook):
        self._aspects, self._measures = aspects, measures

    def find_aspect(self, folded: Folded) -> Aspect | None:
        """None when the question is open."""
        return cast(Aspect | None, _longest(self._aspects, folded))

    def find_measure(self, folded: Folded) -> Measure | None:
        """None when no figure of one kind is asked for."""
        return cast(Measure | None, _longest(self._measures, folded))


def _longest(phrases: PhraseBook, folded: Folded) -> str | None:
    hits = phrases.find(folded)
    return max(hits, key=lambda hit: (hit.end - hit.start, -hit.start)).key if hits else None


def build_aspect_reader() -> AspectReader:
    """ValueError when a file names an aspect that articles do not have, or a measure that facts do not have."""
    return AspectReader(_book("aspects", ASPECTS), _book("measures", MEASURES))


def _book(name: str, known: Iterable[str]) -> PhraseBook:
    table: Mapping[str, Mapping[str, list[str]]] = load_table(name)
    if unknown := set(table) - set(known):
        raise ValueError(f"{name}.yaml: {', '.join(sorted(unknown))} is not one of {', '.join(known)}")
    return PhraseBook(
        {key: [phrase for one in languages.values() for phrase in one] for key, languages in table.items()}
    )
