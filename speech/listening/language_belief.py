"""The language of a track, from this utterance and from the call before it. Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.languages import LANGUAGES, Language

Evidence = Mapping[Language, float]
"""Log-likelihoods, up to a constant."""

_SURE = 0.9
_CHANGES = 0.03
_POSSIBLE, _MOST = 0.02, 3
_EXPECTED = 0.6


@dataclass(slots=True)
class LanguageBelief:
    """``expected``: languages of the conversation so far, likeliest first. ``locked``: nothing else is believed."""

    expected: Sequence[Language] = ()
    locked: Language | None = None
    _before: dict[Language, float] = field(init=False)
    _heard: dict[Language, float] = field(init=False)

    def __post_init__(self) -> None:
        self.expect(self.expected)
        self._heard = dict.fromkeys(LANGUAGES, 0.0)

    def expect(self, expected: Sequence[Language]) -> None:
        """Expect these languages from now on, whatever was believed before this utterance."""
        weights = {language: 0.5**rank for rank, language in enumerate(expected)}
        total = sum(weights.values()) or 1.0
        floor = (1 - _EXPECTED if weights else 1.0) / len(LANGUAGES)
        self._before = {
            language: math.log(floor + _EXPECTED * weights.get(language, 0.0) / total) for language in LANGUAGES
        }

    def hear(self, evidence: Evidence) -> None:
        """Weigh the evidence of the utterance so far; it replaces that of a shorter part of it."""
        self._heard = {language: evidence[language] for language in LANGUAGES}

    def next_utterance(self) -> None:
        """Remember this utterance; the speaker may change to another language."""
        shares = self.shares()
        self._before = {
            language: math.log((1 - _CHANGES) * shares[language] + _CHANGES / len(LANGUAGES)) for language in LANGUAGES
        }
        self._heard = dict.fromkeys(LANGUAGES, 0.0)

    def shares(self) -> dict[Language, float]:
        """The probability of each language."""
        scores = {language: self._before[language] + self._heard[language] for language in LANGUAGES}
        top = max(scores.values())
        raw = {language: math.exp(score - top) for language, score in scores.items()}
        total = sum(raw.values())
        return {language: share / total for language, share in raw.items()}

    @property
    def rivals(self) -> list[Language]:
        """The languages in doubt, likeliest first; one when it is sure."""
        if self.locked is not None:
            return [self.locked]
        shares = self.shares()
        order = sorted(LANGUAGES, key=lambda language: -shares[language])
        return [language for language in order[:_MOST] if shares[language] >= _POSSIBLE] if not self.sure else order[:1]

    @property
    def best(self) -> Language:
        """The likeliest; the one that is locked."""
        if self.locked is not None:
            return self.locked
        shares = self.shares()
        return max(LANGUAGES, key=lambda language: shares[language])

    @property
    def sure(self) -> bool:
        """Whether it is sure enough for words to stay in the language."""
        return self.locked is not None or max(self.shares().values()) >= _SURE
