"""Dates, times, lists and needs as people say them, in the six languages."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from babel.dates import format_date
from babel.lists import format_list

from agents.phrases.phrases import Phrases
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from tools.offices.offices import CANARY, NamedOffice
from tools.offices.slots import Slot, SlotQuery

DATES: dict[Language, str] = {
    "es": "EEEE, d 'de' MMMM",
    "ca": "EEEE, d MMMM",
    "gl": "EEEE, d 'de' MMMM",
    "eu": "EEEE, MMMM'ren' d'a'",
    "en": "EEEE d MMMM",
    "fr": "EEEE d MMMM",
}
"""CLDR's own full dates carry the year and, in Basque, a placeholder "(a)"; an appointment needs neither."""

ENDS_IN_A = (11, 31)
"""Basque "hamaika" already ends in -a, so these days take no article."""


def date_words(moment: date, language: Language) -> str:
    """Weekday, day and month: "martes, 1 de diciembre"."""
    words = str(format_date(moment, DATES[language], locale=language))
    if language == "eu" and moment.day in ENDS_IN_A:
        return words.removesuffix("a")
    if language == "fr" and moment.day == 1:
        return words.replace(" 1 ", " 1er ", 1)
    return words


def time_words(moment: datetime, language: Language) -> str:
    """Hours and minutes, 24 hours: "9:30"; "9 h 30" in French."""
    if language == "fr":
        return f"{moment.hour}\u00a0h" + (f"\u00a0{moment:%M}" if moment.minute else "")
    return f"{moment.hour}:{moment:%M}"


def when_words(phrases: Phrases, language: Language, slot: Slot, office: NamedOffice) -> str:
    """Date and time of a slot in the office's own time, saying so in the Canary Islands."""
    return moment_words(phrases, language, slot.starts_at, office)


def moment_words(phrases: Phrases, language: Language, moment: datetime, office: NamedOffice) -> str:
    """Date and time of a moment given in the office's own time, saying so in the Canary Islands."""
    key = "when-canary" if office.timezone == CANARY else "when"
    return phrases.say(language, key, date=date_words(moment, language), time=time_words(moment, language))


def list_words(items: Sequence[str], language: Language, style: Literal["standard", "or"] = "standard") -> str:
    """ "a, b and c" in the language, or "a, b or c"."""
    return str(format_list(list(items), style=style, locale=language))


def awaited_words(phrases: Phrases, language: Language, query: SlotQuery) -> str:
    """The appointment that a person waits for, in a few words: how, on which days, at which part of them."""
    first, last = query.not_before, query.not_after
    kind = "on" if first == last else "between" if first and last else "from" if first else "until"
    days = {
        "first": date_words(first, language) if first else "",
        "last": date_words(last, language) if last else "",
    }
    parts = [
        phrases.say(language, f"waiting-list-how-{query.channel.replace('_', '-')}"),
        phrases.say(language, f"waiting-list-days-{kind}", **days) if first or last else "",
        phrases.say(language, f"waiting-list-{query.part_of_day}") if query.part_of_day else "",
    ]
    return ", ".join(part for part in parts if part)


def need_name(phrases: Phrases, catalogue: Catalogue, language: Language, need: str) -> str:
    """The need as a citizen would call it."""
    return phrases.name(language, catalogue[need].names)


def body_name(body: str, phrases: Phrases, language: Language) -> str:
    """The body as a citizen is told of it."""
    return phrases.say(language, f"body-{body.lower()}")


def channel_words(channels: Sequence[str], phrases: Phrases, language: Language) -> str:
    """The channels in which there are appointments, as a sentence."""
    names = [phrases.say(language, f"call-channel-{one.replace('_', '-')}") for one in channels]
    return phrases.say(language, "call-route-channels", channels=list_words(names, language, "or"))
