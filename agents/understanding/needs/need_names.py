"""Settles needs of similar probability by their names."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from agents.understanding.needs.need_decision import NeedDecision
from agents.understanding.shared.labels import Candidate
from knowledge.content.needs import Catalogue
from knowledge.languages import LANGUAGES, Language
from knowledge.words.stemming import content_words, folded, stem

_ODDS = 4.0
"""Needs no less likely than this share of the likeliest compete with it."""

_ASIDE = re.compile(r"\([^)]*\)")
_SHORTEST, _ENDING = 4, 2
"""Letters."""

_JOINED = re.compile(r"\s(?:y|i|e|eta|and|et)\s")
_LEAST_WORDS_OF_HALF = 2
"""Words of the first half of a name that joins two, if it is to stand for the whole."""

Beginnings = frozenset[str]


@dataclass(frozen=True, slots=True)
class NeedNames:
    """Beginnings of the words of needs' names, by language; ``halves``: the first halves of names that join two."""

    names: Mapping[Language, Mapping[str, Beginnings]]
    halves: Mapping[Language, Mapping[str, Beginnings]]

    def find_named_need(self, words: Sequence[str], language: Language, fillers: Sequence[str] = ()) -> str | None:
        """The only need that the words name in full, or by the first half of its name, and say no more.

        ``fillers`` may be of the name: "nacimiento" says little in a date of birth, and much in a name.
        """
        said, beside = _folded(words, language), _folded(fillers, language)
        named = {
            need
            for names in (self.names, self.halves)
            for need, beginnings in names[language].items()
            if beginnings and said and _cover(beginnings, said, beside)
        }
        return named.pop() if len(named) == 1 else None

    def find_whole_name(self, text: str, language: Language) -> str | None:
        """The need with the longest name of which every word is said, whatever else is; None where two are as long."""
        said = _folded([text], language)
        names = self.names[language].items()
        whole = {need: len(name) for need, name in names if name and all(_begins(one, said) for one in name)}
        longest = [need for need, length in whole.items() if length == max(whole.values())]
        return longest[0] if len(longest) == 1 else None

    def settle(self, decision: NeedDecision, text: str, language: Language) -> NeedDecision:
        """A widow's pension, said outright, is no question about marrying again: half its rivals' belief is its own."""
        rivals = _rivals(decision)
        if len(rivals) < 2:
            return decision
        said = " " + " ".join(folded(word) for word in content_words(text, language))
        names = {one.need: self.names[language][one.need] for one in rivals}
        named = [need for need, name in names.items() if all(f" {beginning}" in said for beginning in name)]
        named = [need for need in named if not any(names[need] < names[other] for other in named)]
        if len(named) != 1:
            return decision
        shared = [one if one.need == named[0] else replace(one, confidence=one.confidence / 2) for one in rivals]
        confidence = sum(one.confidence for one in rivals if one.need == named[0])
        confidence += sum(one.confidence for one in shared if one.need != named[0])
        others = [*(one for one in shared if one.need != named[0]), *decision.alternatives[len(rivals) :]]
        others.sort(key=lambda one: -one.confidence)
        return replace(
            decision,
            need=named[0],
            confidence=confidence,
            alternatives=(Candidate(named[0], confidence), *others),
        )


def _folded(words: Sequence[str], language: Language) -> set[str]:
    return {folded(word) for text in words for word in content_words(text, language)}


def _begins(beginning: str, said: set[str]) -> bool:
    return any(word.startswith(beginning) for word in said)


def _cover(beginnings: Beginnings, said: set[str], beside: set[str]) -> bool:
    """Each is there, and nothing else is said."""
    return all(_begins(one, said | beside) for one in beginnings) and all(
        any(word.startswith(one) for one in beginnings) for word in said
    )


def _rivals(decision: NeedDecision) -> tuple[Candidate, ...]:
    if decision.need is None or not decision.alternatives:
        return ()
    best = decision.alternatives[0].confidence
    return tuple(one for one in decision.alternatives if one.confidence * _ODDS >= best)


def _beginning(word: str, language: Language) -> str:
    """The part of a word common to its forms: stemmers leave some Basque cases on, and change the end of others."""
    stemmed = stem(word, language)
    if language == "eu":
        stemmed = stemmed[: max(_SHORTEST, len(stemmed) - _ENDING)]
    same = takewhile(lambda pair: pair[0] == pair[1], zip(stemmed, folded(word), strict=False))
    return "".join(letter for letter, _ in same)


def build_need_names(catalogue: Catalogue, languages: Sequence[Language]) -> NeedNames:
    """From the catalogue; in a language that is not served no need has a name."""

    def all_of(named: Callable[[str, Language], Beginnings]) -> dict[Language, dict[str, Beginnings]]:
        return {
            language: {
                need.id: named(need.names[language], language) if language in languages else frozenset()
                for need in catalogue.values()
            }
            for language in LANGUAGES
        }

    return NeedNames(all_of(_name), all_of(_half))


def _name(name: str, language: Language) -> Beginnings:
    return frozenset(_beginning(word, language) for word in content_words(_ASIDE.sub("", name), language))


def _half(name: str, language: Language) -> Beginnings:
    """ "La prestación por nacimiento" of "… y cuidado de menor"; empty when a name joins nothing."""
    first, *rest = _JOINED.split(name, maxsplit=1)
    half = _name(first, language) if rest else frozenset()
    return half if len(half) >= _LEAST_WORDS_OF_HALF else frozenset()
