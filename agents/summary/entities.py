"""The values of a conversation as they stand after corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agents.summary.offers import FallenOffer, cancels, fallen_offers
from agents.summary.remembered import Remembered
from agents.summary.summary import Entity, EntityKind
from agents.summary.taken_back import taken_back
from agents.summary.turn import ReadTurn
from agents.summary.values import SaidValue, ValueReader
from agents.understanding.labels.acts import ActReader
from knowledge.languages import Language
from speech.dictated.signs import runs_said, signs_said
from tools.reading.folding import fold

_REMEMBERED = 8_192
_IDENTITIES: frozenset[EntityKind] = frozenset({"document", "nss", "phone", "email", "iban"})
_READS_BACK = ("none", "asks", "does")
_REPEATED = _IDENTITIES | {"date", "amount"}
"""Kinds that are read back."""
_WHEN: frozenset[EntityKind] = frozenset({"date", "time"})
_REACH = 8
"""Turns back in which a corrected value was said."""
_OPEN = 4
"""Figures, or words that may be some, with which a turn begins a number that the next one ends."""
_OWN_FILE = ("reads", "does", "promises")
"""What an agent says of this person, and not of everybody."""

_GIVES = ("does", "none", "promises", "instructs")
"""What an agent's turn may do that gives an appointment."""


@dataclass(frozen=True, slots=True)
class EntityStanding:
    """A value said in a turn. ``retracted``: it was taken back, or corrected, in the turn that says so."""

    turn: int
    said: SaidValue
    retracted: int | None = None


@dataclass(frozen=True, slots=True)
class EntityFinder:
    """Reads each turn once, however often the conversation is summarized."""

    values: ValueReader
    acts: ActReader
    _known: Remembered[tuple[tuple[SaidValue, bool], ...]] = field(default_factory=lambda: Remembered(_REMEMBERED))
    _begun: Remembered[str] = field(default_factory=lambda: Remembered(_REMEMBERED))

    def find(self, turns: Sequence[ReadTurn]) -> list[EntityStanding]:
        """Every value said, in order, with what was taken back later."""
        found: list[EntityStanding] = []
        for place, turn in enumerate(turns):
            before, begun = _other_before(turns, place), self._own_before(turns, place)
            key = (turn.side, turn.text, turn.language, turn.day, before, begun)
            said = self._known.get(key, lambda: self._read(turn, before, begun))  # noqa: B023
            now = [EntityStanding(turn.number, one, turn.number if denied else None) for one, denied in said]
            if turn.role == "corrects" or _moves(turns, place):
                now = _without_repeated(now, found, turn)
                found = _corrected(found, now, turns[: place + 1])
            elif place and _reads_back(turn, turns[place - 1]):
                found = _corrected(found, now, turns[place - 1 : place + 1])
            if turn.role == "corrects" and _says_unread_figures(turn, now):
                found = _without_last_identity(found, turns[: place + 1])
            found += now
        return self._without_fallen(_without_offers(found, turns), turns)

    def _without_fallen(self, found: Sequence[EntityStanding], turns: Sequence[ReadTurn]) -> list[EntityStanding]:
        """Without the day and hour of what was refused or cancelled."""
        words = self.values.words
        fallen = {one.turn: one for one in fallen_offers(turns, timed_turns(found), words)}
        gone = {turn.number for turn in turns if cancels(turn, words)} - timed_turns(found)
        return [
            EntityStanding(one.turn, one.said, fallen[one.turn].by if one.turn in fallen else one.turn)
            if one.retracted is None and one.said.kind in _WHEN and (one.turn in gone or _falls(one, fallen))
            else one
            for one in found
        ]

    def _read(self, turn: ReadTurn, before: str, begun: str) -> tuple[tuple[SaidValue, bool], ...]:
        """The values, and whether each is taken back in the turn itself: "on the 3rd, no, sorry, on the 4th"."""
        said = self.values.read(turn, before, begun)
        if not said:
            return ()
        spans = taken_back(turn.text, turn.language, [(one.start, one.end) for one in said], self.values.words)
        gone = {one.value for one in said if not one.put_right and _is_within(one, spans)}
        folded = fold(turn.text)
        ends = [folded.span(hit.start, hit.end) for hit in self.acts.find_acts(folded).hits if hit.key == "correct"]
        ends += [folded.span(*span) for span in self.values.words.spans("takes_back", folded.text)]
        found = []
        for place, one in enumerate(said):
            later = next((other for other in said[place + 1 :] if other.kind == one.kind), None)
            denied = later is not None and any(one.end <= start <= later.start for start, _ in ends)
            found.append((one, denied or one.value in gone))
        return tuple(found)

    def _own_before(self, turns: Sequence[ReadTurn], place: int) -> str:
        """The words of the citizen just before, where they were mostly figures: a number may go on."""
        if turns[place].side != "citizen":
            return ""
        text = next((one.text for one in reversed(turns[max(0, place - 2) : place]) if one.side == "citizen"), "")
        language = turns[place].language
        return self._begun.get((text, language), lambda: _figures_alone(text, language))


