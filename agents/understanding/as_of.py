"""The day whose rules a question is about: "as of 1 March 2025", "what will the age be in 2027?"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from agents.understanding.phrases import PhraseBook, words_group
from agents.understanding.reading import SlotName, SlotValue
from agents.understanding.tables import load_table
from tools.folding import Folded, fold

_YEAR = r"(?:19|20)\d\d(?:[a-z]{1,4}|-?(?:a|an|ko|ean))?"
_BEGINS, _ENDS = (1, 1), (12, 31)


@dataclass(frozen=True, slots=True)
class AsOfReader:
    """By phrase, from ``data/as_of.yaml``, in every language always."""

    marks: PhraseBook
    years: PhraseBook
    next_year: frozenset[str]

    def read(self, folded: Folded, slots: Mapping[SlotName, SlotValue], today: date) -> date | None:
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
            said = hit.groups["when"]
            relative = today.year + (1 if self._is_next(said) else -1)
            year = int(said[:4]) if said[:4].isdigit() else relative
            if year != today.year:
                return date(year, *(_BEGINS if year > today.year else _ENDS))
        return None

    def _is_next(self, said: str) -> bool:
        return any(fold(said).text.startswith(one) for one in self.next_year)


@cache
def build_as_of_reader() -> AsOfReader:
    """From ``data/as_of.yaml``; read once."""
    table = load_table("as_of")
    stems = {key: [str(word).rstrip("*") for word in words] for key, words in table["when"].items()}
    said = words_group("when", [word for words in stems.values() for word in words], r"\w*")
    groups = {"when": said.replace("(?P<when>", rf"(?P<when>{_YEAR}|(?:", 1).replace(r")\w*", r")\w*)", 1)}
    every = {name: [str(one) for many in table[name].values() for one in many] for name in ("marks", "years")}
    return AsOfReader(
        PhraseBook({"marks": every["marks"]}),
        PhraseBook({"years": every["years"]}, groups),
        frozenset(fold(one).text for one in stems["next"]),
    )
