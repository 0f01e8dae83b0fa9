"""The agent's open question, by which the citizen's answer is read."""

from speech.segments import Segment
from tools.reading.dictation.words import is_request
from tools.reading.folding import fold
from tools.reading.identities.kinds import IdentityKind, named_kinds

_STANDS_S = 20.0
"""Seconds after the question in which an utterance may be its answer."""
_GO_ON = 4
"""Words of "yes, go on", which leave the open question as it is."""


def standing_question(question: Segment | None, said: Segment) -> Segment:
    """The question that stands after the agent has said something more."""
    soon = question is not None and said.start - question.end <= _STANDS_S
    return question if question is not None and soon and len(said.words) <= _GO_ON and not _asks(said) else said


def kinds_asked(question: Segment | None, answer: Segment) -> frozenset[IdentityKind]:
    """The identities asked for in what the agent said last, when the answer comes after it, and soon enough."""
    if question is None or answer.end <= question.end or answer.start - question.end > _STANDS_S:
        return frozenset()
    return _asks(question)


def _asks(said: Segment) -> frozenset[IdentityKind]:
    folded = fold(said.text)
    return named_kinds(folded, said.language) if is_request(folded, said.language) else frozenset()
