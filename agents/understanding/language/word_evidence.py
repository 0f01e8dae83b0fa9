"""Evidence of the language in the words and spellings of a message."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agents.understanding.shared.tables import load_table, table_names
from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.grammar import dates_table
from tools.reading.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:·[^\W\d_]+)*")
_UNKNOWN = math.log(1 / 30)
_FOLDED_DISCOUNT = 0.7
_LETTERS_WEIGHT = 0.35
_STRONG_WEIGHT = 1.5
_RARE = -0.5


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """Evidence tables of every language considered, the served ones and their neighbours."""

    codes: tuple[str, ...]
    served_as: Mapping[str, str]
    by_word: Mapping[str, Mapping[str, float]]
    letters: Mapping[str, re.Pattern[str]]
    strong: Mapping[str, re.Pattern[str]]

    def scores(self, text: str) -> dict[str, float]:
        """Log-likelihood of the text by language, up to a constant; all zero when no word is known."""
        lowered = text.casefold().replace("’", "'")
        totals = dict.fromkeys(self.codes, 0.0)
        for word in _WORD.findall(lowered):
            weights = self.by_word.get(word)
            if weights is None:
                continue
            # A word of many languages says little: each of them shares its weight.
            shared = math.log(1 / math.sqrt(len(weights)))
            for code in self.codes:
                weight = weights.get(code)
                totals[code] += shared + (weight - 1) if weight else _UNKNOWN
        spaced = f" {' '.join(lowered.split())} "
        for code, pattern in self.letters.items():
            totals[code] += _LETTERS_WEIGHT * min(8, len(pattern.findall(spaced)))
        for code, pattern in self.strong.items():
            totals[code] += _STRONG_WEIGHT * min(4, len(pattern.findall(spaced)))
        return totals

    def foreign(self, text: str, code: str) -> bool:
        """Whether a word of the text is in other tables and not in that of ``code``."""
        tables = (self.by_word.get(word) for word in _WORD.findall(text.casefold()))
        return any(table is not None and code not in table for table in tables)


def load_language_words() -> LanguageWords:
    """From ``data/languages``."""
    tables = {code: load_table(f"languages/{code}") for code in table_names("languages")}
    by_word: dict[str, dict[str, float]] = defaultdict(dict)
    for code, table in tables.items():
        for word in {part for entry in str(table["words"]).split() for part in _WORD.findall(entry.casefold())}:
            by_word[word][code] = 1.0
            by_word[fold(word).text].setdefault(code, _FOLDED_DISCOUNT)
        for word in table.get("rare", []):
            by_word[str(word)][code] = _RARE
    return LanguageWords(
        codes=tuple(tables),
        served_as={code: str(table["served_as"]) for code, table in tables.items()},
        by_word=dict(by_word),
        letters={code: _alternatives(table["letters"]) for code, table in tables.items()},
        strong={code: _alternatives(table["strong"]) for code, table in tables.items() if "strong" in table},
    )


def ordinary_words() -> dict[Language, frozenset[str]]:
    """The folded words of each served language that are no names: function words, dates, and what means nothing."""
    return {language: frozenset(_ordinary(language)) for language in LANGUAGES}


def _ordinary(language: Language) -> Iterator[str]:
    dates = dates_table(language)
    texts = [str(load_table(f"languages/{language}")["words"])]
    texts += [str(word) for word in load_table("fillers")[language]]
    texts += [str(word) for words in dates["parts"].values() for word in words]
    texts += [str(word) for name in ("weekdays", "months") for words in dates[name] for word in words]
    for text in texts:
        yield from _WORD.findall(fold(text).text)


def _alternatives(pieces: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(piece) for piece in sorted(pieces, key=len, reverse=True)))
