"""Corrects one sign of an identity whose check characters do not fit: an offer to the person, never a decision.

A document typed or said in a message may have any sign wrong; in what a speech recogniser wrote, a number or letter was
taken for one that sounds alike.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stdnum.es import dni, nie

from tools.reading.dictation.digit_groups import DigitGroup
from tools.reading.dictation.mishearing import heard_for, letters_heard_for, letters_written_as
from tools.reading.dictation.words import DictationWords
from tools.reading.identities.kinds import (
    DOCUMENTS,
    IdentityKind,
    begins_nie,
    document_kind,
    fits,
    least_figures,
    with_letters,
)
from tools.reading.identities.parsing import NIE_PREFIXES, is_document

_OFFERS = 3
_ALIKE: dict[str, str] = {
    "0": "896", "1": "724", "2": "317", "3": "826", "4": "917", "5": "692", "6": "750", "7": "614", "8": "903",
    "9": "084", "X": "ZY", "Y": "XZ", "Z": "XY",
}  # fmt: skip
"""Digits that look, sound or lie alike ("sesenta" and "setenta", "dos" and "doce", neighbours on the keyboard)."""
_SOUND_ALIKE = ("BDPTVWCGEZ", "MN", "FSX", "QK", "JGXH", "LR", "AHK", "YXWV")
_SHAPE_ALIKE = ("BDPR", "CGQ", "EF", "MNWH", "VYX", "ZS", "JL", "KX", "TF")
_WORD = re.compile(r"\w+")


def document_candidates(value: str) -> tuple[str, ...]:
    """Documents that a wrong one may have been: with its leading zero, else one sign away, the likeliest first."""
    padded = pad_document(value)
    return (padded,) if padded else repair_document(value)


def repair_document(value: str) -> tuple[str, ...]:
    """At most three valid documents one sign away from ``value``, the likeliest first.

    ``value``: eight signs and a letter, no separators. Empty for another shape, and for a valid document.
    """
    if not _has_shape(value) or is_document(value):
        return ()
    alike = [one for one in (*_substituted(value, alike=True), *_exchanged(value)) if is_document(one)]
    letter = value[:-1] + _check_letter(value)
    first = [*alike[:2], letter, *alike[2:]] if _letters_alike(value[-1], letter[-1]) else [*alike, letter]
    others = (one for one in _substituted(value, alike=False) if is_document(one))
    return tuple(dict.fromkeys((*first, *others)))[:_OFFERS]


def readable_document(value: str) -> str:
    """A DNI or NIE with its letters set apart, as it is printed: ``12345678-Z``, ``X-1234567-L``."""
    head, letter = value[:-1], value[-1]
    return f"{head[0]}-{head[1:]}-{letter}" if head[0].isalpha() else f"{head}-{letter}"


def pad_document(value: str) -> str | None:
    """The DNI behind one said without its leading zero ("1234567L"); None when the letter does not fit."""
    padded = "0" + value
    return padded if _has_shape(padded) and padded[1].isdecimal() and is_document(padded) else None


def _has_shape(value: str) -> bool:
    if len(value) != 9 or not value.isascii() or not value[1:8].isdecimal() or not value[8].isalpha():
        return False
    return value[0].isdecimal() or value[0] in NIE_PREFIXES


def _check_letter(value: str) -> str:
    number = nie if document_kind(value) == "nie" else dni
    return str(number.calc_check_digit(value[:-1]))


def _substituted(value: str, *, alike: bool) -> Iterator[str]:
    for place, sign in enumerate(value[:8]):
        near = _ALIKE[sign]
        same = "XYZ" if sign in NIE_PREFIXES else "0123456789"
        for other in near if alike else (one for one in same if one not in near and one != sign):
            yield value[:place] + other + value[place + 1 :]


def _exchanged(value: str) -> Iterator[str]:
    for place in range(7):
        left, right = value[place], value[place + 1]
        if left != right and left.isdecimal():
            yield value[:place] + right + left + value[place + 2 :]


def _letters_alike(left: str, right: str) -> bool:
    return any(left in group and right in group for group in (*_SOUND_ALIKE, *_SHAPE_ALIKE))


@dataclass(frozen=True, slots=True)
class GroupRepair:
    """Repairs of digits that a recogniser wrote in the folded ``text``; each method gives one value, else "".

    ``confidence``: of the least sure word under a span; below ``suspect`` it is doubtful.
    """

    group: DigitGroup
    text: str
    confidence: Callable[[int, int], float]
    suspect: float
    words: DictationWords

    def only_exchange(self, kind: IdentityKind) -> str:
        """The identity when exactly one exchange of a number or letter for one that sounds alike fits.

        Doubtful words are exchanged first: when one of them explains it, the sure ones are left alone.
        """
        if self._restarts:
            return ""
        exchanges = [(doubt, value) for doubt, value in self._exchanges(kind) if fits(kind, value)]
        doubtful = {value for doubt, value in exchanges if doubt < self.suspect}
        found = doubtful or {value for _, value in exchanges}
        return found.pop() if len(found) == 1 else ""

    def without_prefix(self) -> str:
        """The NIE when its first letter was not heard, or written as part of the word before.

        The letter at the end says which it was. With X it is that of an old DNI of seven figures too: X has
        to be there.
        """
        after = self.group.after
        if after is None or self.group.length != least_figures("nie") or self._restarts:
            return ""
        rest = self._figures + after.readings[0]
        heard = self.text[: self.group.start].rstrip(" ,.-")
        fitting = [prefix for prefix in NIE_PREFIXES if is_document(prefix + rest)]
        return "".join(prefix + rest for prefix in fitting if prefix != "X" or heard.endswith("x"))

    def letter_as_word(self) -> str:
        """The document whose last letter was written as a word or a figure that its name sounds like.

        The figures tell which letter it has to be: a word that sounds like another one says nothing.
        """
        if self.group.after is not None or self._restarts:
            return ""
        figures, before = self._figures, self.group.before
        after = _WORD.findall(self.text, self.group.end)[:2]
        prefix = before.readings[0] if before and begins_nie(before) else ""
        ends = (
            (figures, letters_written_as(after, self.words)),
            (figures[:-1], letters_written_as([figures[-1]], self.words)),
        )
        documents = (prefix + said + letter for said, letters in ends for letter in sorted(letters))
        return next(filter(is_document, documents), "")

    @property
    def _figures(self) -> str:
        return "".join(token.readings[0] for token in self.group.tokens)

    @property
    def _restarts(self) -> bool:
        return any(token.kind == "restart" for token in self.group.tokens)

    def _exchanges(self, kind: IdentityKind) -> Iterator[tuple[float, str]]:
        """The confidence of what is exchanged, and the whole with it."""
        group, texts = self.group, [token.readings[0] for token in self.group.tokens]
        for at, token in enumerate(group.tokens):
            doubt = self.confidence(token.start, token.end)
            for other in (*token.readings[1:], *heard_for(texts[at], self.words)):
                if value := with_letters(kind, "".join([*texts[:at], other, *texts[at + 1 :]]), group):
                    yield doubt, value
        for at in _split_numbers(texts):
            joined = [*texts[:at], texts[at][0] + texts[at + 1], *texts[at + 2 :]]
            if value := with_letters(kind, "".join(joined), group):
                yield self.confidence(group.tokens[at].start, group.tokens[at + 1].end), value
        if kind in DOCUMENTS and group.after and (value := with_letters(kind, self._figures, group)):
            doubt = self.confidence(group.after.start, group.after.end)
            yield from ((doubt, value[:-1] + other) for other in sorted(letters_heard_for(value[-1], self.words)))


def _split_numbers(texts: Sequence[str]) -> Iterator[int]:
    """Positions of a ten said slowly, or written apart from its unit: "60 y 4", "dieci… ocho"."""
    for at, (ten, unit) in enumerate(pairwise(texts)):
        if len(ten) == 2 and ten[1] == "0" != ten[0] and len(unit) == 1 and unit != "0":
            yield at
