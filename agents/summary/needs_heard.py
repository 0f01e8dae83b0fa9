"""The needs of a conversation: each of the citizen's turns is read after those before it, as by the reception."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from agents.summary.remembered import Remembered
from agents.summary.turn import ReadTurn
from agents.understanding.reading import MessageReader, Reading
from agents.understanding.units.spoken import SaidBefore

_REMEMBERED = 4_096
_ASKING = {"asks": 1.0, "asks_own": 1.0, "wants": 0.9, "corrects": 0.6, "tells": 0.4}
"""The roles that say what somebody is there for, and how much they say of it."""
_LEAST, _MOST = 0.3, 4
"""The part of the first need's weight from which another is named too, and how many are."""


@dataclass(frozen=True, slots=True)
class HeardTurn:
    """A citizen's turn as it was read, and what the conversation knew before it and after it."""

    turn: ReadTurn
    reading: Reading
    before: SaidBefore
    after: SaidBefore


@dataclass(frozen=True, slots=True)
class NeedsHeard:
    """Reads each turn once, however often the conversation is summarized. May encode."""

    reader: MessageReader
    _known: Remembered[HeardTurn] = field(default_factory=lambda: Remembered(_REMEMBERED))

    def hear(self, turns: Sequence[ReadTurn], now: datetime) -> list[HeardTurn]:
        """The citizen's turns that may say what they are there for."""
        heard: list[HeardTurn] = []
        before, key = SaidBefore(), 0
        for turn in turns:
            if turn.side != "citizen" or turn.role not in _ASKING:
                continue
            key = hash((key, turn.text, turn.language))
            one = self._known.get((key, now.date()), lambda: self._read(turn, before, now))  # noqa: B023
            heard.append(HeardTurn(turn, one.reading, one.before, one.after))
            before = one.after
        return heard

    def _read(self, turn: ReadTurn, before: SaidBefore, now: datetime) -> HeardTurn:
        reading = self.reader.read_message(turn.text, prior=turn.language, now=now, before=before)
        topic = reading.need or before.topic
        after = SaidBefore(text=turn.text, beliefs=dict(reading.beliefs), topic=topic)
        return HeardTurn(turn, reading, before, after)


def needs_of(heard: Sequence[HeardTurn]) -> tuple[str, ...]:
    """The need spoken of most first; what was corrected at once does not count."""
    weights: dict[str, float] = {}
    for place, one in enumerate(heard):
        following = heard[place + 1] if place + 1 < len(heard) else None
        if following and following.turn.role == "corrects" and _another(one.reading, following.reading):
            continue
        for part in one.reading.parts or (one.reading,):
            if part.need is not None:
                weight = part.confidence * _ASKING[one.turn.role] * one.turn.sure
                weights[part.need] = weights.get(part.need, 0.0) + weight
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    return tuple(need for need, weight in ranked[:_MOST] if weight >= _LEAST * ranked[0][1])


def _another(one: Reading, corrected: Reading) -> bool:
    return corrected.need is not None and corrected.confidence > 0.5 and corrected.need != one.need
