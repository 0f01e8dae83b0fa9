"""Finds the words of a day or an hour that nothing understood: they are asked back, never dropped."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import OSA

from agents.understanding.shared.tables import load_table
from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.grammar import DateGrammar
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook
from tools.reading.slots import SlotName, SlotValue

_READ: tuple[SlotName, ...] = (
    "date", "date_to", "date_or", "date_not", "date_past", "time", "time_from", "time_to", "time_not", "part_of_day",
    "municipality", "province", "name", "email",
)  # fmt: skip
_ANSWERS: frozenset[SlotName] = frozenset(
    {"date", "date_not", "date_past", "time", "time_from", "time_to", "time_not", "part_of_day", "move", "option"}
)
_LEAST_LETTERS = 5
"""Letters of a word that may be a misspelt weekday or month: shorter ones are too like others."""
_MOST_MISTAKES = 1
_MONTH_PLACE = re.compile(r"(?:\A|\d\w{0,2}|\b(?:de|d'|of|en|in|do|el|al|per|pour|para|for|early|late))\s*\Z")
"""What a month follows: the number of a day, or a word that leads it; "I start at 9 | entro" is no January."""


@dataclass(frozen=True, slots=True)
class UnreadWhen:
    """``named``: words that are always a day or a season; ``asked``: those that are one where a day was asked for.

    ``names``: weekdays and months, by language; ``weekdays``: which day each is; ``ordinary``: words of each language
    that are no misspelt name; ``numbers``: its numbers in words.
    """

    named: Mapping[Language, PhraseBook]
    asked: Mapping[Language, PhraseBook]
    names: Mapping[Language, frozenset[str]]
    weekdays: Mapping[Language, Mapping[str, int]]
    ordinary: Mapping[Language, frozenset[str]]
    numbers: Mapping[Language, frozenset[str]]

    def find_unread(
        self, folded: Folded, language: Language, slots: Mapping[SlotName, SlotValue], *, asked: bool
    ) -> SlotValue | None:
        """The first such words outside what was read; a question asks something else."""
        read = [(slots[name].start, slots[name].end) for name in _READ if name in slots]
        found = [*self._misspelt(folded, language, slots.get("date")), *_spans(self.named[language], folded)]
        if asked and slots.keys().isdisjoint(_ANSWERS) and "?" not in folded.text:
            found += [
                span for span in _spans(self.asked[language], folded) if not self._counted(span, folded, language)
            ]
        for start, end in sorted(folded.span(*span) for span in found):
            if not any(start < after and before < end for before, after in read):
                text = folded.source[start:end]
                return SlotValue(text, text, start, end, 0.5)
        return None

    def _counted(self, span: tuple[int, int], folded: Folded, language: Language) -> bool:
        """Whether an amount of them is said: "two hours on the bus"."""
        before = folded.text[: span[0]].split()[-1:]
        return bool(before) and (before[0].isdecimal() or before[0] in self.numbers[language])

    def _misspelt(self, folded: Folded, language: Language, day: SlotValue | None) -> Iterable[tuple[int, int]]:
        """Without the weekday of the day that is read ("wenesday 9"), and what stands where no month would."""
        names, ordinary = self.names[language], self.ordinary[language]
        weekday = date.fromisoformat(day.value).weekday() if day else None
        for word in re.finditer(r"[^\W\d_]+", folded.text):
            if len(word[0]) < _LEAST_LETTERS or word[0] in names or word[0] in ordinary:
                continue
            meant = {one for one in names if OSA.distance(word[0], one, score_cutoff=_MOST_MISTAKES) <= _MOST_MISTAKES}
            days = {one: self.weekdays[language][one] for one in meant if one in self.weekdays[language]}
            if meant and (days or _MONTH_PLACE.search(folded.text[: word.start()])) and weekday not in days.values():
                yield word.span()


def _spans(book: PhraseBook, folded: Folded) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in book.find(folded)]


def build_unread_when(
    grammars: Mapping[Language, DateGrammar], ordinary: Mapping[Language, frozenset[str]]
) -> UnreadWhen:
    """From ``data/time_words.yaml`` and the names of days and months in the grammars."""
    table = load_table("time_words")
    return UnreadWhen(
        named={language: PhraseBook({"": table[language]["named"]}) for language in LANGUAGES},
        asked={language: PhraseBook({"": table[language]["asked"]}) for language in LANGUAGES},
        names={language: _names(grammars[language]) for language in LANGUAGES},
        weekdays={language: grammars[language].values["weekday"] for language in LANGUAGES},
        ordinary=ordinary,
        numbers={language: frozenset(grammars[language].values["number"]) for language in LANGUAGES},
    )


def _names(grammar: DateGrammar) -> frozenset[str]:
    return frozenset(
        word for kind in ("weekday", "month") for word in grammar.values[kind] if len(word) >= _LEAST_LETTERS
    )
