"""The values of a conversation as they stand after corrections."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from agents.summary.remembered import Remembered
from agents.summary.summary import Entity, EntityKind
from agents.summary.turn import Turn
from agents.summary.values import SaidValue, ValueReader
from agents.understanding.labels.acts import ActReader
from speech.dictated.signs import signs_said
from tools.reading.folding import fold

_REMEMBERED = 8_192
_IDENTITIES: frozenset[EntityKind] = frozenset({"document", "nss", "phone", "email", "iban"})
_APPOINTMENT: frozenset[EntityKind] = frozenset({"date", "time", "place"})
_REACH = 8
"""Turns back in which a corrected value was said."""
_OPEN = 4
"""Figures, or words that may be some, with which a turn begins a number that the next one ends."""
_OWN_FILE = ("reads", "does", "promises")
"""What an agent says of this person, and not of everybody."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A value said in a turn. ``retracted``: it was taken back, or corrected, in the turn that says so."""

    turn: int
    said: SaidValue
    retracted: int | None = None


@dataclass(frozen=True, slots=True)
class EntityFinder:
    """Reads each turn once, however often the conversation is summarized."""

    values: ValueReader
    acts: ActReader
    _known: Remembered[tuple[SaidValue, ...]] = field(default_factory=lambda: Remembered(_REMEMBERED))

    def find(self, turns: Sequence[Turn]) -> list[Standing]:
        """Every value said, in order, with what was taken back later."""
        found: list[Standing] = []
        for place, turn in enumerate(turns):
            before, begun = _other_before(turns, place), _own_before(turns, place)
            key = (turn.side, turn.text, turn.language, turn.day, before, begun)
            said = self._known.get(key, lambda: tuple(self.values.read(turn, before, begun)))  # noqa: B023
            now = self._in_turn(turn, said)
            if turn.role == "corrects" or _moves(turns, place):
                found = [_corrected(one, now, turn) for one in found]
            found += now
        return found

    def _in_turn(self, turn: Turn, said: Sequence[SaidValue]) -> list[Standing]:
        """ "On the 3rd, no, sorry, on the 4th": the first of the two does not stand."""
        if len(said) < 2:
            return [Standing(turn.number, one) for one in said]
        folded = fold(turn.text)
        ends = [folded.span(hit.start, hit.end) for hit in self.acts.find_acts(folded).hits if hit.key == "correct"]
        ends += [folded.span(*span) for span in self.values.words.spans("takes_back", folded.text)]
        found = []
        for place, one in enumerate(said):
            later = [other for other in said[place + 1 :] if other.kind == one.kind]
            denied = any(one.end <= start <= other.start for other in later[:1] for start, _ in ends)
            found.append(Standing(turn.number, one, turn.number if denied else None))
        return found


def entities_of(standing: Sequence[Standing], turns: Sequence[Turn]) -> tuple[Entity, ...]:
    """Those that stand and are of this person, once each."""
    roles = {turn.number: turn for turn in turns}
    found: dict[tuple[EntityKind, str], Entity] = {}
    for one in standing:
        turn, kind = roles[one.turn], one.said.kind
        key = (kind, one.said.value.casefold())
        if one.retracted is None and _is_own(turn, kind) and key not in found:
            found[key] = Entity(kind, one.said.value, one.turn)
    return tuple(found.values())


def _is_own(turn: Turn, kind: EntityKind) -> bool:
    """Figures, days and places that a rule names are nobody's."""
    if turn.side == "citizen":
        return turn.role != "none" or kind not in ("amount", "place")
    return turn.role in _OWN_FILE or (kind in _IDENTITIES and turn.role != "answers")


def _corrected(one: Standing, now: Sequence[Standing], by: Turn) -> Standing:
    """Without what is said otherwise now, or is what was said a few turns ago."""
    if one.retracted is not None or by.number - one.turn > _REACH:
        return one
    stands = [other.said for other in now if other.retracted is None and other.said.kind == one.said.kind]
    other_value = stands and all(other.value != one.said.value for other in stands)
    return Standing(one.turn, one.said, by.number) if other_value else one


def _moves(turns: Sequence[Turn], place: int) -> bool:
    """Whether an agent does otherwise, as just asked, what they had done: another day, another hour."""
    turn = turns[place]
    if turn.role != "does":
        return False
    recent = turns[max(0, place - 4) : place]
    wished = [at for at, one in enumerate(recent) if one.side == "citizen" and one.role in ("wants", "corrects")]
    return any(one.role == "does" for one in (recent[: wished[-1]] if wished else ()))


def _other_before(turns: Sequence[Turn], place: int) -> str:
    return next((one.text for one in reversed(turns[max(0, place - 2) : place]) if one.side != turns[place].side), "")


def _own_before(turns: Sequence[Turn], place: int) -> str:
    """The words of the citizen just before, where they were mostly figures: a number may go on."""
    if turns[place].side != "citizen":
        return ""
    text = next((one.text for one in reversed(turns[max(0, place - 2) : place]) if one.side == "citizen"), "")
    words = text.split()
    signs = signs_said(words, turns[place].language)
    return text if len(signs) >= _OPEN and 2 * len(signs) >= len(words) else ""
