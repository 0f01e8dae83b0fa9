"""The value of each word of a language's dates, and the groups its phrases are written with."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from knowledge.languages import Language
from tools.reading.folding import fold
from tools.reading.numbers.spelling import spelt_numbers
from tools.reading.phrases import words_group

Values = dict[str, dict[str, int]]
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_YEARS = range(20, 32)
_LAST_DAY = 31
_MINUTES = 60
_HOUR_CASES = r"(?:(?:r?e)?ta(?:n|rako|tik|ra|ko(?:a[nk]?)?))"
"""Hours are plural in Basque: "10etan" is an hour, "10ean" is a day; only one o'clock is "ordu batean"."""
_LEAST_WORD_ALONE = 10
"""A word alone after an article is a day from ten up: "the first", "el segundo" choose, or are other words."""
_DIGIT_TAILS = r"(?:[ºªao]|st|nd|rd|th|er|eme|e|r|n|t|h)?"
_NO_AMOUNT = r"(?!\s*[%€$]|[.,:/]\d)"


def word_values(language: Language, table: Mapping[str, Any], *, short: bool) -> Values:
    """The number behind each folded word, by kind; without ``short``, abbreviations are left out."""
    spelt = spelt_numbers(language)
    numbers = {word: value for word, value in spelt.items() if value <= _LAST_DAY}
    numbers |= _numbered(table["more_numbers"].items())
    return {
        "weekday": _numbered(enumerate(_with_short(table, "weekdays", short))),
        "month": _numbered(enumerate(_with_short(table, "months", short), start=1)),
        "number": numbers,
        "count": {**spelt, **numbers, **_numbered(table.get("counts", {}).items())},
        "minute": {word: value for word, value in spelt.items() if value < _MINUTES} | numbers,
        "ordinal": _numbered(table["ordinals"].items()),
        "unit": _numbered((_UNITS[unit], words) for unit, words in table["units"].items()),
        "year": {
            f"{prefix} {word}": 2000 + value
            for prefix in map(_plain, table.get("year_prefixes", []))
            for word, value in numbers.items()
            if value in _YEARS
        },
    }


def word_groups(table: Mapping[str, Any], values: Values, names: Values, endings: tuple[str, ...]) -> dict[str, str]:
    """Regex of each ``{group}``; ``names`` are the values without abbreviations."""
    case = _case(endings)
    day_case = _case(tuple(ending for ending in endings if ending not in table.get("hour_endings", ())))
    articles = {_plain(word) for word in table["articles"]}
    no_hours = {_plain(word) for word in table.get("not_hours", [])}
    numbers = values["number"]
    words = _alternatives(numbers)
    hours = _alternatives(word for word in numbers if word not in no_hours)
    bare_hours = _alternatives(word for word in numbers if word not in no_hours | articles)
    days = _alternatives(word for word in numbers if word not in articles)
    late = _alternatives(word for word, value in numbers.items() if value >= _LEAST_WORD_ALONE)
    late_minutes = [word for word, value in values["minute"].items() if value >= _LEAST_WORD_ALONE]
    months = _alternatives(word for word, value in numbers.items() if value <= 12 and word not in articles)
    ordinal = tuple(table.get("ordinal_endings", ()))
    ordinal_days = [word for word, value in numbers.items() if value > 1 and word.endswith(ordinal)]
    digits = rf"\d{{1,2}}{_DIGIT_TAILS}"
    return {
        "weekday": words_group("weekday", values["weekday"], case),
        "month": words_group("month", values["month"], case + r"\.?"),
        "weekday_name": words_group("weekday", names["weekday"], case),
        "month_name": words_group("month", names["month"], case),
        "ordinal": words_group("ordinal", values["ordinal"], case),
        "unit": words_group("unit", values["unit"], case),
        "unit_to": words_group("unit", values["unit"], "e?ra"),
        "unit_many": words_group("unit", [word for word in values["unit"] if word.endswith("s")], case),
        "year": rf"(?P<year>20\d\d|1[89]\d\d{_or(values['year'])}){case}",
        "year_short": r"(?P<year_short>\d\d)(?![.,:/]\d)",
        "month_number": rf"(?P<month_number>1[0-2]|0?[1-9]|{months}){_NO_AMOUNT}",
        "n": rf"(?P<n>\d{{1,3}}|{_alternatives(values['count'])})",
        "day": rf"(?P<day>(?:{digits}|{days}){day_case})",
        "day_alone": rf"(?P<day>{digits}|{late}){_NO_AMOUNT}",
        "day_bare": rf"(?<!\d[.,:/-])(?P<day>(?:{digits}|{days}){day_case}){_NO_AMOUNT}",
        "day_digits": rf"(?<!\d[.,:/-])(?P<day>{digits}{day_case})",
        "day_ordinal": rf"(?P<day>\d{{1,2}}(?:{'|'.join(ordinal)})|{_alternatives(ordinal_days)})",
        "day_suffixed": r"(?<!\d[.,:/-])(?P<day>\d{1,2}(?:ean|an|erako|rako|arako|ra|era|e?koan|e?koa|koarekin))",
        "day_suffixed_own": r"(?<!\d[.,:/-])(?P<day>\d{1,2}(?:a|ari|ko|eko|tik|etik))",
        "hour": rf"(?P<hour>(?:\d{{1,2}}(?:\s?[ap]m)?|{hours}){case}){_NO_AMOUNT}",
        "hour_absolute": rf"(?P<hour>(?:\d{{1,2}}|{hours})(?:r?ak|ek)?)",
        "hour_bare": rf"(?<!\d[.,:/-])(?P<hour>(?:\d{{1,2}}|{bare_hours}){case}){_NO_AMOUNT}",
        "next_hour": rf"(?P<next_hour>(?:\d{{1,2}}|{words})){_NO_AMOUNT}",
        "hour_unha": r"(?P<hour>unha)",
        "hour_one": r"(?P<hour>bat)(?:ean|erako|etan|etarako)",
        "hour_locative": rf"(?P<hour>(?:\d{{1,2}}|{words}){_HOUR_CASES})",
        "minute": rf"(?<!\d[.,:/-])(?P<minute>(?:\d{{1,2}}|{_alternatives(values['minute'])}){case})",
        "minute_two": rf"(?P<minute>[1-5]\d|{_alternatives(late_minutes)}){_NO_AMOUNT}",
    }


def plain_word(word: str) -> str:
    """As the keys of the values are written."""
    return re.sub(r"[^\w]+", " ", word)


def _plain(word: object) -> str:
    return plain_word(fold(str(word)).text)


def _with_short(table: Mapping[str, Any], name: str, short: bool) -> list[list[str]]:
    abbreviations = table[f"short_{name}"] if short else [[]] * len(table[name])
    return [[*full, *brief] for full, brief in zip(table[name], abbreviations, strict=True)]


def _numbered(pairs: Iterable[tuple[int, list[str]]]) -> dict[str, int]:
    return {_plain(word): int(number) for number, words in pairs for word in words}


def _alternatives(words: Iterable[str]) -> str:
    return words_group("x", words).removeprefix("(?P<x>").removesuffix(")")


def _case(endings: tuple[str, ...]) -> str:
    return rf"(?:r?(?:{'|'.join(endings)}))?" if endings else ""


def _or(words: Iterable[str]) -> str:
    alternatives = _alternatives(words)
    return f"|{alternatives}" if alternatives else ""
