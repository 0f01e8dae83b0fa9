"""Messages that name no matter of their own and lean on what was said before ("and for my sister?")."""

from dataclasses import dataclass

from agents.understanding.shared.tables import load_table
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lean:
    """Spans of the folded text that name no matter. ``person``: it is about somebody else.

    ``led``: it begins with, or points at, what was said before. ``told``: nothing in it leans but what it tells of the
    person's own situation.
    """

    spans: tuple[Span, ...]
    person: bool
    led: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class LeaningReader:
    """Phrases of ``data/leaning.yaml``, in every language always: short messages are hard to tell apart."""

    phrases: PhraseBook

    def find_lean(self, folded: Folded) -> Lean:
        """The caller decides: a message leans when nothing else in it says anything."""
        hits = self.phrases.find(folded)
        leads = [hit for hit in hits if hit.key in ("opens", "points")]
        persons = [hit for hit in hits if hit.key == "persons"]
        questions = [hit for hit in hits if hit.key in ("asks", "sides")]
        verbs = [hit for hit in hits if hit.key == "verbs"] if leads or persons else []
        spans = tuple((hit.start, hit.end) for hit in (*leads, *persons, *questions, *verbs))
        return Lean(spans, bool(persons), bool(leads))

    def without_persons(self, folded: Folded, text: str) -> str:
        """``text``, which is as long as the folded one, with spaces for whom it is about: "my husband's retirement"."""
        for hit in self.phrases.find(folded):
            if hit.key == "persons":
                text = f"{text[: hit.start]}{' ' * (hit.end - hit.start)}{text[hit.end :]}"
        return text


def build_leaning_reader() -> LeaningReader:
    """From ``data/leaning.yaml``."""
    table = load_table("leaning")
    return LeaningReader(PhraseBook({key: [str(one) for many in table[key].values() for one in many] for key in table}))
