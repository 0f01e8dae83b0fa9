"""A message with the values that are read from it so far."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agents.understanding.labels.acts import Acts
from agents.understanding.labels.label_groups import FEELINGS, MENTIONS_PEOPLE
from agents.understanding.shared.labels import DANGERS, Label
from agents.understanding.slots.identities import announcing
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore, SpokenQuestion
from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from tools.reading.folding import Folded
from tools.reading.slots import SlotName, SlotValue

Spans = Sequence[tuple[int, int]]

WORD = re.compile(r"\w+")
_IDENTITIES: frozenset[SlotName] = frozenset(
    {"document", "document_invalid", "document_part", "nuss", "phone", "locator"}
)
_MOMENTS: frozenset[SlotName] = frozenset({"date", "time", "option", "part_of_day"})
_MOST_WORDS_WITH_CHANNEL = 6
"""Words of an answer: "in person, please" says how, and asks for nobody."""
_MOST_WORDS_WITH_NUMBER = 12
"""Words of an answer that gives a number: the words around the number are no cry for help."""


@dataclass(frozen=True, slots=True)
class Context:
    """The conversation that a message is said in. ``answering``: something was asked for before it.

    ``leans``: how probably the message leans on what was said.
    """

    answering: bool = False
    before: SaidBefore = NOTHING_SAID
    leans: float = 0.0

    @property
    def topic(self) -> str | None:
        """The need on the table."""
        return self.before.topic


@dataclass(frozen=True, slots=True)
class ParsedMessage:
    """``request_span``: where the request begins and ends in ``text``; ``vector`` is that of the request."""

    text: str
    folded: Folded
    request_span: tuple[int, int]
    language: Language
    acts: Acts
    slots: Mapping[SlotName, SlotValue]
    vector: Vectors
    question: SpokenQuestion
    """The request as it was spoken."""
    switches: Spans
    """Spans that ask for another language."""
    context: Context

    @property
    def request(self) -> str:
        """The text without openings and courtesies."""
        return self.text[slice(*self.request_span)]

    def remaining_text(self, labels: frozenset[Label], also: Spans = ()) -> str:
        """Folded text of the request; the acts of ``labels``, ``also``, language wishes and values become spaces."""
        rest = list(self.folded.text)
        also = [*also, *announcing(self.folded, self.language, self.slots)]
        for start, end in [*self.acts.spans(labels), *self.switches, *also]:
            rest[start:end] = " " * (end - start)
        begins, ends = self.request_span
        spans = [
            (0, begins),
            (ends, len(self.text)),
            *((slot.start, slot.end) for slot in self.slots.values()),
        ]
        for index, origin in enumerate(self.folded.origin):
            if any(start <= origin < end for start, end in spans):
                rest[index] = " "
        return "".join(rest)


def names_channel_briefly(folded: Folded, slots: Mapping[SlotName, SlotValue]) -> bool:
    """Few words with a channel among them: "in person" and "not by phone" ask for no person."""
    return not {"channel", "channel_not"}.isdisjoint(slots) and len(folded.words()) <= _MOST_WORDS_WITH_CHANNEL


def labels_excluded_by_answer(
    folded: Folded, slots: Mapping[SlotName, SlotValue], said: Acts, *, answering: bool = False
) -> frozenset[Label]:
    """Labels that a message does not carry when it only answers with a channel, a choice, a number or a no to a day.

    ``said``: what it does in words; ``answering``: something was asked for.
    """
    option = slots.get("option")
    if option and not WORD.search(f"{folded.source[: option.start]} {folded.source[option.end :]}"):
        return DANGERS | MENTIONS_PEOPLE | {"insult", "unsafe"}  # "I'll take the last one" is no farewell
    if not _IDENTITIES.isdisjoint(slots) and len(folded.words()) <= _MOST_WORDS_WITH_NUMBER:
        # "sorry, I got it wrong, it's 4015…", "hers is 4015…, her name is…"
        return DANGERS.union(FEELINGS, {"person", "insult"})
    if answering and "date_not" in slots and _only_denies(folded, slots["date_not"], said):
        return DANGERS | {"unsafe"}  # "tomorrow is no good"
    if "channel" in slots and ("channel_not" in slots or "book" in said.labels or not _MOMENTS.isdisjoint(slots)):
        return frozenset({"person"})  # "the 9th at 9 by phone" and "an appointment in person" ask for nobody
    return MENTIONS_PEOPLE if names_channel_briefly(folded, slots) else frozenset()


def _only_denies(folded: Folded, day: SlotValue, said: Acts) -> bool:
    """Whether nothing is said but the day and that it will not do."""
    noes = (folded.span(*span) for span in said.spans(frozenset({"deny"})))
    spans = [(day.start, day.end), *noes]
    rest = (one for at, one in enumerate(folded.source) if not any(start <= at < end for start, end in spans))
    return not WORD.search("".join(rest))
