"""A reader that is told what each text means: for tests and dry runs of the conversation alone."""

from collections.abc import Mapping
from datetime import datetime

from agents.understanding.reading import Reading
from knowledge.languages import Language
from tools.reading.slots import SlotName


class ScriptedReader:
    """Reads what it was given; any other text means nothing, in the language the conversation is in."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings

    def read_message(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        expecting: frozenset[SlotName] = frozenset(),
    ) -> Reading:
        """The scripted reading of the text."""
        return self._readings.get(text, Reading(language=prior or "es", language_confidence=0.5))
