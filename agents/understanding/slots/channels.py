"""How somebody wants to be attended, and how not: "by phone", "not by phone, she is deaf"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agents.understanding.shared.tables import load_table
from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.grammar import dates_table
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook, PhraseHit
from tools.reading.slots import SlotName, SlotValue

_LEAST_LETTERS = 7
"""Letters of a single word of another language: a shorter one may be another word here."""
_BEFORE, _AFTER = 5, 1
"""The most words between a no and the channel that it refuses, before and after it."""
_PAUSE = re.compile(r"[.,;:!?]")
_SENTENCE = re.compile(r"[^.!?]*([.!?]?)")


@dataclass(frozen=True, slots=True)
class ChannelReader:
    """``refusals``: words that refuse, under "no", and those that only look like them ("I don't mind"), under ""."""

    channels: Mapping[Language, PhraseBook]
    refusals: PhraseBook

    def read(self, folded: Folded, language: Language) -> dict[SlotName, SlotValue]:
        """The channel wanted, and the one refused."""
        hits = sorted(self._hits(folded, language), key=lambda hit: hit.start)
        slots: dict[SlotName, SlotValue] = {}
        noes = self._noes(folded)
        for place, hit in enumerate(hits):
            before = hits[place - 1].end if place else 0
            name: SlotName = "channel_not" if _refused(hit, before, noes, folded.text) else "channel"
            start, end = folded.span(hit.start, hit.end)
            slots.setdefault(name, SlotValue(hit.key, folded.source[start:end], start, end, 0.9))
        if "channel" in slots and "channel_not" in slots and slots["channel"].value == slots["channel_not"].value:
            del slots["channel"]
        return slots

    def _hits(self, folded: Folded, language: Language) -> Iterator[PhraseHit]:
        """Those of the language of the message, and of the others where they cannot be another word."""
        found: list[PhraseHit] = []
        for known in dict.fromkeys((language, *LANGUAGES)):
            for hit in self.channels[known].find(folded):
                said = folded.text[hit.start : hit.end]
                sure = known == language or " " in said or len(said) >= _LEAST_LETTERS
                if sure and not any(hit.start < one.end and one.start < hit.end for one in found):
                    found.append(hit)
        return iter(found)

    def _noes(self, folded: Folded) -> list[PhraseHit]:
        hits = self.refusals.find(folded)
        looks = [hit for hit in hits if not hit.key]
        return [hit for hit in hits if hit.key and not any(one.start <= hit.start < one.end for one in looks)]


def _refused(hit: PhraseHit, before: int, noes: list[PhraseHit], text: str) -> bool:
    """``before``: where the channel said before it ends: a no that stands before that is of that one."""
    sentence = _SENTENCE.match(text, hit.start)
    asks = sentence is not None and sentence[1] == "?"
    for no in noes:
        between = text[no.end : hit.start]
        leads = before <= no.start and no.end <= hit.start and not asks and _near(between, _BEFORE)
        if leads and not (before and _is_nearer(text[before : no.start], between)):
            return True
        if no.start >= hit.end and not asks and _near(text[hit.end : no.start], _AFTER):
            return True
    return False


def _is_nearer(between: str, other: str) -> bool:
    """ "In person not possible, by phone": whether the no is of the channel before it."""
    return _near(between, _AFTER) and len(between.split()) < len(other.split())


def _near(between: str, most: int) -> bool:
    return not _PAUSE.search(between) and len(between.split()) <= most


def build_channel_reader() -> ChannelReader:
    """From the tables of each language and ``data/refusals.yaml``."""
    table = load_table("refusals")
    return ChannelReader(
        {language: PhraseBook(dates_table(language)["channels"]) for language in LANGUAGES},
        PhraseBook({key: [phrase for phrases in table[name].values() for phrase in phrases] for key, name in _KEYS}),
    )


_KEYS = (("no", "refuses"), ("", "looks_like"))
