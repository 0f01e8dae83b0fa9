"""The sum in hand: what it asks for, what was just asked, and what was told so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tools.calculators.inputs import SumInput
from tools.reading.quantities.partial_days import PartialDay, read_partial


@dataclass(frozen=True, slots=True)
class SumInHand:
    """``asked``: the input just asked for. ``known``: told so far, as text: whole values, and days told in part.
    ``earliest``: the day on which the person was told that they may leave.
    """

    wanted: Sequence[SumInput]
    asked: str | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    earliest: date | None = None

    def spec(self, name: str) -> SumInput | None:
        """The input of that name, where the sum has it."""
        return next((spec for spec in self.wanted if spec.name == name), None)

    def day(self, name: str) -> PartialDay | None:
        """What is known of that day."""
        return read_partial(self.known.get(name, ""))

    def of_kind(self, kind: str) -> list[str]:
        """The names of the inputs of that kind, in the order to ask."""
        return [spec.name for spec in self.wanted if spec.kind == kind]


def question_key(spec: SumInput) -> str:
    """What its question is about: a base is asked for in several ways."""
    return (spec.asked or spec.name).replace("_", "-")
