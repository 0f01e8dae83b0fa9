"""The words of a message, without those of no language, and their evidence of a language or a variety."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from agents.understanding.shared.tables import load_table, table_names
from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.grammar import dates_table
from tools.reading.folding import fold

_ADDRESS = re.compile(
    r"@?[^\s@]{1,64}@[^\s@]{1,253}?\.\S+"
    r"|https?:\S*|www\.\S+"
    r"|\b\w{1,63}(?:\.\w{1,63}){0,8}\.(?:com|org|net|es|cat|gal|eus|fr|pt|ly|me)\b\S*"
    r"|[@#]\w+|&\w+;|\bRT\b"
)
"""The lengths are the longest that mail and domain names may have: without them a run of one sign takes its cube."""
_LONG = re.compile(r"([^\W\d_])\1{2,}")
_LAUGHTER = re.compile(
    r"\b(?:[aeiou]?(?:[jh][aeiou]+){2,}[jh]?|(?:x[aei]){2,}x?|k{3,}|(?:rs){2,}|l+o+l+|x+d+)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:[·'-][^\W\d_]+)*")
_NUMBERED = re.compile(r"\b\w*\d\w*")
_APOSTROPHES = str.maketrans("’ʼ`´", "''''")
_NAME = 0.5
"""The weight of a word that looks like a name: names are the same in every language."""
_TABLE_WORD = re.compile(r"[^\W\d_]+(?:·[^\W\d_]+)*")
_UNKNOWN = math.log(1 / 30)
_FOLDED_DISCOUNT = 0.7
_LETTERS_WEIGHT = 0.35
_STRONG_WEIGHT = 1.5
_RARE = -0.5
Variety = Literal["ca-valencia", "oc"]
"""Spoken back to in a way of its own: ``ca-valencia`` in its forms; ``oc`` (Aranese) is told that it is not served."""
VARIETIES: tuple[Variety, ...] = get_args(Variety)


@dataclass(frozen=True, slots=True)
class MessageWord:
    """A word in lower case and how much it counts (0-1)."""

    text: str
    weight: float = 1.0


def plain(text: str) -> str:
    """Without addresses, mentions, hashtags, codes and laughter; "holaaaa" is "hola"."""
    text = _ADDRESS.sub(" ", text.translate(_APOSTROPHES))
    return _LONG.sub(r"\1", _LAUGHTER.sub(" ", _NUMBERED.sub(" ", text)))


def words_alone(text: str) -> list[str]:
    """The words of any text, in lower case and in order: of thousands of sentences at once, a line each."""
    return [word.casefold() for word in _WORD.findall(plain(text))]


def language_words(text: str) -> tuple[MessageWord, ...]:
    """The words of a message, in order; those with a capital inside a sentence count as names."""
    cleaned = plain(text)
    found = list(_WORD.finditer(cleaned))
    capitals = sum(match.group()[0].isupper() for match in found)
    if capitals * 2 > len(found):
        return tuple(MessageWord(match.group().casefold()) for match in found)
    return tuple(MessageWord(match.group().casefold(), _weight(match, cleaned)) for match in found)


def _weight(match: re.Match[str], text: str) -> float:
    before = text[: match.start()].rstrip()
    begins = not before or before[-1] in ".!?…:¿¡\"'«“-"
    return 1.0 if begins or not match.group()[0].isupper() else _NAME


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
        for word in _TABLE_WORD.findall(lowered):
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
        tables = (self.by_word.get(word) for word in _TABLE_WORD.findall(text.casefold()))
        return any(table is not None and code not in table for table in tables)


def load_language_words() -> LanguageWords:
    """From ``data/languages``."""
    tables = {code: load_table(f"languages/{code}") for code in table_names("languages")}
    by_word: dict[str, dict[str, float]] = defaultdict(dict)
    for code, table in tables.items():
        for word in {part for entry in str(table["words"]).split() for part in _TABLE_WORD.findall(entry.casefold())}:
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
        yield from _TABLE_WORD.findall(fold(text).text)


def _alternatives(pieces: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(piece) for piece in sorted(pieces, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Varieties:
    """The forms that speak for a variety, and those that speak against it, by BCP 47 code."""

    forms: Mapping[str, frozenset[str]]
    against: Mapping[str, frozenset[str]]

    def find_variety(self, words: Sequence[MessageWord], language: str) -> str | None:
        """The variety of that language with the most forms; None without evidence."""
        texts = [word.text for word in words]
        for code, forms in self.forms.items():
            balance = sum((text in forms) - (text in self.against[code]) for text in texts)
            if code.startswith(f"{language}-") and balance > 0:
                return code
        return None


def load_varieties() -> Varieties:
    """From ``data/varieties.yaml``."""
    tables: Mapping[str, Any] = load_table("varieties")
    forms = {code: frozenset(str(table["for"]).split()) for code, table in tables.items()}
    return Varieties(forms, {code: frozenset(str(table["against"]).split()) for code, table in tables.items()})


def parse_variety(code: str) -> Variety | None:
    """The variety behind a guess's code; None for the languages themselves and other neighbours."""
    return next((variety for variety in VARIETIES if variety == code), None)
