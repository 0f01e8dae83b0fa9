"""Words of an agent's turn that tell what it does: read in a file, promise, say what is to be brought."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from knowledge.languages import Language, parse_language
from tools.reading.any_of import any_of
from tools.reading.folding import fold
from tools.reading.tables import load_table

_Patterns = Mapping[Language, re.Pattern[str]]
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class TurnWords:
    """Patterns over folded text, by language."""

    own_file: _Patterns
    promises: _Patterns
    when: _Patterns
    not_needed: _Patterns
    needed: _Patterns
    hangs_on: _Patterns

    def reads_file(self, text: str, language: Language) -> bool:
        """Whether it tells what stands in the person's file, or what was worked out for them."""
        return self.own_file.get(language, _NEVER).search(fold(text).text) is not None

    def promise(self, text: str, language: Language) -> tuple[int, int] | None:
        """Where in the text something is promised."""
        folded = fold(text)
        found = self.promises.get(language, _NEVER).search(folded.text)
        return folded.span(*found.span()) if found else None

    def dates(self, text: str, language: Language) -> bool:
        """Whether it says when, or on what condition."""
        return self.when.get(language, _NEVER).search(fold(text).text) is not None

    def needless(self, text: str, language: Language) -> list[tuple[int, int]]:
        """Where in the text something is said not to be needed."""
        folded = fold(text)
        return [folded.span(*one.span()) for one in self.not_needed.get(language, _NEVER).finditer(folded.text)]

    def needs(self, text: str, language: Language) -> bool:
        """Whether it says that something is to be brought."""
        return self.needed.get(language, _NEVER).search(fold(text).text) is not None

    def depends(self, text: str, language: Language) -> bool:
        """Whether what it says hangs on the case, or is so of this person only."""
        return self.hangs_on.get(language, _NEVER).search(fold(text).text) is not None


@cache
def turn_words() -> TurnWords:
    """Of every language; read once."""
    table = load_table("agents.copilot", "alert_words")
    kinds = {
        kind: {parse_language(code): any_of(words) for code, words in table[kind].items()}
        for kind in ("own_file", "promises", "when", "not_needed", "needed", "hangs_on")
    }
    return TurnWords(**kinds)
