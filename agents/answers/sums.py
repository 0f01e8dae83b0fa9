"""The sums that an administration offers: one door for the chat, the API and the command line."""

from collections.abc import Mapping
from datetime import date

from agents.answers.sum_words import SumWords
from agents.phrases.errors import PhraseError
from agents.phrases.phrases import Phrases
from knowledge.content.calculations import Calculations
from knowledge.content.facts import FactTable
from tools.calculators.inputs import SumInput
from tools.calculators.registry import calculate, calculator, offered
from tools.calculators.rules import IsHoliday, SumRules
from tools.calculators.sums import Missing, Sum
from tools.places.table import load_provinces


class Sums:
    """Rules, facts and holidays of an administration, and the words for what they come to.

    Raises PhraseError when a sum that is offered cannot be asked for.
    """

    def __init__(self, calculations: Calculations, facts: FactTable, phrases: Phrases, is_holiday: IsHoliday) -> None:
        self._calculations, self._facts, self._is_holiday = calculations, facts, is_holiday
        self.words = SumWords(phrases, calculations)
        self.names = tuple(one.name for one in offered(calculations))
        self.presets, self.defaults, self.instead = calculations.presets, calculations.defaults, calculations.instead
        self.untaught, self.of_others, self.gross = calculations.untaught, calculations.of_others, calculations.gross
        self.left = calculations.left
        self.needs = {name: calculations.needs.get(name, ()) for name in self.names}
        for one in offered(calculations):
            for spec in one.inputs:
                if not phrases.has(spec.question):
                    raise PhraseError(f"the sum {one.name} needs the phrase {spec.question!r}")

    def rules(self, today: date) -> SumRules:
        """The rules as of a day."""
        return SumRules(self._calculations, self._facts, today, self._is_holiday, tuple(sorted(load_provinces())))

    def inputs(self, name: str, today: date) -> tuple[SumInput, ...]:
        """What a sum may be told. Raises UnknownSum."""
        return calculator(name, self.rules(today)).inputs

    def calculate(self, name: str, inputs: Mapping[str, object], today: date) -> Sum | Missing:
        """As ``tools.calculators.registry.calculate``. Raises UnknownSum, BadSumInput, SumNotKnown."""
        return calculate(name, inputs, self.rules(today))