def timed_turns(standing: Sequence[EntityStanding]) -> frozenset[int]:
    """Those that name an hour."""
    return frozenset(one.turn for one in standing if one.said.kind == "time")


def entities_of(standing: Sequence[EntityStanding], turns: Sequence[ReadTurn]) -> tuple[Entity, ...]:
    """Those that stand and are of this person, once each."""
    roles = {turn.number: turn for turn in turns}
    appointments = appointment_turns(standing, turns)
    found: dict[tuple[EntityKind, str], Entity] = {}
    for one in standing:
        turn, kind = roles[one.turn], one.said.kind
        key = (kind, one.said.value.casefold())
        before = roles.get(one.turn - 1)
        repeats = before is not None and kind in _REPEATED and _reads_back(turn, before)
        own = _is_own(turn, kind) or one.turn in appointments or repeats
        today = kind == "date" and one.said.value == turn.day.isoformat()
        if one.retracted is None and own and not today and key not in found:
            found[key] = Entity(kind, one.said.value, one.turn)
    return tuple(found.values())


def appointment_turns(standing: Sequence[EntityStanding], turns: Sequence[ReadTurn]) -> frozenset[int]:
    """Those in which an agent names a day to come and an hour, and tells no rule."""
    stand = {(one.turn, one.said.kind) for one in standing if one.retracted is None}
    return frozenset(
        turn.number
        for turn in turns
        if turn.side == "agent" and turn.role in _GIVES and {(turn.number, "date"), (turn.number, "time")} <= stand
    )


def _is_own(turn: ReadTurn, kind: EntityKind) -> bool:
    """Places that a rule names are nobody's; days and money are what this person was told."""
    if turn.side == "citizen":
        return turn.role != "none" or kind not in ("amount", "place")
    if turn.role in ("instructs", "answers"):
        return kind in ("date", "amount")
    return turn.role in _OWN_FILE or (kind in _IDENTITIES and turn.role != "answers")


def _corrected(
    found: Sequence[EntityStanding], now: Sequence[EntityStanding], turns: Sequence[ReadTurn]
) -> list[EntityStanding]:
    """Without the last value of each kind that is said otherwise in the last turn: rather one of who says so."""
    by, sides = turns[-1], {turn.number: turn.side for turn in turns}
    wrong: set[tuple[EntityKind, str]] = set()
    for kind in {one.said.kind for one in now if one.retracted is None}:
        said = {one.said.value for one in now if one.said.kind == kind and one.retracted is None}
        recent = [one for one in found if _is_recent(one, by) and one.said.kind == kind and one.turn in sides]
        last = ([one for one in recent if sides[one.turn] == by.side] or recent)[-1:]
        wrong |= {(kind, one.said.value) for one in last if one.said.value not in said}
    return [
        EntityStanding(one.turn, one.said, by.number)
        if (one.said.kind, one.said.value) in wrong and _is_recent(one, by)
        else one
        for one in found
    ]


def _is_recent(one: EntityStanding, by: ReadTurn) -> bool:
    return one.retracted is None and by.number - one.turn <= _REACH


