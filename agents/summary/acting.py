"""Turns that act beyond doubt, whatever their role was read as: an appointment given, a call promised, a transfer."""

from collections.abc import Sequence
from dataclasses import replace

from agents.summary.entities import EntityStanding, appointment_turns
from agents.summary.turn import ReadTurn
from agents.summary.words import SummaryWords
from tools.reading.folding import fold

_MAY_ACT = ("none", "asks", "instructs", "reads")
"""Roles for which an act is easily taken."""


def acting(turns: Sequence[ReadTurn], standing: Sequence[EntityStanding], words: SummaryWords) -> list[ReadTurn]:
    """The turns, those with the role of what they do."""
    given = appointment_turns(standing, turns)
    return [_acting(turn, words, given=turn.number in given) for turn in turns]


def _acting(turn: ReadTurn, words: SummaryWords, *, given: bool) -> ReadTurn:
    if turn.side != "agent" or turn.role not in _MAY_ACT:
        return turn
    folded = fold(turn.text).text
    if given or words.says("transfers", folded):
        return replace(turn, role="does")
    asks = "?" in turn.text or turn.role == "asks"
    return replace(turn, role="promises") if not asks and words.says("promises_call", folded) else turn
