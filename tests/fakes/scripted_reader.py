"""A reader that is told what each text means: for tests and dry runs of the conversation alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from agents.understanding.appointments.steps import NOTHING_ASKED, LastAsked
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.reading import Reading
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.content.measures import figure_of
from knowledge.languages import Language
from knowledge.passages import ASPECTS, UnitId

_PLACES, _FALLS = 20, 0.95


class ScriptedReader:
    """Reads what it was given; any other text means nothing, in the language the conversation is in.

    ``asked``: the line that a text asks for, when it is not the first of its side.
    """

    def __init__(self, readings: Mapping[str, Reading], asked: Mapping[str, UnitId] | None = None) -> None:
        self._readings, self._asked = readings, asked or {}

    def read_message(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        asked: LastAsked = NOTHING_ASKED,
        before: SaidBefore = NOTHING_SAID,
    ) -> Reading:
        """The scripted reading of the text; what leans goes on with the need on the table."""
        reading = self._readings.get(text, Reading(language=prior or "es", language_confidence=0.5))
        topic = before.topic
        if topic is None or "leans" not in reading.labels:
            return reading
        return replace(reading, need=topic, confidence=0.9, goes_on=True, out_of_scope=False)

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        """The line asked for; those of the side that the text was read to ask about, in their order; then all others,
        far behind. Those of a less likely need are less likely.
        """
        side = self._readings[text].aspect if text in self._readings else None
        sides = sorted(ASPECTS, key=lambda aspect: aspect != side)
        units = (UnitId(need, aspect, place) for need in needs for aspect in sides for place in range(1, _PLACES))
        asked, likeliest = self._asked.get(text), max(needs.values(), default=1.0)
        ranked = [
            (unit, (0.6 if unit.aspect == sides[0] else 0.01) * _FALLS**unit.place * needs[unit.need] / likeliest)
            for unit in units
            if unit != asked
        ]
        return [(asked, 0.9), *ranked] if asked else ranked

    def expected_answer(self, text: str) -> ExpectedAnswer:
        """The figure that the text was read to ask for."""
        reading = self._readings.get(text)
        return ExpectedAnswer(figures={figure_of(reading.measure): 1.0} if reading and reading.measure else {})
