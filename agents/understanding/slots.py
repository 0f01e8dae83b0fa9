"""Everything a booking needs, read from one message: when, where, who and how."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from rapidfuzz.distance import OSA

from agents.understanding.answers import AnswerReader, build_answer_reader
from agents.understanding.date_grammar import DateGrammar, load_grammars
from agents.understanding.dates import DateReading, bare_day, read_date
from agents.understanding.folding import Folded, fold
from agents.understanding.language_words import ordinary_words
from agents.understanding.reading import SlotName, SlotValue
from agents.understanding.times import PartReading, TimeReading, read_part, read_time
from knowledge.languages import LANGUAGES, Language
from tools.identifiers import Found, find_documents, find_emails, find_locators, find_phones
from tools.places import PlaceMention

Slots = dict[SlotName, SlotValue]
_PLACES: frozenset[SlotName] = frozenset({"postcode", "municipality", "province"})
_EDITS = 2
_NOT_PLACES: tuple[SlotName, ...] = ("date", "date_past", "time", "name")


class PlaceFinder(Protocol):
    """What is asked of the register of places."""

    def find_in(self, text: str) -> list[PlaceMention]:
        """Places named in the text, in order."""
        ...


@dataclass(frozen=True, slots=True)
class SlotReader:
    """Reads slots in any language, the message's own first."""

    grammars: Mapping[Language, DateGrammar]
    foreign: Mapping[Language, DateGrammar]
    answers: AnswerReader
    places: PlaceFinder
    words: Mapping[Language, frozenset[str]]

    def read(self, folded: Folded, language: Language, now: datetime, expecting: frozenset[SlotName]) -> Slots:
        """Never raises. ``now`` is local to the citizen; ``expecting`` is what the conversation waits for."""
        slots: Slots = {}
        rest = self._identifiers(folded, slots, "locator" in expecting)
        self._when(rest, language, now, expecting, slots)
        if name := self.answers.name(rest, language):
            slots["name"] = name
        taken = [slots[known] for known in _NOT_PLACES if known in slots]
        asked = not expecting.isdisjoint(_PLACES)
        self._where(_masked(rest, [(slot.start, slot.end) for slot in taken]), language, asked, slots)
        if channel := self.answers.channel(rest):
            slots["channel"] = channel
        option = self.answers.option(rest, "option" in expecting)
        if option and (not ({"date", "time"} & slots.keys()) or "option" in expecting):
            slots["option"] = option
        return slots

    def _identifiers(self, folded: Folded, slots: Slots, locator_asked: bool) -> Folded:
        """Reads identifiers and returns the text with them blanked: their digits are no dates."""
        text = folded.source
        spans: list[tuple[int, int]] = []
        for name, found in (
            ("document", find_documents(text)),
            ("email", find_emails(text)),
            ("locator", find_locators(text)),
            ("phone", find_phones(text)),
        ):
            for one in found:
                if name == "locator" and not locator_asked and not _looks_like_locator(text[one.start : one.end]):
                    continue
                if any(start < one.end and one.start < end for start, end in spans):
                    continue
                spans.append((one.start, one.end))
                slots.setdefault(_slot_name(name, one), _slot(text, one))
        return _masked(folded, spans)

    def _when(
        self, folded: Folded, language: Language, now: datetime, expecting: frozenset[SlotName], slots: Slots
    ) -> None:
        today = now.date()
        grammars = self._in_order(language)
        days = (found for grammar in grammars if (found := read_date(folded, grammar, today)))
        if day := next(days, None):
            _put_date(folded, day, now, slots)
        # The number of a day is no hour ("abenduaren 10ean").
        clock = _masked(folded, [folded.span(day.start, day.end)] if day else [])
        for grammar in grammars:
            part = read_part(folded, grammar)
            if "part_of_day" not in slots and part:
                slots["part_of_day"] = _positioned(folded, part.value, part, 0.9)
            if "time" not in slots and (time := read_time(clock, grammar, part)):
                slots["time"] = _positioned(folded, time.value, time, 0.9)
        asked = "date" in expecting and "date" not in slots and "option" not in expecting
        if asked and (reading := bare_day(folded, today)):
            _put_date(folded, reading, now, slots)

    def _in_order(self, language: Language) -> list[DateGrammar]:
        """The sentence's own language first; of the others only whole words, for their abbreviations are words here."""
        others = dict.fromkeys(("es", *LANGUAGES))
        return [self.grammars[language], *(self.foreign[known] for known in others if known != language)]

    def _where(self, folded: Folded, language: Language, asked: bool, slots: Slots) -> None:
        for mention in self.places.find_in(folded.source):
            if self._doubtful(folded, mention, language, asked):
                continue
            text = folded.source[mention.start : mention.end]
            slot = SlotValue(mention.value, text, mention.start, mention.end, mention.confidence)
            if mention.kind not in slots or slot.confidence > slots[mention.kind].confidence:
                slots[mention.kind] = slot

    def _doubtful(self, folded: Folded, mention: PlaceMention, language: Language, asked: bool) -> bool:
        """A name not written as it is spelt: it needs a place asked for or words before it, and to be no other word."""
        text = fold(folded.source[mention.start : mention.end]).text
        if mention.kind != "municipality" or not _misspelt(text, mention.value):
            return False
        led = any(character.isalpha() for character in folded.source[: mention.start])
        return not (asked or led) or text in self.words[language]


