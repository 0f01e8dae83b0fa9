"""One message read whole: language, need, acts, slots, in one pass and one call of the encoder."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from agents.understanding.acts import SHORT_ACTS, ActReader, Acts, build_act_reader
from agents.understanding.aspects import AspectReader, build_aspect_reader
from agents.understanding.examples import Prose, all_examples
from agents.understanding.folding import Folded, fold
from agents.understanding.language import LanguageDetector, LanguageGuess, build_detector, only_these
from agents.understanding.need_store import trained_model
from agents.understanding.needs import NeedModel
from agents.understanding.reading import Label, Reading, SlotName, SlotValue
from agents.understanding.scope import Decision, Thresholds, decide
from agents.understanding.screen import Screened, screen
from agents.understanding.slots import PlaceFinder, SlotReader, build_slot_reader
from agents.understanding.tables import load_table
from knowledge.encoder import Encoder, Vectors
from knowledge.languages import Language, parse_language
from knowledge.needs import Catalogue

_SILENT_ACTS: frozenset[Label] = SHORT_ACTS | {"correct", "person", "locator_lost", "insult"}
_WEAK = 0.5
_MATTER = 0.3
"""Enough to name what an appointment is for: it is read back before anything is written."""
_UNHINTED_MATTER = 0.6
_SETTLED = 0.8
"""From here the words beside the wish for an appointment decide: the wish itself ("I'd like…") misleads."""
_LEAVING: frozenset[Label] = frozenset({"cancel"})
_ASKING: frozenset[Label] = frozenset({"book", "change", "cancel", "personal_data"})
"""Acts that ask for something even in words that say nothing by themselves ("cómo va lo mío")."""
_STEM = 4
"""Letters that stay when a case ending comes off."""
_WORD = re.compile(r"\w+")
_NOTHING = Decision(None, 0.0, (), frozenset(), False)


@dataclass(frozen=True, slots=True)
class _Said:
    """A message with what has been read from it so far."""

    text: str
    folded: Folded
    language: Language
    acts: Acts
    slots: Mapping[SlotName, SlotValue]


@dataclass(frozen=True, slots=True)
class Understander:
    """Thread-safe: it only reads."""

    encoder: Encoder
    detector: LanguageDetector
    classifier: NeedModel
    acts: ActReader
    aspects: AspectReader
    slots: SlotReader
    fillers: frozenset[str] = frozenset()
    endings: Mapping[Language, Sequence[str]] = field(default_factory=dict)
    booking: re.Pattern[str] = field(default=re.compile(r"(?!)"))
    appointment_needs: Mapping[str, str] = field(default_factory=dict)
    thresholds: Thresholds = field(default_factory=Thresholds)

    def read(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        vector: Vectors | None = None,
        expecting: frozenset[SlotName] = frozenset(),
    ) -> Reading:
        """Never raises on any text. ``now`` is aware; ``vector`` is the sentence's when the caller has it already."""
        screened = screen(text)
        folded = fold(screened.text)
        acts = self.acts.read(folded, text)
        guess, switch = self._language(screened, folded, acts, prior)
        slots = self.slots.read(folded, guess.language, now, expecting)
        said = _Said(screened.text, folded, guess.language, acts, slots)
        decision = self._need(said, vector)
        return Reading(
            language=guess.language,
            language_confidence=guess.confidence,
            switch_to=switch,
            need=decision.need,
            confidence=decision.confidence,
            alternatives=decision.alternatives,
            aspect=self.aspects.read(folded),
            labels=acts.labels | decision.labels,
            slots=slots,
            out_of_scope=decision.out_of_scope,
        )

    def _language(
        self, screened: Screened, folded: Folded, acts: Acts, prior: Language | None
    ) -> tuple[LanguageGuess, Language | None]:
        """A greeting or a yes says nothing against the conversation's language; an explicit wish settles it."""
        switch = self.detector.switch(folded)
        if switch:
            return LanguageGuess(switch, 0.99, switch), switch
        guess = self.detector.detect(screened.text, prior)
        if prior and only_these(folded, acts.spans(SHORT_ACTS)):
            guess = LanguageGuess(prior, max(0.5, guess.confidence if guess.language == prior else 0.5), prior)
        return guess, None

    def _need(self, said: "_Said", vector: Vectors | None) -> Decision:
        labels = said.acts.labels
        leaving = "cancel" in labels and not any(self.booking.match(word) for word in said.folded.words())
        silent = _SILENT_ACTS | _LEAVING if leaving else _SILENT_ACTS
        if not self._content(self._left(said, silent)) and (leaving or not labels & _ASKING):
            return _NOTHING
        decision = self._with_acts(self._decide(said.text, said.language, vector), labels - silent)
        denied = [(hit.start, hit.end) for hit in said.acts.denied if hit.key == "book"]
        if labels & {"change", "cancel"} or not ("book" in labels or denied):
            return decision
        matter = self._matter(self._left(said, _SILENT_ACTS, denied), said.language, decision)
        if matter is None:
            return decision
        appointment = decision.need in self.appointment_needs.values()
        return matter if appointment or matter.confidence >= min(_SETTLED, decision.confidence) else decision

    def _decide(self, text: str, language: Language, vector: Vectors | None = None) -> Decision:
        known = self.encoder.encode([text])[0] if vector is None else vector.reshape(-1)
        return decide(self.classifier.probabilities(text, language, known), self.thresholds)

    def _matter(self, rest: str, language: Language, whole: Decision) -> Decision | None:
        """What the appointment is for, when the sentence says more than the wish for one."""
        words = [word for word in _WORD.findall(rest) if self._says_something(word) and not self.booking.match(word)]
        if not words:
            return None
        looks = dict.fromkeys((" ".join(words), " ".join(self._stem(word, language) for word in words)))
        decisions = [self._decide(look, language) for look in looks]
        hinted = {candidate.need for candidate in whole.alternatives}
        matters = [decision for decision in decisions if self._is_matter(decision, hinted)]
        return max(matters, key=lambda decision: decision.confidence, default=None)

    def _is_matter(self, decision: Decision, hinted: set[str]) -> bool:
        """A few words prove little: less is enough when the whole sentence had hinted at that need."""
        if decision.need is None or decision.need in self.appointment_needs.values():
            return False
        return decision.confidence >= (_MATTER if decision.need in hinted else _UNHINTED_MATTER)

    def _stem(self, word: str, language: Language) -> str:
        """The word without its case ending, where the language has them."""
        endings = self.endings.get(language, ())
        ending = next((one for one in endings if word.endswith(one) and len(word) - len(one) >= _STEM), "")
        return word.removesuffix(ending)

    def _left(self, said: "_Said", labels: frozenset[Label], also: Sequence[tuple[int, int]] = ()) -> str:
        """The folded text without those acts, without wishes about the language and without the values read."""
        rest = list(said.folded.text)
        switches = [(hit.start, hit.end) for hit in self.detector.switches.find(said.folded)]
        for start, end in [*said.acts.spans(labels), *switches, *also]:
            rest[start:end] = " " * (end - start)
        spans = [(slot.start, slot.end) for slot in said.slots.values()]
        for index, origin in enumerate(said.folded.origin):
            if any(start <= origin < end for start, end in spans):
                rest[index] = " "
        return "".join(rest)

    def _content(self, rest: str) -> bool:
        """Whether a need may be named: only yes, thanks, a date, a name, an identity… ask for nothing."""
        return any(self._says_something(word) for word in _WORD.findall(rest))

    def _says_something(self, word: str) -> bool:
        return len(word) > 2 and not word.isdigit() and word not in self.fillers

    def _with_acts(self, decision: Decision, labels: frozenset[Label]) -> Decision:
        """Plain words for an appointment settle what the classifier found outside or hardly believed."""
        for label in ("change", "cancel", "book"):
            need = self.appointment_needs.get(label)
            if need and label in labels and (decision.need is None or decision.confidence < _WEAK):
                return Decision(need, _WEAK, decision.alternatives, frozenset(), False)
        return decision


