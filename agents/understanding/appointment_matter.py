"""The matter that an appointment is asked for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agents.understanding.content_words import ContentWords
from agents.understanding.label_groups import ACTS_WITHOUT_MATTER, HURRY
from agents.understanding.message import WORD, ParsedMessage
from agents.understanding.need_classifier import NeedClassifier
from agents.understanding.needs.need_decision import SETTLED, NeedDecision, settled_on
from agents.understanding.question.leaning import LeaningReader
from agents.understanding.question.pieces import split_pieces
from agents.understanding.units.spoken import unbroken
from knowledge.encoders.encoder import Encoder
from tools.reading.folding import fold

_HINTED = 0.3
"""Enough to name what an appointment is for: it is read back before anything is written."""
_UNHINTED = 0.45
_PURPOSE = re.compile(
    r"(?<!\w)(?:para|pa|por|per|pel|pels|pola|polo|pour|pr|for|about|regarding|sobre|concernant)(?!\w)"
)
_PAUSE = re.compile(r"[.,;:!?\n]")


@dataclass(frozen=True, slots=True)
class AppointmentMatterReader:
    """``appointment_needs``: needs that only ask for an appointment, by act."""

    encoder: Encoder
    classifier: NeedClassifier
    words: ContentWords
    leaning: LeaningReader
    appointment_needs: Mapping[str, str]

    def settle_matter(self, message: ParsedMessage, whole: NeedDecision) -> NeedDecision:
        """The matter if a message that asks for an appointment names one; else ``whole``, the need of the message.

        The wish itself ("I'd like…") misleads the model, so the words beside it decide.
        """
        denied = [(hit.start, hit.end) for hit in message.acts.denied if hit.key == "book"]
        if message.acts.labels & {"change", "cancel"} or not ("book" in message.acts.labels or denied):
            return whole
        rest = message.remaining_text(ACTS_WITHOUT_MATTER | HURRY, denied)
        beside = self._clauses_with_wish(message, rest)
        matter = self._likeliest(message, [beside], whole)
        if (matter is None or matter.confidence < SETTLED) and _trim_to_words(beside) != _trim_to_words(rest):
            matter = self._likeliest(message, [rest], whole)
        if matter is None or matter.confidence < SETTLED:
            purpose = self._likeliest(message, _purposes(beside), whole)
            matter = purpose if purpose and purpose.confidence >= SETTLED else matter
        if matter is None:
            return whole
        only_appointment = whole.need in self.appointment_needs.values()
        return matter if only_appointment or matter.confidence >= min(SETTLED, whole.confidence) else whole

    def _likeliest(self, message: ParsedMessage, texts: Sequence[str], whole: NeedDecision) -> NeedDecision | None:
        """The surest that one of the texts names, each also read without whom it is about."""
        several = dict.fromkeys(
            variant for text in texts for variant in (text, self.leaning.without_persons(message.folded, text))
        )
        found = [matter for text in several if (matter := self._find_matter(message, text, whole))]
        return max(found, key=lambda one: one.confidence, default=None)

    def _clauses_with_wish(self, message: ParsedMessage, rest: str) -> str:
        """The rest, in its places, of the pieces that ask for the appointment: others tell why it is needed."""
        folded = message.folded
        asked = [folded.span(*span) for span in message.acts.spans(frozenset({"book"}))]
        pieces = [
            piece
            for piece in split_pieces(folded.source, message.language)
            if any(start < piece.end and piece.start < end for start, end in asked)
        ]
        return "".join(
            character if any(piece.start <= origin < piece.end for piece in pieces) else " "
            for character, origin in zip(rest, folded.origin, strict=True)
        )

    def _find_matter(self, message: ParsedMessage, rest: str, whole: NeedDecision) -> NeedDecision | None:
        """The surest need that the words of ``rest`` name, if any."""
        words = [
            word
            for word in WORD.finditer(rest)
            if self.words.is_content(word[0]) and not self.words.is_booking(word[0])
        ]
        if not words:
            return None
        written = [message.text[slice(*message.folded.span(*word.span()))] for word in words]  # with their accents
        fillers = [word for word in WORD.findall(rest) if not self.words.is_content(word)]
        if named := self.classifier.names.find_named_need(written, message.language, fillers):
            return settled_on(named)
        stems = [self.words.stem(word[0], message.language) for word in words]
        texts = dict.fromkeys((self._unbroken_text(message, rest, words) or " ".join(written), " ".join(stems)))
        vectors = self.encoder.encode(list(texts))
        decisions = [
            self.classifier.classify(unbroken(text, message.language, vector), fold(text), vector, message.context)
            for text, vector in zip(texts, vectors, strict=True)
        ]
        hinted = {candidate.need for candidate in whole.alternatives}
        matters = [decision for decision in decisions if self._is_matter(decision, hinted)]
        return max(matters, key=lambda decision: decision.confidence, default=None)

    def _unbroken_text(self, message: ParsedMessage, rest: str, words: Sequence[re.Match[str]]) -> str | None:
        """The text from the first word to the last ("partir à la retraite"), if nothing else lies between."""
        start, end = words[0].start(), words[-1].end()
        between = rest[start:end]
        if between != message.folded.text[start:end] or any(map(self.words.is_booking, WORD.findall(between))):
            return None
        return message.text[slice(*message.folded.span(start, end))]

    def _is_matter(self, decision: NeedDecision, hinted: set[str]) -> bool:
        """A few words prove little: less is enough when the whole sentence had hinted at that need."""
        if decision.need is None or decision.need in self.appointment_needs.values():
            return False
        return decision.confidence >= (_HINTED if decision.need in hinted else _UNHINTED)


def _purposes(rest: str) -> list[str]:
    """What follows each word of purpose, in its place: "for Mum | about the widow's pension"."""
    starts = [found.start() for found in _PURPOSE.finditer(rest)]
    ends = [*starts[1:], len(rest)][: len(starts)]
    pauses = [_PAUSE.search(rest, start, end) for start, end in zip(starts, ends, strict=True)]
    until = [pause.start() if pause else end for pause, end in zip(pauses, ends, strict=True)]
    spans = list(zip(starts, until, strict=True))
    return [f"{' ' * start}{rest[start:end]}{' ' * (len(rest) - end)}" for start, end in spans]


def _trim_to_words(text: str) -> str:
    words = list(WORD.finditer(text))
    return text[words[0].start() : words[-1].end()] if words else ""
