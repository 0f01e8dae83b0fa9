"""Numbers dictated in a call: sure, with a repair to offer, or with the group that has to be said again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.languages import Language
from speech.dictated_doubt import group_to_repeat
from speech.dictated_kinds import (
    CHECKED,
    IDENTITIES,
    Identity,
    Kind,
    fits,
    is_nie_prefix,
    may_be,
    normalised,
    written,
)
from speech.dictated_repair import only_repair
from speech.segments import SUSPECT, Word
from speech.spoken_text import SpokenText
from tools.dictation.cues import amount_pattern, named_identities
from tools.dictation.digit_groups import DigitGroup, digit_groups
from tools.dictation.identities import LONGEST_DICTATED, is_date
from tools.dictation.taken_down import Run, take_down
from tools.dictation.words import dictation_words

Status = Literal["sure", "repair", "ask_again"]

CONFIDENT = 0.6
"""Every word of a number without check characters has to be this sure for it to be believed."""

_COMMON: Language = "es"
"""Many dictate in Spanish whatever they speak."""
_FEW, _PIECES = 6, 3
"""A number of no known kind: as many figures or more cannot be believed, fewer pieces are no dictation."""
_COUNTRY, _COUNTRY_ROOM = re.compile(r"(?<!\w)e\W{0,2}(?:s|ese|essa|ess|esse)\W{0,3}\Z"), 12
"""The letters before an account, written or by name."""
_NAMES: dict[str, tuple[Identity, ...]] = {
    "document": ("nie", "dni"), "nuss": ("nuss",), "phone": ("phone",), "postcode": ("postcode",), "iban": ("iban",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dictated:
    """``value``: what was heard, without separators; a telephone that is ``sure`` as E.164.

    ``words``: indexes of the words it takes, first to last. ``offer``: with ``repair``, what it may have been: to be
    read back, never assumed. ``again``: with ``ask_again``, indexes of the group to be repeated; empty when what is
    missing was not heard at all, such as the letter of a document.
    """

    kind: Kind
    value: str
    words: tuple[int, ...]
    status: Status
    offer: str = ""
    again: tuple[int, ...] = ()


def read_dictated(
    words: Sequence[Word], language: Language, expected: frozenset[Identity] = frozenset()
) -> list[Dictated]:
    """Everything dictated, in order, over as many segments as the words come from. Never raises.

    ``expected``: what the person was just asked for.
    """
    if not words:
        return []
    spoken = SpokenText(words)
    for known in dict.fromkeys((language, _COMMON)):
        reader = _Reader(spoken, known, expected)
        if found := list(reader.read()):
            return found
    return []


class _Reader:
    def __init__(self, spoken: SpokenText, language: Language, expected: frozenset[Identity]) -> None:
        self._spoken, self._language = spoken, language
        self._words = dictation_words(language)
        named = named_identities(spoken.folded, language)
        self._wanted = expected or frozenset(kind for name in named for kind in _NAMES.get(name, ()))

    def read(self) -> Iterator[Dictated]:
        for run in take_down(self._spoken.folded, self._language):
            for group in digit_groups(run):
                if group.length <= LONGEST_DICTATED and not self._is_counted(group):
                    yield from self._group(group, run)

    def _is_counted(self, group: DigitGroup) -> bool:
        """Money, years, metres; or a date."""
        counted = amount_pattern(self._language).match(self._spoken.folded.text, group.end)
        return counted is not None or is_date(group, frozenset({"document"} if self._wanted & {"dni", "nie"} else ()))

    def _group(self, group: DigitGroup, run: Run) -> Iterator[Dictated]:
        kinds = [kind for kind in IDENTITIES if self._may_be(kind, group)]
        found = self._as_said(kinds, group) or self._otherwise(kinds, group)
        found = found or self._wrong(group, run)
        if found:
            yield found

    def _may_be(self, kind: Identity, group: DigitGroup) -> bool:
        if kind in CHECKED or kind in self._wanted:
            return may_be(kind, group)
        return kind == "phone" and not self._wanted and may_be(kind, group)

    def _as_said(self, kinds: Sequence[Identity], group: DigitGroup) -> Dictated | None:
        for kind in kinds:
            for value in written(kind, group, likeliest=True):
                if fits(kind, value):
                    return self._fitting(kind, value, group)
        return None

    def _fitting(self, kind: Identity, value: str, group: DigitGroup) -> Dictated:
        """Check characters fit one wrong reading in some twenty: with a doubtful word the value is read back first."""
        start, end = self._span(kind, group)
        least = self._spoken.confidence(start, end)
        said, words = normalised(kind, value), self._spoken.indexes(start, end)
        if least >= (SUSPECT if kind in CHECKED else CONFIDENT):
            return Dictated(kind, said, words, "sure")
        if kind in CHECKED:
            return Dictated(kind, said, words, "repair", said)
        return Dictated(kind, value, words, "ask_again", again=group_to_repeat(group, self._spoken))

    def _otherwise(self, kinds: Sequence[Identity], group: DigitGroup) -> Dictated | None:
        """The same words as other figures: sure when only one way has the length, else offered when one fits."""
        for kind in kinds:
            values = list(dict.fromkeys(written(kind, group, likeliest=False)))
            fitting = [value for value in values if fits(kind, value)]
            if len(fitting) == len(values) == 1:
                return self._fitting(kind, fitting[0], group)
            if len(fitting) == 1 and kind in CHECKED:
                words = self._spoken.indexes(*self._span(kind, group))
                return Dictated(kind, fitting[0], words, "repair", fitting[0])
        return None

    def _wrong(self, group: DigitGroup, run: Run) -> Dictated | None:
        kind = self._meant(group)
        text = "".join(piece.readings[0] for piece in group.pieces)
        if kind is None:
            return self._number(text, group)
        start, end = self._span(kind, group)
        before, after = "", group.after.readings[0] if group.after and kind in ("dni", "nie") else ""
        if kind == "nie" and group.before:
            before = group.before.readings[0]
        words = self._spoken.indexes(start, end)
        if kind in CHECKED and (offer := only_repair(kind, group, self._spoken, self._words)):
            return Dictated(kind, before + text + after, words, "repair", offer)
        lacks_letter = kind == "dni" and not after and len(text) == 8
        again = () if lacks_letter else group_to_repeat(group, self._spoken)
        return Dictated(kind, before + text + after, words, "ask_again", again=again)

    def _meant(self, group: DigitGroup) -> Identity | None:
        """The kind that was most likely tried."""
        letter = group.after is not None and not group.after.weak
        nie = group.before is not None and is_nie_prefix(group.before.readings[0])
        if (letter or self._wanted & {"dni", "nie"}) and 6 <= group.length <= 10:
            return "nie" if nie else "dni"
        if not self._wanted:
            return _by_length(group)
        if group.length < _PIECES:
            return None
        return next((kind for kind in IDENTITIES if kind in self._wanted and kind != "nie"), "nie")

    def _number(self, text: str, group: DigitGroup) -> Dictated | None:
        if len(group.pieces) < _PIECES:
            return None
        words = self._spoken.indexes(group.start, group.end)
        if group.length < _FEW and self._spoken.confidence(group.start, group.end) >= CONFIDENT:
            return Dictated("number", text, words, "sure")
        return Dictated("number", text, words, "ask_again", again=group_to_repeat(group, self._spoken))

    def _span(self, kind: Identity, group: DigitGroup) -> tuple[int, int]:
        """In the folded text, with the letters that belong to the kind."""
        start, end = group.start, group.end
        if kind == "iban" and (
            country := _COUNTRY.search(self._spoken.folded.text, max(0, start - _COUNTRY_ROOM), start)
        ):
            start = country.start()
        if kind == "nie" and group.before:
            start = group.before.start
        if kind in ("dni", "nie") and group.after:
            end = group.after.end
        return start, end


def _by_length(group: DigitGroup) -> Identity | None:
    if group.length in (11, 12, 13) and len(group.pieces) >= _PIECES:
        return "nuss"
    return "iban" if 20 <= group.length <= 24 else None