def build_understander(
    catalogue: Catalogue, encoder: Encoder, places: PlaceFinder, cache_dir: Path, *, prose: Prose | None = None
) -> Understander:
    """Everything loaded. The need model is trained (about 15 s), or taken from ``cache_dir`` if it is of the same data.

    ``prose``: sentences of the articles by need and language, which teach each need's vocabulary.
    """
    return Understander(
        encoder=encoder,
        detector=build_detector(),
        classifier=trained_model(all_examples(catalogue, prose), encoder, cache_dir),
        acts=build_act_reader(),
        aspects=build_aspect_reader(),
        slots=build_slot_reader(places),
        fillers=_fillers(),
        endings={parse_language(code): endings for code, endings in load_table("endings").items()},
        booking=_booking_words(),
        appointment_needs=_appointment_needs(catalogue),
    )


def _fillers() -> frozenset[str]:
    return frozenset(fold(str(word)).text for words in load_table("fillers").values() for word in words)


def _booking_words() -> re.Pattern[str]:
    """Whole words that only ask for an appointment."""
    words = (fold(str(word)).text for words in load_table("appointment_words").values() for word in words)
    forms = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?:{'|'.join(forms)})\Z")


def _appointment_needs(catalogue: Catalogue) -> dict[str, str]:
    """Which need stands for booking, and which for changing or cancelling, by the catalogue's own policy."""
    by_action = {need.policy.action: need.id for need in catalogue.values()}
    booking, changing = by_action.get("appointment"), by_action.get("change_appointment")
    found = {"book": booking, "change": changing, "cancel": changing}
    return {label: need for label, need in found.items() if need}
