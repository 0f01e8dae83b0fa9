"""The one thing misheard that makes the check characters fit."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from speech.dictated.kinds import Identity, fits, is_nie_prefix, least_figures, with_letters
from speech.dictated.spoken_text import SpokenText
from speech.segments import SUSPECT
from tools.reading.dictation.digit_groups import DigitGroup
from tools.reading.dictation.identities import NIE_PREFIXES
from tools.reading.dictation.mishearing import heard_for, letters_heard_for, letters_written_as
from tools.reading.dictation.words import DictationWords

_WORD = re.compile(r"\w+")


def only_repair(kind: Identity, group: DigitGroup, spoken: SpokenText, words: DictationWords) -> str:
    """The identity when exactly one exchange of a number or letter for one that sounds alike fits; else empty.

    Doubtful words are exchanged first: when one of them explains it, the sure ones are left alone.
    """
    if any(piece.kind == "restart" for piece in group.pieces):
        return ""
    exchanges = [(doubt, value) for doubt, value in _exchanges(kind, group, spoken, words) if fits(kind, value)]
    doubtful = {value for doubt, value in exchanges if doubt < SUSPECT}
    found = doubtful or {value for _, value in exchanges}
    return found.pop() if len(found) == 1 else ""


def without_prefix(group: DigitGroup, spoken: SpokenText) -> str:
    """The NIE when its first letter was not heard, or written as part of the word before; else empty.

    The letter at the end says which it was. With X it is that of an old DNI of seven figures too: X has to be there.
    """
    if (
        group.after is None
        or group.length != least_figures("nie")
        or any(piece.kind == "restart" for piece in group.pieces)
    ):
        return ""
    figures, letter = "".join(piece.readings[0] for piece in group.pieces), group.after.readings[0]
    heard = spoken.folded.text[: group.start].rstrip(" ,.-")
    fitting = [prefix for prefix in NIE_PREFIXES if fits("nie", prefix + figures + letter)]
    return "".join(prefix + figures + letter for prefix in fitting if prefix != "X" or heard.endswith("x"))


def letter_as_word(group: DigitGroup, spoken: SpokenText, words: DictationWords) -> str:
    """The document whose last letter was written as a word or a figure that its name sounds like; else empty.

    The figures tell which letter it has to be: a word that sounds like another one says nothing.
    """
    if group.after is not None or any(piece.kind == "restart" for piece in group.pieces):
        return ""
    figures = "".join(piece.readings[0] for piece in group.pieces)
    after = _WORD.findall(spoken.folded.text, group.end)[:2]
    before = group.before.readings[0] if group.before and is_nie_prefix(group.before.readings[0]) else ""
    kind: Identity = "nie" if before else "dni"
    ends = ((figures, letters_written_as(after, words)), (figures[:-1], letters_written_as([figures[-1]], words)))
    documents = (before + said + letter for said, letters in ends for letter in sorted(letters))
    return next((document for document in documents if fits(kind, document)), "")


def _exchanges(
    kind: Identity, group: DigitGroup, spoken: SpokenText, words: DictationWords
) -> Iterator[tuple[float, str]]:
    """The confidence of what is exchanged, and the whole with it."""
    texts = [piece.readings[0] for piece in group.pieces]
    for at, piece in enumerate(group.pieces):
        doubt = spoken.confidence(piece.start, piece.end)
        for other in (*piece.readings[1:], *heard_for(texts[at], words)):
            if value := with_letters(kind, "".join([*texts[:at], other, *texts[at + 1 :]]), group):
                yield doubt, value
    for at in _parted(texts):
        texts_together = [*texts[:at], texts[at][0] + texts[at + 1], *texts[at + 2 :]]
        if value := with_letters(kind, "".join(texts_together), group):
            yield spoken.confidence(group.pieces[at].start, group.pieces[at + 1].end), value
    if kind in ("dni", "nie") and group.after and (value := with_letters(kind, "".join(texts), group)):
        doubt = spoken.confidence(group.after.start, group.after.end)
        yield from ((doubt, value[:-1] + other) for other in sorted(letters_heard_for(value[-1], words)))


def _parted(texts: Sequence[str]) -> Iterator[int]:
    """Where a ten is that was said slowly, or written apart from its unit: "60 y 4", "dieci… ocho"."""
    for at, (ten, unit) in enumerate(pairwise(texts)):
        if len(ten) == 2 and ten[1] == "0" != ten[0] and len(unit) == 1 and unit != "0":
            yield at
