"""Says of figures that are only the last ones published that newer ones are due."""

from collections.abc import Iterable
from datetime import date

from agents.phrases.message import Message
from agents.phrases.phrases import Phrases
from knowledge.languages import Language


def note_year(messages: Iterable[Message], day: date, language: Language, phrases: Phrases) -> tuple[Message, ...]:
    """A notice, where one of the messages has such figures. Its lines name their year."""
    years = [message.last_of for message in messages if message.last_of]
    if not years:
        return ()
    values = {"last": str(min(years)), "year": str(day.year)}
    return (phrases.message(language, "notice", "answer-last-published", **values),)
