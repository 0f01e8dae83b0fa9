"""What the agent asked for: the answer is read as that, and asked again when it leads nowhere."""

from speech.dictated_kinds import Identity, named_kinds
from speech.segments import Segment
from tools.dictation.cues import is_request
from tools.folding import fold

_STANDS_S = 20.0
"""For so long after it was asked an utterance may be the answer."""


def asked_in(question: Segment | None, answer: Segment) -> frozenset[Identity]:
    """The identities asked for in what the agent said last, when the answer comes after it, and soon enough."""
    if question is None or answer.end <= question.end or answer.start - question.end > _STANDS_S:
        return frozenset()
    folded = fold(question.text)
    return named_kinds(folded, question.language) if is_request(folded, question.language) else frozenset()
