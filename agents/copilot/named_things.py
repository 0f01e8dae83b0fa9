"""Bodies and documents that are named in talk, as the administration's table calls them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from agents.understanding.shared.tables import load_own_table
from knowledge.administration import Administration
from tools.reading.any_of import any_of
from tools.reading.folding import fold

ThingKind = Literal["body", "document"]
KINDS: tuple[ThingKind, ...] = get_args(ThingKind)


@dataclass(frozen=True, slots=True)
class NamedThings:
    """Patterns over folded text, by kind and code."""

    patterns: Mapping[ThingKind, Mapping[str, re.Pattern[str]]]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "NamedThings":
        """``table``: lists of names, by kind and code."""
        return cls({kind: {str(one): any_of(names) for one, names in table.get(kind, {}).items()} for kind in KINDS})

    @classmethod
    def load(cls, administration: Administration) -> "NamedThings":
        """Those of ``understanding/named.yaml``: none where there is no such table. Raises ContentError."""
        return cls.of(load_own_table(administration, "named"))

    def find(self, kind: ThingKind, text: str) -> dict[str, tuple[int, int]]:
        """What is named, by code, and where first; of two that overlap the longer: "the report of the accident"."""
        folded = fold(text)
        found = {code: match.span() for code, one in self.patterns[kind].items() if (match := one.search(folded.text))}
        return {code: folded.span(*span) for code, span in found.items() if not _within_longer(span, found.values())}

    def named_in(self, kind: ThingKind, texts: Iterable[str]) -> frozenset[str]:
        """All that one of the texts names."""
        return frozenset(code for text in texts for code in self.find(kind, text))


def _within_longer(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    start, end = span
    return any(one[0] < end and start < one[1] and one[1] - one[0] > end - start for one in spans)
