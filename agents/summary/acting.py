"""Turns that act beyond doubt, whatever their role was read as: an appointment given, a transfer, a promise."""

from collections.abc import Sequence
from dataclasses import replace

from agents.summary.entities import EntityStanding, appointment_turns
from agents.summary.turn import ReadTurn
from agents.summary.words import SummaryWords
from tools.reading.folding import fold

_MAY_ACT = ("none", "asks", "instructs", "reads")
"""Roles for which an act of an agent is easily taken."""


def acting(turns: Sequence[ReadTurn], standing: Sequence[EntityStanding], words: SummaryWords) -> list[ReadTurn]:
    """The turns, those with the role of what they do."""
    given = appointment_turns(standing, turns)
    return [_acting(turn, words, given=turn.number in given) for turn in turns]


def _acting(turn: ReadTurn, words: SummaryWords, *, given: bool) -> ReadTurn:
    if turn.side == "citizen" or turn.role not in _MAY_ACT:
        return turn
    if given or words.says("transfers", fold(turn.text).text):
        return replace(turn, role="does")
    return turn if turn.commits is None else replace(turn, role="promises")
