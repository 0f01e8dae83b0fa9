"""What a call tells of the numbers dictated in it, once all that was said is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from speech.calls.record import Said
from speech.dictated.dictated import DictatedNumber, NumberStart


@dataclass(slots=True)
class Told:
    """A segment and the numbers ``dictated`` in it.

    ``whole_later``: the first word of a number that a later segment tells whole, and surely.
    """

    said: Said
    dictated: list[DictatedNumber] = field(init=False)
    whole_later: int | None = None

    def __post_init__(self) -> None:
        self.dictated = list(self.said.numbers)

    def withdraw(self, first: int, *, sure: bool) -> None:
        """The number from that word on is told later: it asks for nothing any more."""
        self.dictated = [one for one in self.dictated if one.words[-1] < first]
        self.whole_later = first if sure else self.whole_later


def told_in(said: Sequence[Said]) -> list[Told]:
    """Of a whole call, in the same order."""
    told = [Told(one) for one in said]
    for whole in told:
        for one in whole.dictated:
            if one.begun:
                _withdraw_parts(told, whole, one, one.begun)
    return told


def _withdraw_parts(told: Sequence[Told], whole: Told, one: DictatedNumber, begun: NumberStart) -> None:
    for part in told:
        number = part.said.segment.number
        if part.said.track == whole.said.track and begun.number <= number < whole.said.segment.number:
            part.withdraw(begun.word if number == begun.number else 0, sure=one.status == "sure")
