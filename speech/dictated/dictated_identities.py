"""Numbers dictated in a call: the identities that the words of a track hold, with the words that say them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from knowledge.languages import Language
from speech.agreement import stammers
from speech.dictated.spoken_text import SpokenText
from speech.segments import SUSPECT, Word
from tools.reading.dictation.transcription import transcribe
from tools.reading.identities.in_calls import CONFIDENT, HeardReader, HeardText
from tools.reading.identities.kinds import IDENTITY_KINDS, Identity, IdentityKind, Kind, Verdict, named_kinds

Status = Literal["sure", "repair", "ask_again"]
"""A verdict as clients of calls are told it: a doubtful identity has a repair, others are asked for again."""

COMMON: Language = "es"
"""Many people dictate in Spanish, whatever language they speak."""
_STATUS: dict[Verdict, Status] = {
    "sure": "sure", "doubtful": "repair", "invalid": "ask_again", "partial": "ask_again",
}  # fmt: skip


class NumberStart(NamedTuple):
    """The beginning of a number said over several segments of a track: the segment's number and the word's index."""

    number: int
    word: int


@dataclass(frozen=True, slots=True)
class DictatedNumber:
    """``value``: the figures heard, without separators; a telephone that is ``sure``, or only offered because of the
    segments before it, as E.164.

    ``words``: indexes of the words it takes, first to last. ``offer``: with ``repair``, the value that was perhaps
    meant: to be read back, never assumed. ``again``: with ``ask_again``, indexes of the words to be repeated; empty
    when the missing part was not heard at all, such as the letter of a document, or nothing was (``value`` is empty
    too). ``begun``: where, if not in the segment of these words.
    """

    kind: Kind
    value: str
    words: tuple[int, ...]
    status: Status
    offer: str = ""
    again: tuple[int, ...] = ()
    begun: NumberStart | None = None


def read_dictated(
    words: Sequence[Word], language: Language, expected: frozenset[IdentityKind] = frozenset()
) -> list[DictatedNumber]:
    """All numbers dictated, in order. Never raises.

    ``expected``: kinds that the person was just asked for; those they name themselves are believed first.
    """
    if not words:
        return []
    spoken = SpokenText(words)
    text = HeardText(spoken.folded, spoken.confidence, SUSPECT)
    for known in dict.fromkeys((language, COMMON)):
        if found := HeardReader(text, known, expected).find_identities():
            return [_dictated_number(identity, spoken) for identity in found]
    if expected and _answers_with_figures(spoken, language, expected):
        kind = next(kind for kind in IDENTITY_KINDS if kind in expected)
        return [DictatedNumber(kind, "", tuple(range(len(spoken.words))), "ask_again")]
    return []


def _dictated_number(identity: Identity, spoken: SpokenText) -> DictatedNumber:
    return DictatedNumber(
        identity.kind,
        identity.value,
        spoken.indexes(identity.start, identity.end),
        _STATUS[identity.verdict],
        next(iter(identity.candidates), ""),
        spoken.indexes(*identity.repeat) if identity.repeat else (),
    )


def _answers_with_figures(spoken: SpokenText, language: Language, expected: frozenset[IdentityKind]) -> bool:
    """Whether figures that make no identity, or words heard badly, answer the question."""
    doubtful = sum(word.confidence < CONFIDENT for word in spoken.words)
    figures = sum(token.kind == "digits" for run in transcribe(spoken.folded, language) for token in run)
    texts = [word.text for word in spoken.words]
    begun = figures == 1 and bool(named_kinds(spoken.folded, language) & expected)
    return begun or figures > 1 or figures == len(texts) or 2 * doubtful >= len(texts) or stammers(texts)
