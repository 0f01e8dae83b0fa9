"""A sum in words: its sentence, its steps with their articles, what it leaves out, and what it asks for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from agents.phrases.day_forms import day_forms
from agents.phrases.phrases import Phrases
from knowledge.content.calculations import Calculations
from knowledge.content.fact_text import render_value
from knowledge.languages import Language, Variant
from tools.calculators.inputs import SumInput
from tools.calculators.sums import Measured, Sum, SumPhrase, SumValue
from tools.errors import BadSumInput

_NO_CENTS = re.compile(r"[.,]00(?!\d)")
_BETWEEN: Mapping[Language, str] = {"fr": "\u00a0; "}


@dataclass(frozen=True, slots=True)
class WordedStep:
    """A step and the article that says it."""

    text: str
    article: str


@dataclass(frozen=True, slots=True)
class WordedSum:
    """A sum as a person is told of it: ``text`` is one sentence or two."""

    text: str
    steps: tuple[WordedStep, ...]
    limits: tuple[str, ...]
    assumed: tuple[str, ...]


class SumWords:
    """Says sums with the phrases of an administration and the names of its norms."""

    def __init__(self, phrases: Phrases, calculations: Calculations) -> None:
        self._phrases, self._calculations, self._norms = phrases, calculations, calculations.norms

    def in_variety(self, variety: Variant | None) -> "SumWords":
        """The same words, in that variety where they differ."""
        return SumWords(self._phrases.in_variety(variety), self._calculations)

    def say(self, found: Sum, language: Language) -> WordedSum:
        """The sum in words. Raises PhraseError when a phrase is missing."""
        steps = (
            WordedStep(self.phrase(step.phrase, language), self.article(step.norm, step.article))
            for step in found.steps
        )
        return WordedSum(
            self.phrase(found.result, language),
            tuple(steps),
            tuple(self.phrase(limit, language) for limit in found.limits),
            tuple(self.phrase(one, language) for one in found.assumed),
        )

    def ask(self, spec: SumInput, language: Language) -> str:
        """The question for an input."""
        return self._phrases.say(language, spec.question)

    def options(self, spec: SumInput, language: Language) -> dict[str, str]:
        """The names of the options that have a phrase, by option."""
        keys = {option: spec.option_phrase(option) for option in spec.options}
        return {option: self._phrases.say(language, key) for option, key in keys.items() if self._phrases.has(key)}

    def refuse(self, error: BadSumInput, language: Language) -> str:
        """Why an input cannot be."""
        return self._phrases.say(language, error.phrase)

    def article(self, norm: str, article: str) -> str:
        """Norm and article as they are cited; both are in the language of the law."""
        return f"{self._norms.get(norm, norm)}, {article}"

    def phrase(self, one: SumPhrase, language: Language) -> str:
        """A phrase of a sum with its values in words."""
        values = dict(pair for name, value in one.values.items() for pair in self._values(name, value, language))
        return self._phrases.say(language, one.key, **values)

    def _values(self, name: str, value: SumValue, language: Language) -> Iterator[tuple[str, str]]:
        """The value under its name; a day besides under the names of its forms."""
        if isinstance(value, SumPhrase):
            yield name, self.phrase(value, language)
        elif isinstance(value, Measured):
            if isinstance(value.value, date):
                yield from ((f"{name}{ending}", words) for ending, words in day_forms(value.value, language).items())
            else:
                words = render_value(value.unit, value.value, language)
                yield name, _NO_CENTS.sub("", words) if value.plain else words
        else:
            yield name, _BETWEEN.get(language, "; ").join(self.phrase(part, language) for part in value)
