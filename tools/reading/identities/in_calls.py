"""Identities in the words of a speech recogniser: sure, doubtful with a repair to offer, or to be said again.

Every word comes with a confidence, and words that sound alike are taken for one another: a value is believed only when
its words are, and one whose check characters do not fit is repaired or asked for again.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from knowledge.languages import Language
from tools.reading.dictation.digit_groups import DigitGroup, digit_groups
from tools.reading.dictation.transcription import DictationRun, DictationToken, transcribe
from tools.reading.dictation.words import DictationWords, dictation_words
from tools.reading.folding import Folded
from tools.reading.identities.in_messages import are_years, identity_groups
from tools.reading.identities.kinds import (
    CHECKED,
    DOCUMENTS,
    IDENTITY_KINDS,
    Identity,
    IdentityKind,
    begins_nie,
    fits,
    least_figures,
    named_kinds,
    normalised,
    tokens_of,
    values_of,
)
from tools.reading.identities.repair import GroupRepair

CONFIDENT = 0.6
"""Every word of a number without check characters has to be this sure for it to be believed."""

_MEANT: tuple[IdentityKind, ...] = ("dni", "nie", "nuss", "phone", "postcode", "iban")
_ABOUT_A_DOCUMENT, _ABOUT_A_NUSS, _ABOUT_AN_IBAN = range(6, 11), range(11, 14), range(20, 25)
"""Figures with one or two lost or doubled."""
_FEW, _TOKENS = 6, 3
"""A number of no known kind: as many figures or more cannot be believed, fewer tokens are no dictation."""
_COUNTRY, _COUNTRY_ROOM = re.compile(r"(?<!\w)e\W{0,2}(?:s|ese|essa|ess|esse)\W{0,3}\Z"), 12
"""The letters before an account, written or by name."""
_VERB = re.compile(r"[EeÉé]s\W+")


@dataclass(frozen=True, slots=True)
class HeardText:
    """``confidence``: of the least sure word under a span of ``folded``; ``suspect``: below it a word is doubtful."""

    folded: Folded
    confidence: Callable[[int, int], float]
    suspect: float


@dataclass(slots=True)
class HeardReader:
    """Reads a text in one language. ``expected``: kinds just asked for; those that the text names come first."""

    text: HeardText
    language: Language
    expected: frozenset[IdentityKind]
    _words: DictationWords = field(init=False)
    _runs: list[DictationRun] = field(init=False)
    _alone: bool = field(init=False)
    _wanted: frozenset[IdentityKind] = field(init=False)

    def __post_init__(self) -> None:
        folded = self.text.folded
        self._words, self._runs = dictation_words(self.language), transcribe(folded, self.language)
        letters = any(token.kind == "letter" and not token.weak for run in self._runs for token in run)
        self._alone = not letters and sum(1 for run in self._runs for _ in digit_groups(run)) == 1
        self._wanted = named_kinds(folded, self.language) or self.expected

    def find_identities(self) -> list[Identity]:
        """Identities in order; one to be said again is left out when another of its kind was understood."""
        found = list(self._identities())
        known = {identity.kind for identity in found if identity.verdict in ("sure", "doubtful")}
        return [one for one in found if one.verdict in ("sure", "doubtful") or one.kind not in known]

    def _identities(self) -> Iterator[Identity]:
        for run in self._runs:
            for group in identity_groups(run, self.text.folded, self.language, frozenset(self._wanted)):
                kinds = [kind for kind in IDENTITY_KINDS if self._may_be(kind, group)]
                found = self._as_said(kinds, group) or self._otherwise(kinds, group) or self._wrong(group)
                if found:
                    yield found

    def _may_be(self, kind: IdentityKind, group: DigitGroup) -> bool:
        if self._is_account(group):
            return kind == "iban"
        if kind == "nuss" and "iban" in self._wanted - {"nuss"}:
            return False  # the first half of an account has its length, and now and then fits
        if kind in CHECKED or kind in self._wanted:
            return _may_be(kind, group)
        return kind == "phone" and not self._wanted and _may_be(kind, group) and not self._ends_in_letter(group)

    def _is_account(self, group: DigitGroup) -> bool:
        """Whether its country was said before it: "ES91", "e ese 91"; "es 91" may as well be the verb."""
        country = self._country(group.start)
        if country is None:
            return False
        start, end = self.text.folded.span(country, group.start)
        return _VERB.fullmatch(self.text.folded.source, start, end) is None

    def _ends_in_letter(self, group: DigitGroup) -> bool:
        """Whether nothing follows the letter: a word such as "a" would go on."""
        return group.after is not None and not any(map(str.isalnum, self.text.folded.text[group.after.end :]))

    def _as_said(self, kinds: Sequence[IdentityKind], group: DigitGroup) -> Identity | None:
        for kind in kinds:
            for value in values_of(kind, group, likeliest=True):
                if fits(kind, value):
                    return self._fitting(kind, value, group)
        return None

    def _otherwise(self, kinds: Sequence[IdentityKind], group: DigitGroup) -> Identity | None:
        """The same words as other figures, when those most likely said have no identity's length or do not fit.

        Sure when the length leaves one way alone; only offered when the check characters chose it. Many ways are as
        long as something: a kind that was neither asked for nor named is not looked for.
        """
        length_is_right = any(values_of(kind, group, likeliest=True) for kind in kinds)
        for kind in kinds:
            values = list(dict.fromkeys(values_of(kind, group, likeliest=False)))
            fitting = [value for value in values if fits(kind, value)]
            if len(fitting) != 1 or not self._is_looked_for(kind):
                continue
            if len(values) == 1 and not length_is_right:
                return self._fitting(kind, fitting[0], group)
            if kind in CHECKED:
                return self._doubtful(kind, fitting[0], group, fitting[0])
        return None

    def _is_looked_for(self, kind: IdentityKind) -> bool:
        """With nothing asked for: what its letter announces, and telephones."""
        return kind in self._wanted if self._wanted else kind not in ("nuss", "iban")

    def _fitting(self, kind: IdentityKind, value: str, group: DigitGroup) -> Identity:
        """Check characters fit one wrong reading in some twenty: with a doubtful word the value is read back first."""
        least = min(self.text.confidence(token.start, token.end) for token in tokens_of(kind, group))
        if least >= (self.text.suspect if kind in CHECKED else CONFIDENT):
            return self._identity(kind, normalised(kind, value), group)
        if kind in CHECKED:
            return self._doubtful(kind, value, group, value)
        return self._said_again(self._identity(kind, value, group), group)

    def _wrong(self, group: DigitGroup) -> Identity | None:
        kind = self._meant(group)
        if kind is None:
            return self._number(group)
        value = "".join(token.readings[0] for token in tokens_of(kind, group))
        repair = GroupRepair(group, self.text.folded.text, self.text.confidence, self.text.suspect, self._words)
        if kind == "dni" and (nie := repair.without_prefix()):
            return replace(self._doubtful("dni", value, group, nie), kind="nie")
        if kind in DOCUMENTS and (document := repair.letter_as_word()):
            return self._doubtful(kind, value, group, document)
        if kind in CHECKED and (repaired := repair.only_exchange(kind)):
            return self._doubtful(kind, value, group, repaired)
        adds_up, identity = group.length == least_figures(kind), self._identity(kind, value, group)
        if kind == "dni" and value.isdecimal() and adds_up:
            return replace(identity, verdict="partial")
        return self._said_again(identity, group, adds_up=adds_up)

    def _meant(self, group: DigitGroup) -> IdentityKind | None:
        """The kind that was most likely tried; what is much too short was no try."""
        letter = group.after is not None and not group.after.weak
        if (letter or self._wanted & DOCUMENTS) and group.length in _ABOUT_A_DOCUMENT:
            return "nie" if begins_nie(group.before) else "dni"
        if not self._wanted:
            return _by_length(group)
        kind = next((kind for kind in _MEANT if kind in self._wanted), None)
        return kind if kind and not are_years(group) and 2 * group.length >= least_figures(kind) else None

    def _number(self, group: DigitGroup) -> Identity | None:
        """Of no kind: sure when short and alone; beside others, or for what was asked, it is a part of something."""
        if len(group.tokens) < _TOKENS:
            return None
        value = "".join(token.readings[0] for token in group.tokens)
        number = Identity("number", value, group.start, group.end)
        whole = self._alone and not self._wanted and group.length < _FEW
        if whole and self.text.confidence(group.start, group.end) >= CONFIDENT:
            return number
        return self._said_again(number, group)

    def _identity(self, kind: IdentityKind, value: str, group: DigitGroup) -> Identity:
        """From the first to the last of its tokens; the letters of the country belong to an account."""
        tokens = tokens_of(kind, group)
        start = tokens[0].start
        country = self._country(start) if kind == "iban" else None
        return Identity(kind, value, start if country is None else country, tokens[-1].end)

    def _doubtful(self, kind: IdentityKind, value: str, group: DigitGroup, candidate: str) -> Identity:
        return replace(self._identity(kind, value, group), verdict="doubtful", candidates=(candidate,))

    def _said_again(self, identity: Identity, group: DigitGroup, *, adds_up: bool = True) -> Identity:
        repeat = _least_sure_part(group, self.text.confidence, adds_up=adds_up)
        return replace(identity, verdict="invalid", repeat=repeat)

    def _country(self, start: int) -> int | None:
        """The position of the country's letters before an account."""
        country = _COUNTRY.search(self.text.folded.text, max(0, start - _COUNTRY_ROOM), start)
        return country and country.start()


