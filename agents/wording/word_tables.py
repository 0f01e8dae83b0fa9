"""What the guard knows of a language: words that claim nothing, words that say the same, words that turn a claim."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.languages import Language
from knowledge.words.stemming import FUNCTION_WORDS, stem
from tools.reading.folding import fold
from tools.reading.numbers.spelling import spelt_numbers
from tools.reading.tables import load_table

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class WordTables:
    """``same``: the first stem of a group by each of its stems. ``turning``, ``units``: patterns by kind, over folded
    text. ``binds``: the kinds that are kept before the same word. ``claims``: patterns of promises and rights.
    ``dates``: the number of months and weekdays by stem.
    """

    language: Language
    plain: frozenset[str]
    same: Mapping[str, str]
    turning: Mapping[str, Pattern]
    binds: frozenset[str]
    units: Mapping[str, Pattern]
    claims: tuple[Pattern, ...]
    dates: Mapping[str, str]

    def root(self, word: str) -> str:
        """The stem of a word as written, or that of the first word that says the same."""
        found = _stem(word, self.language)
        return self.same.get(found, found)


@lru_cache(maxsize=6)
def load_word_tables(language: Language) -> WordTables:
    """Those of a language. ValueError names the file that is wrong."""
    table = load_table("agents.wording", language)
    days = load_table("tools.reading.dates", language)
    turning = {str(kind): _any_of(words) for kind, words in table["operators"].items()}
    units = {str(kind): _any_of(words) for kind, words in table["units"].items()}
    groups: Iterable[list[str]] = table["same"]
    said = [word for phrases in (*table["operators"].values(), *table["units"].values()) for word in phrases]
    plain = {
        fold(word).text
        for phrase in (*table["plain"], *said, *spelt_numbers(language))
        for word in re.findall(r"\w+", phrase)
    }
    return WordTables(
        language,
        frozenset(plain | {fold(word).text for word in FUNCTION_WORDS[language]}),
        {_stem(word, language): _stem(group[0], language) for group in reversed(list(groups)) for word in group},
        turning,
        frozenset(table["binds"]),
        units,
        tuple(re.compile(pattern) for pattern in (*table["promises"], *table["rights"])),
        {
            _stem(name, language): f"{kind} {place}"
            for kind in ("months", "weekdays")
            for place, names in enumerate(days[kind])
            for name in (names if isinstance(names, list) else [names])
        },
    )


@lru_cache(maxsize=50_000)
def _stem(word: str, language: Language) -> str:
    return stem(word.casefold().replace("·", ""), language)


def _any_of(phrases: Iterable[str]) -> Pattern:
    """The longest first; signs stand beside figures, words between ends of words."""
    folded = sorted((fold(str(phrase)).text for phrase in phrases), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(one)}\b" if one[0].isalpha() else re.escape(one) for one in folded))
