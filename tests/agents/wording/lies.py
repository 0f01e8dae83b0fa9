"""Lies told of approved lines: each maker gives outputs in which something is wrong that a reader could see."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import yaml

from knowledge.languages import LANGUAGES, Language
from tools.reading.numbers.spelling import spelt_numbers
from tools.reading.tables import load_table

Lines = Mapping[Language, str]
Lie = Callable[[Lines, Language, random.Random], Iterator[str]]

APPENDED = yaml.safe_load((Path(__file__).parent / "lies.yaml").read_text(encoding="utf-8"))


def appended(kind: str) -> Lie:
    def lie(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
        told = APPENDED[kind]
        more = chance.choice(told[language] if isinstance(told, dict) else told)
        yield f"{lines[language]} {more}" if chance.random() < 0.7 else f"{more} {lines[language]}"

    return lie


def wrong_digits(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
    for match in re.finditer(r"\d+", lines[language]):
        other = str(int(match[0]) + chance.choice((1, 2, 9, 10)))
        yield lines[language][: match.start()] + other + lines[language][match.end() :]


def wrong_words(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
    """Figures and dates in words."""
    spelt = [word for word, value in spelt_numbers(language).items() if value > 2 and " " not in word]
    yield from _replaced(lines[language], [word for word in spelt if len(word) > 3], chance, spelt)
    months = [word for names in load_table("tools.reading.dates", language)["months"] for word in _each(names)]
    yield from _replaced(lines[language], months, chance, months)
    yield from _replaced(
        lines[language], [str(value) for value in range(3, 31)], chance, spelt, other=_values(language)
    )


def swapped_figures(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
    found = list(re.finditer(r"\d+", lines[language]))
    for first, second in pairwise(found):
        if int(first[0]) != int(second[0]):
            text = lines[language]
            yield (
                text[: first.start()] + second[0] + text[first.end() : second.start()] + first[0] + text[second.end() :]
            )


def other_language(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
    yield lines[chance.choice([other for other in LANGUAGES if other != language])]


def unit_changed(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
    units = load_table("agents.wording", language)["units"]
    for kind in ("day", "week", "month", "year", "hour", "euro"):
        others = [word for other in ("day", "week", "month", "year") if other != kind for word in units[other]]
        yield from _replaced(lines[language], units[kind], chance, others)


def turned(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
    """A "not", "or", "only", "if", "must" … dropped, or made another."""
    table = load_table("agents.wording", language)["operators"]
    for kind in ("not", "or", "only", "except", "at_least", "at_most", "before", "after", "until", "must", "may"):
        joins = {"es": "y", "ca": "i", "gl": "e", "eu": "eta", "en": "and", "fr": "et"}
        to = {"or": [joins[language]], "must": table["may"], "may": table["must"], "before": table["after"]}
        yield from _replaced(lines[language], table.get(kind, []), chance, to.get(kind, [""]))


def denied(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
    """A "not" put before a verb."""
    table = load_table("agents.wording", language)["operators"]
    no = {"es": "no", "ca": "no", "gl": "non", "eu": "ez", "en": "not", "fr": "ne pas"}[language]
    yield from _replaced(lines[language], table["may"], chance, [f"{no} {word}" for word in table["may"]])


def another_answer(lines: Lines, language: Language, chance: random.Random) -> Iterator[str]:
    """Half of the line, and nothing of the rest."""
    words = lines[language].split()
    if len(words) > 15:
        yield " ".join(words[: len(words) // 3]) + "."


LIES: Mapping[str, Lie] = {
    **{kind: appended(kind) for kind in APPENDED},
    "digits": wrong_digits,
    "words": wrong_words,
    "swapped": swapped_figures,
    "language": other_language,
    "unit": unit_changed,
    "turned": turned,
    "denied": denied,
    "half": another_answer,
}


def told_falsely(lines: Lines, language: Language, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Every lie that can be told of a line, by kind."""
    for kind, lie in LIES.items():
        for said in lie(lines, language, chance):
            if said.strip() != lines[language]:
                yield kind, said


def _replaced(
    text: str, words: list[str], chance: random.Random, by: list[str], other: Mapping[str, int] | None = None
) -> Iterator[str]:
    for word in words:
        match = re.search(rf"(?<![\w-]){re.escape(str(word))}(?![\w-])", text)
        options = [one for one in by if one != word and (other is None or other[one] != int(word))]
        if match and options:
            said = text[: match.start()] + str(chance.choice(options)) + text[match.end() :]
            yield re.sub(r"  +", " ", said)


def _values(language: Language) -> Mapping[str, int]:
    return spelt_numbers(language)


def _each(names: list[str] | str) -> list[str]:
    return names if isinstance(names, list) else [names]
