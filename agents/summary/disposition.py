"""What a conversation ended in, by what was done and promised in it and by who has the next step."""

from collections.abc import Sequence
from itertools import takewhile

from agents.summary.entities import EntityStanding, appointment_turns
from agents.summary.offers import cancels
from agents.summary.summary import Disposition
from agents.summary.turn import ReadTurn
from agents.summary.words import SummaryWords
from tools.reading.folding import fold

_LAST = 4
"""Turns at the end of which one closes the conversation."""
_PLAIN = 0.7
"""The probability from which a promise leaves something open."""
_RULE = 0.5
"""The probability from which an answer is one."""
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
    promised = [turn for turn in turns if turn.side == "agent" and (turn.role in ("does", "promises") or turn.commits)]
    if any(words.says("calls_back", fold(turn.text).text) for turn in promised[-_LAST:]):
        return "callback"
    if _left(turns, words):
        return "abandoned"
    if elsewhere:
        return "elsewhere"
    return "pending" if _is_open(turns, words) else "resolved"


def _left(turns: Sequence[ReadTurn], words: SummaryWords) -> bool:
    """Nobody said goodbye: the agent asks, or answers, and hears no more; or nothing was answered at all."""
    if not any(turn.side == "agent" and turn.role in _ACTS for turn in turns):
        return True
    unheard = list(takewhile(lambda turn: turn.side == "agent", reversed(turns)))
    if any(words.says("no_reply", fold(turn.text).text) for turn in unheard):
        return True
    return turns[-1].side == "agent" and turns[-1].role in ("asks", "promises")


def _is_open(turns: Sequence[ReadTurn], words: SummaryWords) -> bool:
    """Whether the service promised something; a paper is missing; or what was begun waits for the citizen.

    What a citizen will do with an answer leaves nothing open at the desk.
    """
    acts = [turn for turn in turns if turn.side == "agent" and turn.role in _ACTS]
    promised = any(_promises(turn, words) for turn in acts) or (bool(acts) and acts[-1].role == "promises")
    lacks = any(turn.role == "reads" and words.says("missing", fold(turn.text).text) for turn in acts)
    drafted = any(words.says("drafted", fold(turn.text).text) for turn in acts)
    since = max((turn.number for turn in acts if cancels(turn, words)), default=-1)
    begun = [turn.number for turn in acts if turn.role == "does" and turn.number > since]
    waits = bool(begun) and any(turn.role == "instructs" and turn.number > begun[0] for turn in acts)
    return promised or lacks or drafted or waits


def _promises(turn: ReadTurn, words: SummaryWords) -> bool:
    """Who answers tells how things are done, for everybody; who greets asks what they can do."""
    if turn.number == 0 or (turn.role == "answers" and turn.sure >= _RULE):
        return False
    sends = turn.role == "does" and words.says("sends", fold(turn.text).text)
    return sends or (turn.commits is not None and turn.commits.sure >= _PLAIN)
