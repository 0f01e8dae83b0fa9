"""Reads what people tell for a sum of their own, in pieces over several messages, as inputs of the sum.

One door, ``ToldReader.read_told``. It returns only what this message tells, each value as text that
``tools.calculators.inputs.read_input`` takes: "1650.50", "2026-11-12", "38y6m", an option. A day told in part comes as
"1964-03-??" or "????-03-19", merged with the part known before; so does an age to leave at while the birth is not known
("????-??-??@768", in months), which becomes the day once it is: give back in ``known`` what was returned, and ask on
while ``is_partial`` holds. What may be two inputs and no word tells which is left out: nothing is guessed.

Figures are numbered first (``tools.reading.quantities.marked``); then the words beside each tell what it is, by phrases
of the administration (``understanding/sum_words.yaml``); what has no such words is what was asked for, or what only one
input can be.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand
from agents.understanding.sums.told_births import read_birth
from agents.understanding.sums.told_careers import read_career
from agents.understanding.sums.told_choices import read_choices, read_values
from agents.understanding.sums.told_dates import read_dates
from agents.understanding.sums.told_households import read_household
from agents.understanding.sums.told_instead import read_instead
from agents.understanding.sums.told_money import read_money
from agents.understanding.sums.told_more import More, read_more
from agents.understanding.sums.told_spans import read_leave_days, read_spans
from agents.understanding.sums.told_wages import read_wages
from agents.understanding.sums.told_words import ToldWords, load_told_words
from knowledge.administration import Administration
from knowledge.languages import Language
from tools.calculators.inputs import SumInput, read_input
from tools.errors import BadSumInput
from tools.reading.dates.grammar import DateGrammar, load_grammars
from tools.reading.folding import Folded
from tools.reading.quantities.marked import mark
from tools.reading.quantities.partial_days import is_partial

_LONGEST = 2000
"""Signs of a message that are read: nobody tells figures in more."""
_OTHERWISE = ("ahead", "delay")
"""Other ways to tell a day."""


@dataclass(frozen=True, slots=True)
class ToldForSum:
    """What a message tells for a sum. ``more``: in place of some of it, what the sum is wanted of as well."""

    values: dict[str, str]
    more: More = ()


@dataclass(frozen=True, slots=True)
class ToldReader:
    """Reads messages by the words of an administration."""

    words: ToldWords
    grammars: Mapping[Language, DateGrammar]

    def read_told(self, folded: Folded, language: Language, today: date, hand: SumInHand) -> dict[str, str]:
        """What this message tells, new or corrected, by the name of the input. Never raises."""
        return self.read_for_all(folded, language, today, {"": hand})[""].values

    def read_for_all(
        self, folded: Folded, language: Language, today: date, hands: Mapping[str, SumInHand]
    ) -> dict[str, ToldForSum]:
        """The same for several sums, by their names. Never raises."""
        if len(folded.text) > _LONGEST:
            return {name: ToldForSum({}) for name in hands}
        marked = mark(folded, language, self.grammars, today)
        return {name: self._read(Cues(marked, self.words, hand, language), hand, today) for name, hand in hands.items()}

    def _read(self, cues: Cues, hand: SumInHand, today: date) -> ToldForSum:
        birth = read_birth(cues, hand, today) if hand.spec("born") else None
        told = {"born": birth.text} if birth else {}
        told |= read_dates(cues, hand, birth or hand.day("born"), today)
        told |= read_wages(read_money(cues, hand, self.words), cues, hand)
        told |= read_choices(cues, hand, self.words)
        told |= read_leave_days(cues, hand, beside=bool(told))
        told |= read_spans(cues, hand)
        told |= read_career(cues, hand, told, today) if hand.spec("contributed") else {}
        told = {**read_values(cues, hand, self.words, today), **told, **read_household(cues, hand, self.words)}
        told = _put_right(told, read_instead(cues, hand, today))
        told, more = read_more(cues, hand, told, today)
        values = {name: text for name, text in told.items() if _taken(hand.spec(name), text, today)}
        taken = (one for one in more if all(_taken(hand.spec(name), text, today) for name, text in one.items()))
        return ToldForSum(values, tuple(taken) if values else ())


def build_told_reader(
    administration: Administration, grammars: Mapping[Language, DateGrammar] | None = None
) -> ToldReader:
    """With the grammars of dates that others load too. Raises ContentError."""
    return ToldReader(load_told_words(administration), grammars or load_grammars())


def _put_right(told: dict[str, str], instead: dict[str, str]) -> dict[str, str]:
    """What takes the place of something else is nothing besides: a day moved by a year is no year ahead."""
    dropped = {*_OTHERWISE, *(name for name, text in told.items() if _is_year_of(text, instead))} if instead else set()
    return {**{name: text for name, text in told.items() if name not in dropped}, **instead}


def _is_year_of(text: str, days: Mapping[str, str]) -> bool:
    """Whether an amount is the year of one of those days."""
    return any(text == f"{day[:4]}.00" for day in days.values())


def _taken(spec: SumInput | None, text: str, today: date) -> bool:
    """Whether the sum takes it, now or once the rest of a day is told."""
    if spec is None:
        return False
    if is_partial(text):
        return spec.kind == "date"
    try:
        read_input(spec, text, today)
    except BadSumInput:
        return False
    return True