def build_slot_reader(places: PlaceFinder) -> SlotReader:
    """With the six grammars."""
    grammars = load_grammars()
    return SlotReader(grammars, load_grammars(short=False), build_answer_reader(), places, ordinary_words())


def _misspelt(text: str, official: str) -> bool:
    """Close to a form of the name ("Donostia/San Sebastián") and none of them; a far one is a known alias."""
    forms = [fold(form.strip()).text for form in re.split(r"[/,(]", official)]
    if any(text.startswith(form) for form in forms):  # with a case ending: "Eibarko"
        return False
    return any(OSA.distance(text, form, score_cutoff=_EDITS) <= _EDITS for form in forms)


def _slot_name(name: str, found: Found) -> SlotName:
    if name == "document":
        return "document" if found.valid else "document_invalid"
    return "email" if name == "email" else "phone" if name == "phone" else "locator"


def _slot(text: str, found: Found) -> SlotValue:
    return SlotValue(found.value, text[found.start : found.end], found.start, found.end, 0.98)


def _looks_like_locator(text: str) -> bool:
    """Unasked, eight letters are a word: a locator then mixes letters and digits."""
    return any(character.isdigit() for character in text) and any(character.isalpha() for character in text)


def _put_date(folded: Folded, reading: DateReading, now: datetime, slots: Slots) -> None:
    last = reading.until or reading.day
    slot = _positioned(folded, reading.day.isoformat(), reading, reading.confidence)
    if last < now.date():
        slots["date_past"] = slot
        return
    slots["date"] = slot
    if reading.until:
        slots["date_to"] = replace(slot, value=reading.until.isoformat())


def _positioned(
    folded: Folded, value: str, reading: DateReading | TimeReading | PartReading, confidence: float
) -> SlotValue:
    start, end = folded.span(reading.start, reading.end)
    return SlotValue(value, folded.source[start:end], start, end, confidence)


def _masked(folded: Folded, spans: list[tuple[int, int]]) -> Folded:
    """The same positions with the spans (of the source) blanked."""
    if not spans:
        return folded
    source = list(folded.source)
    for start, end in spans:
        source[start:end] = "\x00" * (end - start)
    text = "".join(
        "\x00" if source[origin] == "\x00" else character
        for character, origin in zip(folded.text, folded.origin, strict=True)
    )
    return Folded("".join(source), text, folded.origin)
