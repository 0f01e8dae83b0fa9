"""The words of an administration for what its sums ask for, compiled from ``understanding/sum_words.yaml``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agents.understanding.shared.tables import load_own_table
from knowledge.administration import Administration
from knowledge.languages import LANGUAGES, Language
from tools.places.table import load_provinces
from tools.reading.folding import fold
from tools.reading.numbers.spelling import spelt_numbers
from tools.reading.phrases import PhraseBook
from tools.reading.quantities.marked import MARK

_NAMED = {"n": "n", "span": "s", "age": "ns", "day": "d", "until": "d", "any": "nsd"}
_FIRST_OF = re.compile(r"\(([^()\[\]]+)\) (.*~.*)")
_WORD = re.compile(r"\w+")
_SMALL = 10


@dataclass(frozen=True, slots=True)
class ToldWords:
    """Phrases by language are joined, but for denials: short messages are hard to tell apart.

    ``fits``: the cues that tell an input, the best first, by the key of its question. ``figures`` are found by cue;
    ``choices`` by option, a book an input; ``values`` by value, a book the key of a question. ``by_word``: those that
    no amount without a word answers, unless they were asked. ``base``: words for a base, wherever its amount is.
    ``households``: who lives in one; ``joining``: what may stand between a child and an age.
    """

    fits: Mapping[str, tuple[str, ...]]
    figures: PhraseBook
    denied: Mapping[Language, PhraseBook]
    frames: PhraseBook
    states: PhraseBook
    corrects: PhraseBook
    answers: PhraseBook
    choices: Mapping[str, PhraseBook]
    values: Mapping[str, PhraseBook]
    by_word: frozenset[str]
    base: PhraseBook
    answers_no: Mapping[str, str]
    provinces: PhraseBook
    households: PhraseBook
    joining: frozenset[str]


def load_told_words(administration: Administration) -> ToldWords:
    """An administration without the table has no words, and then nothing is read. Raises ContentError."""
    table = load_own_table(administration, "sum_words")
    named = {name: rf"(?P<{name}>{MARK}[{kinds}]\d+)" for name, kinds in _NAMED.items()}
    plain = {"n": rf"(?:{MARK}n\d+|{_small_numbers()})", "span": rf"{MARK}s\d+", "day": rf"{MARK}d\d+"}
    counts = {"count": rf"(?P<count>{MARK}n\d+|{_small_numbers()})"}
    return ToldWords(
        fits={key: tuple(cues) for key, cues in table.get("fits", {}).items()},
        figures=PhraseBook({key: _every(said) for key, said in table.get("figures", {}).items()}, named),
        denied={language: _denied(table.get("denied", {}), language, named) for language in LANGUAGES},
        frames=PhraseBook({"": _every(table.get("frames", {}))}, named),
        states=PhraseBook({"": _every(table.get("states", {}))}, named),
        corrects=PhraseBook({"": _every(table.get("corrects", {}))}),
        answers=PhraseBook({answer: _every(table.get(answer, {})) for answer in ("yes", "no")}),
        choices={name: PhraseBook(_options(options), plain) for name, options in table.get("choices", {}).items()},
        values={key: PhraseBook(_options(values), plain) for key, values in table.get("values", {}).items()},
        by_word=frozenset(table.get("by_word", ())),
        base=PhraseBook({"": _every(table.get("base_words", {}))}),
        answers_no=table.get("answers_no", {}),
        provinces=PhraseBook(_provinces()),
        households=PhraseBook(_options(table.get("households", {})), counts),
        joining=frozenset(fold(word).text for word in _every(table.get("joining", {}))),
    )


def _provinces() -> dict[str, list[str]]:
    """Every name of each province, by its INE code."""
    return {
        code: sorted({" ".join(_WORD.findall(name)) for name in (province.name, *province.names.values())})
        for code, province in load_provinces().items()
    }


def _options(options: Mapping[str, Any]) -> dict[str, list[str]]:
    return {option: _every(said) for option, said in options.items()}


def _denied(phrases: Mapping[str, list[str]], language: Language, named: Mapping[str, str]) -> PhraseBook:
    """Of one language: the "no" of Spanish is "in the" of Galician."""
    return PhraseBook({"": phrases.get(language, [])}, named)


def _every(by_language: Mapping[str, Iterable[str]]) -> list[str]:
    return [one for phrases in by_language.values() for phrase in phrases for one in _apart(str(phrase))]


def _apart(phrase: str) -> list[str]:
    """A phrase for each of its first words where others may follow: of "carta, llegó el 12", the second counts too."""
    match = _FIRST_OF.fullmatch(phrase)
    return [f"{word} {match[2]}" for word in match[1].split("|")] if match else [phrase]


def _small_numbers() -> str:
    words = {word for language in LANGUAGES for word, value in spelt_numbers(language).items() if value < _SMALL}
    return "|".join(sorted(words, key=len, reverse=True))
