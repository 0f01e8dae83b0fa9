"""The needs that the clauses of a message name, each read by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agents.understanding.labels.acts import ActReader
from agents.understanding.language.detector import LanguageDetector
from agents.understanding.message import ParsedMessage
from agents.understanding.need_choice import NeedChooser
from agents.understanding.needs.need_decision import NeedDecision
from agents.understanding.question.leaning import LeaningReader
from agents.understanding.shared.labels import SURE
from agents.understanding.units.spoken import unbroken, with_parts
from knowledge.encoders.encoder import Encoder, Vectors
from tools.reading.folding import Folded, fold


@dataclass(frozen=True, slots=True)
class ClauseReader:
    """Reads clauses of a message as messages of their own."""

    encoder: Encoder
    detector: LanguageDetector
    acts: ActReader
    needs: NeedChooser
    leaning: LeaningReader

    def other_need(self, message: ParsedMessage, whole: NeedDecision) -> NeedDecision:
        """The other need that a clause names: "it is not the widow's pension, it is retirement"."""
        clauses = with_parts(message.request, least_words=1 if "matter" in message.acts.labels else 2)[1:]
        clauses = list(dict.fromkeys([*clauses, *map(self._of_nobody, clauses)]))
        others = [one for one in self._choose_needs(message, clauses) if one.need not in (None, whole.need)]
        likeliest = max(others, key=lambda one: one.confidence, default=whole)
        return likeliest if likeliest.confidence >= SURE else whole

    def _of_nobody(self, clause: str) -> str:
        """The clause without whom it is about."""
        folded = fold(clause)
        without = self.leaning.without_persons(folded, folded.text)
        return " ".join(without.split()) if without.strip() and without != folded.text else clause

    def need_of(self, message: ParsedMessage, text: str) -> NeedDecision:
        """The need of some words of the message, read by themselves."""
        return self._choose_needs(message, [text])[0]

    def _choose_needs(self, message: ParsedMessage, texts: Sequence[str]) -> list[NeedDecision]:
        """The need of each clause by itself."""
        spans = [self.detector.courtesies.request_span(text) for text in texts]
        vectors = self.encoder.encode([text[slice(*span)] for text, span in zip(texts, spans, strict=True)])
        return [
            self.needs.choose_need(self._parse_clause(message, text, span, vector))
            for text, span, vector in zip(texts, spans, vectors, strict=True)
        ]

    def _parse_clause(
        self, message: ParsedMessage, text: str, request_span: tuple[int, int], vector: Vectors
    ) -> ParsedMessage:
        """A clause as a message of its own, with the values read in it."""
        slots = {
            name: replace(slot, start=text.index(slot.text), end=text.index(slot.text) + len(slot.text))
            for name, slot in message.slots.items()
            if slot.text and slot.text in text
        }
        folded = fold(text)
        return replace(
            message,
            text=text,
            folded=folded,
            request_span=request_span,
            acts=self.acts.find_acts(folded),
            slots=slots,
            vector=vector,
            question=unbroken(text[slice(*request_span)], message.language, vector),
            switches=self.switches(folded),
        )

    def switches(self, folded: Folded) -> list[tuple[int, int]]:
        """Where another language is asked for."""
        return [(hit.start, hit.end) for hit in self.detector.switches.find(folded)]
