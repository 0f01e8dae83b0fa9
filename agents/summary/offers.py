"""Appointments that an agent offered and that do not stand: refused, or cancelled later."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.summary.turn import ReadTurn
from agents.summary.words import SummaryWords
from tools.reading.folding import fold

_FIRST_WORDS = 7
"""Words in which whoever refuses an offer says so."""
_OFFERING = ("none", "does", "asks", "promises", "instructs")
"""Roles of turns in which an hour is an offer; in others words of an offer have to be there."""


@dataclass(frozen=True, slots=True)
class FallenOffer:
    """``since``: where the turn begins to offer: what stands before was not refused. ``by``: what ends it."""

    turn: int
    since: int
    by: int


def fallen_offers(turns: Sequence[ReadTurn], timed: frozenset[int], words: SummaryWords) -> list[FallenOffer]:
    """In order. ``timed``: the turns that name an hour."""
    found = []
    cancelling = [turn for turn in turns if turn.number not in timed and cancels(turn, words)]
    for place, turn in enumerate(turns):
        since = _offer_begins(turn, words, timed=turn.number in timed)
        if since is None:
            continue
        by = _refusal(turns, place, words) or next((one for one in cancelling if one.number > turn.number), None)
        if by is not None:
            found.append(FallenOffer(turn.number, since, by.number))
    return found


def cancels(turn: ReadTurn, words: SummaryWords) -> bool:
    """Whether an agent says that an appointment is cancelled."""
    return turn.side == "agent" and words.says("cancelled", fold(turn.text).text)


def _offer_begins(turn: ReadTurn, words: SummaryWords, *, timed: bool) -> int | None:
    if turn.side != "agent":
        return None
    folded = fold(turn.text)
    spans = words.spans("offers", folded.text)
    if spans and (timed or turn.role != "does"):
        return folded.span(*spans[-1])[0]
    return 0 if timed and turn.role in _OFFERING else None


def _refusal(turns: Sequence[ReadTurn], place: int, words: SummaryWords) -> ReadTurn | None:
    """The citizen's next words, where they begin with a no."""
    following = turns[place + 1] if place + 1 < len(turns) else None
    if following is None or following.side != "citizen" or words.says("booked", fold(turns[place].text).text):
        return None  # what is booked falls when it is cancelled
    said = fold(following.text).text
    first = " ".join(re.findall(r"[\w'’]+", said)[:_FIRST_WORDS])
    return following if words.says("refuses", first) and not words.says("no_objection", said) else None
