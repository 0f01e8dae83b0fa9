"""The words that a summary is read by (``data/words.yaml``)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tools.reading.folding import fold
from tools.reading.tables import load_table

_PACKAGE = "agents.summary"


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """Patterns by the name of their list, over folded text."""

    patterns: Mapping[str, re.Pattern[str]]

    def says(self, name: str, folded: str) -> bool:
        """Whether one of the list stands in the text."""
        return self.patterns[name].search(folded) is not None

    def ends_in(self, name: str, folded: str) -> bool:
        """Whether the text ends in one of the list."""
        return any(not re.search(r"\w", folded[match.end() :]) for match in self.patterns[name].finditer(folded))

    def begins_with(self, name: str, folded: str) -> bool:
        """Whether the text begins with one of the list."""
        match = self.patterns[name].match(folded.lstrip())
        return match is not None

    def spans(self, name: str, folded: str) -> list[tuple[int, int]]:
        """Where they stand."""
        return [match.span() for match in self.patterns[name].finditer(folded)]


def load_summary_words() -> SummaryWords:
    """ValueError names the file when it is no mapping."""
    return SummaryWords({name: _any(words) for name, words in load_table(_PACKAGE, "words").items()})


def _any(words: Sequence[str]) -> re.Pattern[str]:
    longest = sorted((fold(str(word)).text for word in words), key=len, reverse=True)
    patterns = [_pattern(word) for word in longest]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


def _pattern(word: str) -> str:
    """ "llamar*": with the rest of the word; "(lo|la) hago": either."""
    apart = re.sub(r"\\ ", r"[\\s'’]+", re.escape(word))
    return apart.replace(r"\*", r"\w*").replace(r"\(", "(?:").replace(r"\|", "|").replace(r"\)", ")")
