"""What a conversation ended in, by what was done and promised in it and by who has the next step."""

from collections.abc import Sequence

from agents.summary.entities import EntityStanding, appointment_turns
from agents.summary.summary import Disposition
from agents.summary.turn import ReadTurn
from agents.summary.words import SummaryWords
from tools.reading.folding import fold

_LAST = 4
"""Turns at the end of which one closes the conversation."""
_ACTS = ("does", "promises", "instructs", "reads", "answers")


def disposition_of(
    turns: Sequence[ReadTurn], standing: Sequence[EntityStanding], words: SummaryWords, *, elsewhere: bool
) -> Disposition:
    """``elsewhere``: what it was about is another body's."""
    acts = [turn for turn in turns if turn.side == "agent" and turn.role in ("does", "promises", "none", "instructs")]
    if any(words.says("transfers", fold(turn.text).text) for turn in acts[-_LAST:]):
        return "transfer"
    hours = {one.turn for one in standing if one.said.kind == "time" and one.retracted is None}
    if appointment_turns(standing, turns) or any(turn.number in hours and turn.role == "does" for turn in turns):
        return "appointment"
    promised = [turn for turn in turns if turn.side == "agent" and turn.role in ("does", "promises")]
    if any(words.says("calls_back", fold(turn.text).text) for turn in promised[-2:]):
        return "callback"
    if _left(turns):
        return "abandoned"
    if elsewhere:
        return "elsewhere"
    return "pending" if _is_open(turns, words) else "resolved"


def _left(turns: Sequence[ReadTurn]) -> bool:
    """Nobody said goodbye: the agent asks, or answers, and hears no more; or nothing was answered at all."""
    if not any(turn.side == "agent" and turn.role in _ACTS for turn in turns):
        return True
    return turns[-1].side == "agent" and turns[-1].role in ("asks", "promises")


def _is_open(turns: Sequence[ReadTurn], words: SummaryWords) -> bool:
    """Whether something is promised, or left for later in the citizen's words at the end."""
    last = [turn for turn in turns if turn.side == "citizen"][-2:]
    acts = [turn for turn in turns if turn.side == "agent" and turn.role in _ACTS]
    promised = bool(acts) and acts[-1].role == "promises"
    return promised or any(words.says("leaves_open", fold(turn.text).text) for turn in last)
