"""Numbers dictated in a call: sure, with a repair to offer, or with the group that has to be said again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from knowledge.languages import Language
from speech.dictated.doubt import group_to_repeat
from speech.dictated.kinds import (
    CHECKED,
    DOCUMENTS,
    IDENTITIES,
    Identity,
    Kind,
    fits,
    is_nie_prefix,
    least_figures,
    may_be,
    named_kinds,
    normalised,
    pieces_of,
    written,
)
from speech.dictated.repair import letter_as_word, only_repair, without_prefix
from speech.dictated.spoken_text import SpokenText
from speech.listening.agreement import stammers
from speech.segments import SUSPECT, Word
from tools.reading.dictation.cues import amount_pattern
from tools.reading.dictation.digit_groups import DigitGroup, digit_groups
from tools.reading.dictation.identities import LONGEST_DICTATED, are_years, is_date
from tools.reading.dictation.taken_down import Run, take_down
from tools.reading.dictation.words import dictation_words

Status = Literal["sure", "repair", "ask_again"]

CONFIDENT = 0.6
"""Every word of a number without check characters has to be this sure for it to be believed."""

COMMON: Language = "es"
"""Many dictate in Spanish whatever they speak."""
_MEANT: tuple[Identity, ...] = ("dni", "nie", "nuss", "phone", "postcode", "iban")
_ABOUT_A_DOCUMENT, _ABOUT_A_NUSS, _ABOUT_AN_IBAN = range(6, 11), range(11, 14), range(20, 25)
"""Figures with one or two lost or doubled."""
_FEW, _PIECES = 6, 3
"""A number of no known kind: as many figures or more cannot be believed, fewer pieces are no dictation."""
_COUNTRY, _COUNTRY_ROOM = re.compile(r"(?<!\w)e\W{0,2}(?:s|ese|essa|ess|esse)\W{0,3}\Z"), 12
"""The letters before an account, written or by name."""
_VERB = re.compile(r"[EeÉé]s\W+")


class Begun(NamedTuple):
    """Where a number began that several segments of a track say: the segment's number, and the index of its word."""

    number: int
    word: int


@dataclass(frozen=True, slots=True)
class Dictated:
    """``value``: what was heard, without separators; a telephone that is ``sure``, or only offered because
    of what was said before it, as E.164.

    ``words``: indexes of the words it takes, first to last. ``offer``: with ``repair``, what it may have been: to be
    read back, never assumed. ``again``: with ``ask_again``, indexes of the group to be repeated; empty when what is
    missing was not heard at all, such as the letter of a document, or nothing was (``value`` is empty too).
    ``begun``: where, if not in the segment of these words.
    """

    kind: Kind
    value: str
    words: tuple[int, ...]
    status: Status
    offer: str = ""
    again: tuple[int, ...] = ()
    begun: Begun | None = None


def read_dictated(
    words: Sequence[Word], language: Language, expected: frozenset[Identity] = frozenset()
) -> list[Dictated]:
    """Everything dictated, in order. Never raises.

    ``expected``: what the person was just asked for; what they name themselves is believed first.
    """
    if not words:
        return []
    spoken = SpokenText(words)
    for known in dict.fromkeys((language, COMMON)):
        reader = _Reader(spoken, known, expected)
        if found := reader.read():
            return found
    return list(_not_understood(spoken, language, expected))


def _not_understood(spoken: SpokenText, language: Language, expected: frozenset[Identity]) -> Iterator[Dictated]:
    """What was asked for and answered with figures that lead nowhere, or with words that were badly heard."""
    if not expected:
        return
    doubtful = sum(word.confidence < CONFIDENT for word in spoken.words)
    figures = sum(piece.kind == "digits" for run in take_down(spoken.folded, language) for piece in run)
    texts = [word.text for word in spoken.words]
    begun = figures == 1 and bool(named_kinds(spoken.folded, language) & expected)
    if begun or figures > 1 or figures == len(texts) or 2 * doubtful >= len(texts) or stammers(texts):
        kind = next(kind for kind in IDENTITIES if kind in expected)
        yield Dictated(kind, "", tuple(range(len(spoken.words))), "ask_again")