def _may_be(kind: IdentityKind, group: DigitGroup) -> bool:
    """Whether nothing about the group speaks against it: years are no affiliation number, X and figures no DNI."""
    if kind == "nuss":
        return not are_years(group)
    if kind == "dni":
        return group.before is None or group.before.weak or not begins_nie(group.before)
    letter = group.after is not None and not group.after.weak
    return not (kind in ("phone", "postcode") and letter)


def _by_length(group: DigitGroup) -> IdentityKind | None:
    """The kind of a number of several tokens that has about the length of one with check characters."""
    if len(group.tokens) < _TOKENS:
        return None
    if group.length in _ABOUT_A_NUSS:
        return "nuss"
    return "iban" if group.length in _ABOUT_AN_IBAN else None


def _least_sure_part(group: DigitGroup, confidence: Callable[[int, int], float], *, adds_up: bool) -> tuple[int, int]:
    """The span between two pauses with the least sure word.

    When the figures do not add up to the length of the identity, the span whose length is unlike the others'.
    """
    parts = _between_pauses(group)
    least = min(parts, key=lambda part: confidence(part[0].start, part[-1].end))
    part = least if adds_up else _odd_part(parts) or least
    return part[0].start, part[-1].end


def _between_pauses(group: DigitGroup) -> list[list[DictationToken]]:
    number = 0
    numbered = []
    for token in group.tokens:
        number += token.pause
        numbered.append((number, token))
    return [[token for _, token in tokens] for _, tokens in groupby(numbered, key=lambda pair: pair[0])]


def _odd_part(parts: list[list[DictationToken]]) -> list[DictationToken] | None:
    """The one shorter or longer than all others, after the first: those who cut evenly begin as the length asks."""
    lengths = [sum(len(token.readings[0]) for token in part) for part in parts]
    if len(lengths) < 4:
        return None
    usual, times = Counter(lengths[1:]).most_common(1)[0]
    odd = [part for part, length in zip(parts[1:], lengths[1:], strict=True) if length != usual]
    return odd[0] if len(odd) == 1 and times == len(lengths) - 2 else None