def _without_repeated(
    now: Sequence[EntityStanding], found: Sequence[EntityStanding], by: ReadTurn
) -> list[EntityStanding]:
    """ "Sorry, the 3rd, the 2nd is a holiday": a value said before does not stand beside one that is new."""
    before = {(one.said.kind, one.said.value) for one in found if by.number - one.turn <= _REACH}
    new = {one.said.kind for one in now if one.retracted is None and (one.said.kind, one.said.value) not in before}
    return [
        EntityStanding(one.turn, one.said, by.number)
        if one.said.kind in new and (one.said.kind, one.said.value) in before
        else one
        for one in now
    ]


def _without_offers(found: Sequence[EntityStanding], turns: Sequence[ReadTurn]) -> list[EntityStanding]:
    """What an agent offers, or a citizen wishes, does not stand once another day and hour are given."""
    given = appointment_turns(found, turns)
    last = max(given, default=0)
    before = {turn.number: turn for turn in turns if turn.number < last}
    return [
        EntityStanding(one.turn, one.said, last)
        if one.turn in before and one.retracted is None and _is_offer(one, before[one.turn], given)
        else one
        for one in found
    ]


def _is_within(one: SaidValue, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= one.start and one.end <= end for start, end in spans)


def _falls(one: EntityStanding, fallen: Mapping[int, FallenOffer]) -> bool:
    return one.turn in fallen and one.said.start >= fallen[one.turn].since


def _is_offer(one: EntityStanding, turn: ReadTurn, given: frozenset[int]) -> bool:
    if turn.side == "citizen":
        return turn.role == "wants" and one.said.kind == "date" and one.said.value >= turn.day.isoformat()
    return turn.number in given and one.said.kind in ("date", "time")


def _says_unread_figures(turn: ReadTurn, now: Sequence[EntityStanding]) -> bool:
    """Whether a number is corrected by one that could not be read."""
    return not now and _dictates(turn.text, turn.language)


def _without_last_identity(found: Sequence[EntityStanding], turns: Sequence[ReadTurn]) -> list[EntityStanding]:
    """Where it was the last number dictated: else another one is corrected, that could not be read either."""
    by, before = turns[-1], turns[-1 - _REACH // 2 : -1]
    dictated = [turn for turn in before if turn.side == by.side and _dictates(turn.text, turn.language)]
    if not dictated:
        return list(found)
    own = [one for one in found if one.turn == dictated[-1].number and one.said.kind in _IDENTITIES]
    if not own or _dictates(dictated[-1].text[own[-1].said.end :], by.language):
        return list(found)
    return [EntityStanding(one.turn, one.said, by.number) if one is own[-1] else one for one in found]


def _dictates(text: str, language: Language) -> bool:
    return any(len(run) >= _OPEN for run in runs_said(text.split(), language))


def _reads_back(turn: ReadTurn, before: ReadTurn) -> bool:
    """Whether an agent says again what was just put right: they heard it, whatever was read of it."""
    return turn.side == "agent" and turn.role in _READS_BACK and (before.side, before.role) == ("citizen", "corrects")


def _moves(turns: Sequence[ReadTurn], place: int) -> bool:
    """Whether an agent does otherwise, as just asked, what they had done: another day, another hour."""
    turn = turns[place]
    if turn.role != "does":
        return False
    recent = turns[max(0, place - 4) : place]
    wished = [at for at, one in enumerate(recent) if one.side == "citizen" and one.role in ("wants", "corrects")]
    return any(one.role == "does" for one in (recent[: wished[-1]] if wished else ()))


def _other_before(turns: Sequence[ReadTurn], place: int) -> str:
    return next((one.text for one in reversed(turns[max(0, place - 2) : place]) if one.side != turns[place].side), "")


def _figures_alone(text: str, language: Language) -> str:
    words = text.split()
    signs = signs_said(words, language)
    figures = {word for sign in signs for word in sign.words}
    return text if len(signs) >= _OPEN and 2 * len(figures) >= len(words) else ""