class _Reader:
    def __init__(self, spoken: SpokenText, language: Language, expected: frozenset[Identity]) -> None:
        self._spoken, self._language = spoken, language
        self._words = dictation_words(language)
        self._runs = take_down(spoken.folded, language)
        letters = any(piece.kind == "letter" and not piece.weak for run in self._runs for piece in run)
        self._alone = not letters and sum(1 for run in self._runs for _ in digit_groups(run)) == 1
        self._wanted = named_kinds(spoken.folded, language) or expected

    def read(self) -> list[Dictated]:
        found = [one for run in self._runs for one in self._run(run)]
        known = {one.kind for one in found if one.status != "ask_again"}
        return [one for one in found if one.status != "ask_again" or one.kind not in known]

    def _run(self, run: Run) -> Iterator[Dictated]:
        for group in digit_groups(run):
            if group.length > LONGEST_DICTATED or self._is_counted(group):
                continue
            kinds = [kind for kind in IDENTITIES if self._may_be(kind, group)]
            if one := self._as_said(kinds, group) or self._otherwise(kinds, group) or self._wrong(group):
                yield one

    def _is_counted(self, group: DigitGroup) -> bool:
        """Money, years, metres; or a date."""
        counted = amount_pattern(self._language).match(self._spoken.folded.text, group.end)
        return counted is not None or is_date(group, frozenset({"document"} if self._wanted & DOCUMENTS else ()))

    def _may_be(self, kind: Identity, group: DigitGroup) -> bool:
        if self._is_account(group):
            return kind == "iban"
        if kind == "nuss" and "iban" in self._wanted - {"nuss"}:
            return False  # the first half of an account has its length, and now and then fits
        if kind in CHECKED or kind in self._wanted:
            return may_be(kind, group)
        return kind == "phone" and not self._wanted and may_be(kind, group) and not self._ends_in_letter(group)

    def _is_account(self, group: DigitGroup) -> bool:
        """Whether its country was said before it: "ES91", "e ese 91"; "es 91" may as well be the verb."""
        country = self._country(group.start)
        if country is None:
            return False
        start, end = self._spoken.folded.span(country, group.start)
        return _VERB.fullmatch(self._spoken.folded.source, start, end) is None

    def _ends_in_letter(self, group: DigitGroup) -> bool:
        """Whether nothing follows the letter: a word such as "a" would go on."""
        return group.after is not None and not any(map(str.isalnum, self._spoken.folded.text[group.after.end :]))

    def _as_said(self, kinds: Sequence[Identity], group: DigitGroup) -> Dictated | None:
        for kind in kinds:
            for value in written(kind, group, likeliest=True):
                if fits(kind, value):
                    return self._fitting(kind, value, group)
        return None

    def _otherwise(self, kinds: Sequence[Identity], group: DigitGroup) -> Dictated | None:
        """The same words as other figures, when those most likely said have no identity's length or do not fit.

        Sure when the length leaves one way alone; only offered when the check characters chose it. Many ways are as
        long as something: a kind that was neither asked for nor named is not looked for.
        """
        length_is_right = any(written(kind, group, likeliest=True) for kind in kinds)
        for kind in kinds:
            values = list(dict.fromkeys(written(kind, group, likeliest=False)))
            fitting = [value for value in values if fits(kind, value)]
            if len(fitting) != 1 or not self._is_looked_for(kind):
                continue
            if len(values) == 1 and not length_is_right:
                return self._fitting(kind, fitting[0], group)
            if kind in CHECKED:
                return Dictated(kind, fitting[0], self._indexes(kind, group), "repair", fitting[0])
        return None

    def _is_looked_for(self, kind: Identity) -> bool:
        """With nothing asked for: what its letter announces, and telephones."""
        return kind in self._wanted if self._wanted else kind not in ("nuss", "iban")

    def _fitting(self, kind: Identity, value: str, group: DigitGroup) -> Dictated:
        """Check characters fit one wrong reading in some twenty: with a doubtful word the value is read back first."""
        least = min(self._spoken.confidence(piece.start, piece.end) for piece in pieces_of(kind, group))
        said, words = normalised(kind, value), self._indexes(kind, group)
        if least >= (SUSPECT if kind in CHECKED else CONFIDENT):
            return Dictated(kind, said, words, "sure")
        if kind in CHECKED:
            return Dictated(kind, said, words, "repair", said)
        return Dictated(kind, value, words, "ask_again", again=group_to_repeat(group, self._spoken, adds_up=True))

    def _wrong(self, group: DigitGroup) -> Dictated | None:
        kind = self._meant(group)
        if kind is None:
            return self._number(group)
        value, words = "".join(piece.readings[0] for piece in pieces_of(kind, group)), self._indexes(kind, group)
        if kind == "dni" and (nie := without_prefix(group, self._spoken)):
            return Dictated("nie", value, words, "repair", nie)
        if kind in DOCUMENTS and (document := letter_as_word(group, self._spoken, self._words)):
            return Dictated(kind, value, words, "repair", document)
        if kind in CHECKED and (offer := only_repair(kind, group, self._spoken, self._words)):
            return Dictated(kind, value, words, "repair", offer)
        adds_up = group.length == least_figures(kind)
        lacks_letter = kind == "dni" and value.isdecimal() and adds_up
        again = () if lacks_letter else group_to_repeat(group, self._spoken, adds_up=adds_up)
        return Dictated(kind, value, words, "ask_again", again=again)

    def _meant(self, group: DigitGroup) -> Identity | None:
        """The kind that was most likely tried; what is much too short was no try."""
        letter = group.after is not None and not group.after.weak
        if (letter or self._wanted & DOCUMENTS) and group.length in _ABOUT_A_DOCUMENT:
            return "nie" if group.before and is_nie_prefix(group.before.readings[0]) else "dni"
        if not self._wanted:
            return _by_length(group)
        kind = next((kind for kind in _MEANT if kind in self._wanted), None)
        return kind if kind and not are_years(group) and 2 * group.length >= least_figures(kind) else None

    def _number(self, group: DigitGroup) -> Dictated | None:
        """Of no kind: sure when short and alone; beside others, or for what was asked, it is a piece of something."""
        if len(group.pieces) < _PIECES:
            return None
        value = "".join(piece.readings[0] for piece in group.pieces)
        words = self._spoken.indexes(group.start, group.end)
        whole = self._alone and not self._wanted and group.length < _FEW
        if whole and self._spoken.confidence(group.start, group.end) >= CONFIDENT:
            return Dictated("number", value, words, "sure")
        return Dictated("number", value, words, "ask_again", again=group_to_repeat(group, self._spoken, adds_up=True))

    def _indexes(self, kind: Identity, group: DigitGroup) -> tuple[int, ...]:
        """Of the words from the first to the last of the identity; the letters of the country belong to an account."""
        pieces = pieces_of(kind, group)
        start = pieces[0].start
        country = self._country(start) if kind == "iban" else None
        return self._spoken.indexes(start if country is None else country, pieces[-1].end)

    def _country(self, start: int) -> int | None:
        """Where the letters of the country before an account begin."""
        country = _COUNTRY.search(self._spoken.folded.text, max(0, start - _COUNTRY_ROOM), start)
        return country and country.start()


def _by_length(group: DigitGroup) -> Identity | None:
    """What a number of several pieces is that has about the length of one with check characters."""
    if len(group.pieces) < _PIECES:
        return None
    if group.length in _ABOUT_A_NUSS:
        return "nuss"
    return "iban" if group.length in _ABOUT_AN_IBAN else None
