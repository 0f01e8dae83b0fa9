"""The numbers dictated in a call, segment by segment, once all segments are known."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from speech.calls.record import Said
from speech.dictated.dictated_identities import DictatedNumber, NumberStart


@dataclass(slots=True)
class SegmentNumbers:
    """A segment and the numbers ``dictated`` in it.

    ``whole_later``: the first word of a number that a later segment tells whole, and surely.
    """

    said: Said
    dictated: list[DictatedNumber] = field(init=False)
    whole_later: int | None = None

    def __post_init__(self) -> None:
        self.dictated = list(self.said.numbers)

    def withdraw(self, first: int, *, sure: bool) -> None:
        """Drop the number from a word on: a later segment tells it whole, and nothing is asked again."""
        self.dictated = [one for one in self.dictated if one.words[-1] < first]
        self.whole_later = first if sure else self.whole_later


def numbers_in_call(said: Sequence[Said]) -> list[SegmentNumbers]:
    """The numbers of a whole call, in the same order."""
    told = [SegmentNumbers(one) for one in said]
    for whole in told:
        for one in whole.dictated:
            if one.begun:
                _withdraw_parts(told, whole, one, one.begun)
    return told


def _withdraw_parts(
    told: Sequence[SegmentNumbers], whole: SegmentNumbers, one: DictatedNumber, begun: NumberStart
) -> None:
    for part in told:
        number = part.said.segment.number
        if part.said.track == whole.said.track and begun.number <= number < whole.said.segment.number:
            part.withdraw(begun.word if number == begun.number else 0, sure=one.status == "sure")
