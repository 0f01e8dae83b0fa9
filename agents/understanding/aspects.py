"""Which side of a need a question asks about: amounts, deadlines, documents…"""

from typing import cast

from agents.understanding.folding import Folded
from agents.understanding.phrases import PhraseBook
from agents.understanding.tables import load_table
from knowledge.passages import ASPECTS, Aspect


class AspectReader:
    """By phrase, from ``data/aspects.yaml``: the longest phrase wins, and the earliest of those."""

    def __init__(self, phrases: PhraseBook):
        self._phrases = phrases

    def read(self, folded: Folded) -> Aspect | None:
        """None when the question is open."""
        hits = self._phrases.find(folded)
        if not hits:
            return None
        return cast(Aspect, max(hits, key=lambda hit: (hit.end - hit.start, -hit.start)).key)


def build_aspect_reader() -> AspectReader:
    """ValueError when the file names an aspect that articles do not have."""
    table = load_table("aspects")
    if unknown := set(table) - set(ASPECTS):
        raise ValueError(f"aspects.yaml: {', '.join(sorted(unknown))} is not an aspect")
    return AspectReader(PhraseBook({aspect: [p for one in table[aspect].values() for p in one] for aspect in table}))
