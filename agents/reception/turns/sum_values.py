"""What a conversation has told for sums: each value under what it is asked by, for several sums may need it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from agents.answers.sums import Sums
from agents.reception.turns.state import State
from agents.understanding.sums.hand import SumInHand
from agents.understanding.sums.told_inputs import ToldReader
from knowledge.languages import Language
from tools.calculators.inputs import SumInput
from tools.reading.folding import fold

_OTHER = "other "
"""Before the keys of what was told of somebody else."""
_RIVALS = (
    frozenset({"leaving", "ahead"}), frozenset({"base", "monthly_base"}), frozenset({"base", "pension"}),
    frozenset({"days", "last_day"}),
)  # fmt: skip
"""Inputs of which the one told last counts."""


@dataclass(frozen=True, slots=True)
class SumsSoFar:
    """``known``: what was told; ``name`` and ``asked``: the sum under way and the input that was asked for."""

    known: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class SumValues:
    """Reads the values that messages tell for sums, in one language, as of a day."""

    sums: Sums
    reader: ToldReader
    language: Language
    today: date

    def told_now(self, text: str, so_far: SumsSoFar) -> dict[str, dict[str, str]]:
        """The values that a message tells, for each sum that it tells any for."""
        found = {name: self._read(text, name, so_far) for name in self.sums.names}
        return {name: told for name, told in found.items() if told}

    def told_before(self, name: str, messages: Sequence[str]) -> dict[str, str]:
        """The values for a sum that messages told before it was asked for."""
        told: dict[str, str] = {}
        specs = self.sums.inputs(name, self.today)
        for text in messages:
            told |= self._read(text, name, SumsSoFar(by_question(told, specs)))
        return told

    def _read(self, text: str, name: str, so_far: SumsSoFar) -> dict[str, str]:
        specs = self.sums.inputs(name, self.today)
        asked = so_far.asked if name == so_far.name else ""
        hand = SumInHand(specs, asked or None, for_sum(so_far.known, specs))
        return self.reader.read_told(fold(text), self.language, self.today, hand)


def for_sum(known: Mapping[str, str], specs: Iterable[SumInput]) -> dict[str, str]:
    """What was told, by the names of a sum's inputs."""
    return {spec.name: known[spec.question] for spec in specs if spec.question in known}


def by_question(told: Mapping[str, str], specs: Iterable[SumInput]) -> dict[str, str]:
    """What was told, as it is remembered."""
    return {spec.question: told[spec.name] for spec in specs if spec.name in told}


def of_person(state: State) -> dict[str, str]:
    """What was told of the person that the conversation is about: the citizen or somebody else."""
    mark = _mark(state)
    told = state.get("told_for_sums") or {}
    return {key.removeprefix(_OTHER): text for key, text in told.items() if key.startswith(_OTHER) == bool(mark)}


def remembered(state: State, told: Mapping[str, str]) -> dict[str, str]:
    """What the conversation keeps: ``told`` in place of what was told of the same person."""
    mark = _mark(state)
    others = {
        key: text for key, text in (state.get("told_for_sums") or {}).items() if key.startswith(_OTHER) != bool(mark)
    }
    return {**others, **{f"{mark}{key}": text for key, text in {**of_person(state), **told}.items()}}


def replaced_by(names: Collection[str]) -> set[str]:
    """Inputs that say the same in another way as those told now."""
    return {one for rivals in _RIVALS if rivals & set(names) for one in rivals - set(names)}


def _mark(state: State) -> str:
    return _OTHER if state.get("for_other") else ""
