"""Of needs that are nearly as likely, the one whose name was said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from agents.understanding.reading import Candidate
from agents.understanding.scope import Decision
from knowledge.languages import LANGUAGES, Language
from knowledge.needs import Catalogue
from knowledge.words import content_words, folded, stem

_ODDS = 4.0
"""Needs no less likely than this share of the likeliest compete with it."""

_ASIDE = re.compile(r"\([^)]*\)")
_SHORTEST, _ENDING = 4, 2
"""Letters."""

Beginnings = frozenset[str]


@dataclass(frozen=True, slots=True)
class NeedNames:
    """How the words of every need's name begin, by language."""

    names: Mapping[Language, Mapping[str, Beginnings]]

    def settle(self, decision: Decision, text: str, language: Language) -> Decision:
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


def _rivals(decision: Decision) -> tuple[Candidate, ...]:
    if decision.need is None or not decision.alternatives:
        return ()
    best = decision.alternatives[0].confidence
    return tuple(one for one in decision.alternatives if one.confidence * _ODDS >= best)


def _beginning(word: str, language: Language) -> str:
    """What stays of a word in all its forms: stemmers leave some Basque cases on."""
    stemmed = stem(word, language)
    return stemmed[: max(_SHORTEST, len(stemmed) - _ENDING)]


def build_need_names(catalogue: Catalogue) -> NeedNames:
    """From the catalogue."""
    return NeedNames(
        {
            language: {
                need.id: frozenset(
                    _beginning(word, language) for word in content_words(_ASIDE.sub("", need.names[language]), language)
                )
                for need in catalogue.values()
            }
            for language in LANGUAGES
        }
    )
