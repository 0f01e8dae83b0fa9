"""The day whose rules a question is about: "as of 1 March 2025", "what will the age be in 2027?"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from agents.understanding.shared.tables import load_table
from knowledge.languages import LANGUAGES, Language
from knowledge.words.sentences import SENTENCE_MARKS, sentence_gaps
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook, PhraseHit, words_group
from tools.reading.slots import SlotName, SlotValue

_YEAR = r"(?P<year>(?:19|20)\d\d)(?:-?(?:e?an|e?ko))?"
_BEGINS, _ENDS = (1, 1), (12, 31)
_STOPS = f"{SENTENCE_MARKS};:"
_OPENS = re.compile(r"(?:\A|[.;:!?…¿]\s*|\n)[^\w]*(?:\w+,\s*)?(?:(?:y|e|i|eta|and|et|pero|baina|but|mais)\s+)?\Z")
"""Characters before the first words of a sentence: a greeting or a conjunction at most."""


@dataclass(frozen=True, slots=True)
class AsOfReader:
    """By phrase, from ``data/as_of.yaml``, in every language always."""

    marks: PhraseBook
    years: PhraseBook
    breaks: PhraseBook

    def parse_as_of(self, folded: Folded, slots: Mapping[SlotName, SlotValue], today: date) -> date | None:
        """None when it is about today. A year past is seen from its last day, one to come from its first."""
        day = self._marked(folded, slots) or self._year(folded, today)
        return day if day != today else None

    def _marked(self, folded: Folded, slots: Mapping[SlotName, SlotValue]) -> date | None:
        """A date that "as of", "in force on"… speak of."""
        found = slots.get("date_past") or slots.get("date")
        if found is None or not self.marks.find(folded):
            return None
        return date.fromisoformat(found.value)

    def _year(self, folded: Folded, today: date) -> date | None:
        for hit in self.years.find(folded):
            year = self._said(hit, today)
            if year != today.year and self._is_of_rules(folded, hit):
                return date(year, *(_BEGINS if year > today.year else _ENDS))
        return None

    def _said(self, hit: PhraseHit, today: date) -> int:
        if figures := hit.groups.get("year"):
            return int(figures)
        return today.year + (1 if "next" in hit.groups else -1)

    def _is_of_rules(self, folded: Folded, hit: PhraseHit) -> bool:
        """Not "at what age, if I was born in 1962?", nor "I was a miner in 1966, at what age can I retire?"."""
        if hit.key == "opening" and not _OPENS.search(folded.text[: hit.start]):
            return False
        inside = any(hit.start < other.start and other.end < hit.end for other in self.breaks.find(folded))
        return not inside and not any(sentence_gaps(folded.text[hit.start : hit.end], _STOPS))


@cache
def build_as_of_reader() -> AsOfReader:
    """From ``data/as_of.yaml``; read once."""
    table = load_table("as_of")
    groups = {key: words_group(key, [str(word).rstrip("*") for word in table[key]], r"\w*") for key in ("last", "next")}
    every = {name: [str(one) for many in table[name].values() for one in many] for name in ("marks", "breaks")}
    phrases = [phrase for language in LANGUAGES for phrase in _phrases(table, language)]
    years = {key: [text for known, text in phrases if known == key] for key in ("asked", "opening")}
    return AsOfReader(
        PhraseBook({"marks": every["marks"]}),
        PhraseBook(years, groups | {"year": _YEAR}),
        PhraseBook({"breaks": every["breaks"]}),
    )


def _phrases(table: Mapping[str, Mapping[Language, str]], language: Language) -> Iterator[tuple[str, str]]:
    asks, tells, rules, changes = ("|".join(table[key][language]) for key in ("asks", "tells", "rules", "changes"))
    when = f"({table['at'][language]} {{year}}|{{last}}|{{next}})"
    yield "asked", f"({asks}) ~ ({tells}) ~ ~ {when}"
    yield "asked", f"({rules}|{changes}) ~ {when}"
    yield "opening", f"{when} ~ ({asks}|{rules}|{changes})"
