"""One language's words for dates and times, compiled from ``data/dates/<language>.yaml``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agents.understanding.folding import Folded, fold
from agents.understanding.phrases import Hit, PhraseBook, words_group
from agents.understanding.tables import load_table
from knowledge.languages import LANGUAGES, Language

_HOUR_CASES = r"(?:r?etan|tan|r?etarako|r?etatik)"
"""Hours are plural in Basque: "10etan" is an hour, "10ean" is a day; only one o'clock is "ordu batean"."""
_LEAST_WORD_ALONE = 10
"""A word alone after an article is a day from ten up: "the first", "el segundo" choose, or are other words."""
_DIGIT_TAILS = r"(?:[ºªao]|st|nd|rd|th|er|eme|e|r|n|t|h)?"


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The compiled phrases and the value of each word."""

    language: Language
    dates: PhraseBook
    not_dates: PhraseBook
    times: PhraseBook
    parts: PhraseBook
    values: Mapping[str, Mapping[str, int]]
    endings: tuple[str, ...]

    def value(self, kind: str, word: str) -> int | None:
        """The number behind a word of that kind, whatever case ending it carries."""
        table = self.values[kind]
        if digits := re.match(r"\d+", word):
            return int(digits.group())
        word = re.sub(r"[^\w]+", " ", word)
        if word in table:
            return table[word]
        for ending in self.endings:
            stem = word.removesuffix(ending)
            for candidate in (stem, stem.removesuffix("r")):
                if candidate in table:
                    return table[candidate]
        return None

    def find(self, folded: Folded) -> list[Hit]:
        """Date phrases that are not excepted, longest first."""
        exceptions = self.not_dates.find(folded)
        hits = [
            hit
            for hit in self.dates.find(folded)
            if not any(other.start <= hit.start and hit.end <= other.end for other in exceptions)
        ]
        return sorted(hits, key=lambda hit: (-(hit.end - hit.start), hit.start))


def load_grammar(language: Language, *, short: bool = True) -> DateGrammar:
    """The grammar of a language; without ``short``, abbreviations ("mon", "set") are no dates."""
    table = load_table(f"dates/{language}")
    endings = tuple(sorted((str(one) for one in table.get("endings", [])), key=len, reverse=True))
    values, names = _values(table, short=short), _values(table, short=False)
    groups = _groups(values, names, endings, {fold(str(word)).text for word in table["articles"]})
    relative = {f"relative:{days}": phrases for days, phrases in table["relative"].items()}
    exceptions = [*table["not_relative"], *(phrase for phrase in table["parts"]["morning"] if " " in phrase)]
    return DateGrammar(
        language=language,
        dates=PhraseBook({**table["templates"], **relative}, groups),
        not_dates=PhraseBook({"": [*exceptions, *_not_days(table)]}, groups),
        times=PhraseBook(table["times"], groups),
        parts=PhraseBook({**table["parts"], "": table.get("not_parts", [])}),
        values=values,
        endings=endings,
    )


def load_grammars(*, short: bool = True) -> dict[Language, DateGrammar]:
    """All six."""
    return {language: load_grammar(language, short=short) for language in LANGUAGES}


def _not_days(table: Mapping[str, Any]) -> list[str]:
    """What follows a number that is no day in any language, after the articles of this one ("el 20 por ciento")."""
    after = [phrase for language in LANGUAGES for phrase in load_table(f"dates/{language}")["not_days"]]
    return [f"{before} {phrase}" for phrase in after for before in table["day_articles"]]


def _values(table: Mapping[str, Any], *, short: bool) -> dict[str, dict[str, int]]:
    units = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
    return {
        "weekday": _numbered(enumerate(_with_short(table, "weekdays", short))),
        "month": _numbered(enumerate(_with_short(table, "months", short), start=1)),
        "number": _numbered(table["numbers"].items()),
        "ordinal": _numbered(table["ordinals"].items()),
        "unit": _numbered((units[unit], words) for unit, words in table["units"].items()),
    }


def _with_short(table: Mapping[str, Any], name: str, short: bool) -> list[list[str]]:
    abbreviations = table[f"short_{name}"] if short else [[]] * len(table[name])
    return [[*full, *brief] for full, brief in zip(table[name], abbreviations, strict=True)]


def _numbered(pairs: Iterable[tuple[int, list[str]]]) -> dict[str, int]:
    return {re.sub(r"[^\w]+", " ", fold(str(word)).text): int(number) for number, words in pairs for word in words}


def _groups(
    values: Mapping[str, Mapping[str, int]],
    names: Mapping[str, Mapping[str, int]],
    endings: tuple[str, ...],
    articles: set[str],
) -> dict[str, str]:
    case = rf"(?:r?(?:{'|'.join(endings)}))?" if endings else ""
    numbers = values["number"]
    words = _alternatives(numbers)
    days = _alternatives(word for word in numbers if word not in articles)
    late = _alternatives(word for word, value in numbers.items() if value >= _LEAST_WORD_ALONE)
    digits = rf"\d{{1,2}}{_DIGIT_TAILS}"
    return {
        "weekday": words_group("weekday", values["weekday"], case),
        "month": words_group("month", values["month"], case + r"\.?"),
        "weekday_name": words_group("weekday", names["weekday"], case),
        "month_name": words_group("month", names["month"], case),
        "ordinal": words_group("ordinal", values["ordinal"], case),
        "unit": words_group("unit", values["unit"], case),
        "year": r"(?P<year>20\d\d|19\d\d)",
        "n": rf"(?P<n>\d{{1,3}}|{words})",
        "day": rf"(?P<day>(?:{digits}|{days}){case})",
        "day_alone": rf"(?P<day>{digits}|{late})(?!\s*[%€$])",
        "day_digits": rf"(?P<day>{digits}{case})",
        "day_suffixed": r"(?P<day>\d{1,2}(?:ean|an|erako|rako|arako))",
        "hour": rf"(?P<hour>(?:\d{{1,2}}|{words}){case})",
        "next_hour": rf"(?P<next_hour>(?:\d{{1,2}}|{words}))",
        "hour_one": r"(?P<hour>bat)(?:ean|erako|etan|etarako)",
        "hour_locative": rf"(?P<hour>(?:\d{{1,2}}|{words}){_HOUR_CASES})",
        "minute": rf"(?P<minute>\d{{1,2}}|{words})",
    }


def _alternatives(words: Iterable[str]) -> str:
    return words_group("x", words).removeprefix("(?P<x>").removesuffix(")")
