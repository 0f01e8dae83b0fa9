"""What a conversation has told for sums: each value under what it is asked by, for several sums may need it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from agents.answers.sums import Sums
from agents.phrases.phrases import plain_words
from agents.reception.turns.state import State
from agents.understanding.sums.hand import SumInHand
from agents.understanding.sums.told_inputs import ToldForSum, ToldReader
from knowledge.languages import VARIANTS, Language
from tools.calculators.inputs import SumInput
from tools.reading.folding import fold

_OTHER = "other "
"""Before the keys of what was told of somebody else."""
COUNTED = frozenset({"children", "ages"})
"""Inputs that only count those who live with somebody: "and if I had a daughter?" is asked for oneself still."""
HOUSEHOLD = COUNTED | {"adults", "people"}
"""Those and how many they are: "two, but she is no family"."""
_DROPS: Mapping[str, frozenset[str]] = {
    "leaving": frozenset({"ahead", "delay"}), "ahead": frozenset({"leaving", "delay"}),
    "delay": frozenset({"leaving", "ahead"}), "contributed": frozenset({"until"}),
    "base": frozenset({"monthly_base", "wage", "pension"}), "pension": frozenset({"base"}),
    "monthly_base": frozenset({"base"}), "wage": frozenset({"base"}),
    "days": frozenset({"last_day", "month", "after_contract"}), "month": frozenset({"after_contract"}),
    "last_day": frozenset({"days", "month", "after_contract"}),
    "adults": frozenset({"people"}), "people": frozenset({"adults"}), "children": frozenset({"ages"}),
    "ages": frozenset({"children"}),
    "income": frozenset({"revenue", "expenses"}), "revenue": frozenset({"income", "deduction"}),
}  # fmt: skip
"""What an input told now takes the place of: of two ways to say the same, the one told last counts."""


@dataclass(frozen=True, slots=True)
class SumsSoFar:
    """``known``: what was told; ``name`` and ``asked``: the sum under way and what was asked for; ``came_to``:
    whether an amount is about one that the sum made last came to; ``earliest``: the day on which they may retire, as
    they were told.
    """

    known: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    asked: str = ""
    came_to: Callable[[str], bool] = lambda _: False
    earliest: date | None = None


@dataclass(frozen=True, slots=True)
class SumValues:
    """Reads the values that messages tell for sums, in one language, as of a day."""

    sums: Sums
    reader: ToldReader
    language: Language
    today: date

    def told_now(self, text: str, so_far: SumsSoFar) -> dict[str, ToldForSum]:
        """What a message tells, for each sum that it tells anything for."""
        if pressed := self._pressed(text, so_far):
            return {so_far.name: ToldForSum(pressed)}
        hands = {name: self._hand(name, so_far) for name in self.sums.names}
        found = self.reader.read_for_all(fold(text), self.language, self.today, hands)
        if "?" in text:
            found = {name: self._without_results(name, told, so_far) for name, told in found.items()}
        return {name: told for name, told in found.items() if told.values}

    def _without_results(self, name: str, told: ToldForSum, so_far: SumsSoFar) -> ToldForSum:
        """Without the amounts that a question repeats from what a sum came to: "some 780 then?" tells none."""
        money = {spec.name for spec in self.sums.inputs(name, self.today) if spec.kind == "money"} - {so_far.asked}
        kept = {key: text for key, text in told.values.items() if key not in money or not so_far.came_to(text)}
        return ToldForSum(kept, told.more)

    def _pressed(self, text: str, so_far: SumsSoFar) -> dict[str, str]:
        """The option whose button was pressed, in any variety: its words come back as they are."""
        if so_far.name not in self.sums.names:
            return {}
        spoken = (None, *(one for one, language in VARIANTS.items() if language == self.language))
        named = {
            plain_words(name): option
            for spec in self.sums.inputs(so_far.name, self.today)
            if spec.name == so_far.asked
            for variety in spoken
            for option, name in self.sums.words.in_variety(variety).options(spec, self.language).items()
        }
        option = named.get(plain_words(text))
        return {so_far.asked: option} if option else {}

    def _hand(self, name: str, so_far: SumsSoFar) -> SumInHand:
        specs = self.sums.inputs(name, self.today)
        asked = so_far.asked if name == so_far.name else ""
        return SumInHand(specs, asked or None, for_sum(so_far.known, specs), so_far.earliest)


def for_sum(known: Mapping[str, str], specs: Iterable[SumInput]) -> dict[str, str]:
    """What was told, by the names of a sum's inputs."""
    return {spec.name: known[spec.question] for spec in specs if spec.question in known}


def of_person(state: State) -> dict[str, str]:
    """What was told of the person that the conversation is about: the citizen or somebody else."""
    mark = _mark(state)
    told = state.get("told_for_sums") or {}
    return {key.removeprefix(_OTHER): text for key, text in told.items() if key.startswith(_OTHER) == bool(mark)}


def remembered(state: State, told: Mapping[str, Mapping[str, str]], sums: Sums, today: date) -> dict[str, str]:
    """What the conversation keeps once a message has told values for some sums, the likeliest last: they take the place
    of what was told of the same person in this way or another. What the likeliest asks for is as it reads it.
    """
    mine, last = of_person(state), ("", *told)[-1]
    read_by_last = {spec.question for spec in sums.inputs(last, today)} if last else set()
    for name, values in told.items():
        specs = {spec.name: spec.question for spec in sums.inputs(name, today)}
        if name != last:
            values = {key: text for key, text in values.items() if specs[key] not in read_by_last}
        for dropped in replaced_by(values.keys()) & specs.keys():
            mine.pop(specs[dropped], None)
        mine |= {specs[key]: text for key, text in values.items() if key in specs}
    return with_person(state, mine)


def with_person(state: State, mine: Mapping[str, str]) -> dict[str, str]:
    """What is kept, with this of the person that the conversation is about."""
    mark = _mark(state)
    kept = state.get("told_for_sums") or {}
    others = {key: text for key, text in kept.items() if key.startswith(_OTHER) != bool(mark)}
    return {**others, **{f"{mark}{key}": text for key, text in mine.items()}}


def replaced_by(names: Collection[str]) -> set[str]:
    """Inputs that say the same in another way as those told now."""
    return {one for name in names for one in _DROPS.get(name, ())} - set(names)


def _mark(state: State) -> str:
    return _OTHER if state.get("for_other") else ""
