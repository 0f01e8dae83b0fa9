"""The need of a message: the model's, unless acts, danger or the wish for an appointment say otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.understanding.appointment_matter import AppointmentMatterReader
from agents.understanding.content_words import ContentWords
from agents.understanding.labels.label_groups import (
    ABOUT_THE_WAY,
    ACTS_WITHOUT_MATTER,
    ASKING,
    HURRY,
    LEAVING,
    REQUEST_ACTS,
)
from agents.understanding.message import ParsedMessage, names_channel_briefly
from agents.understanding.need_classifier import NeedClassifier
from agents.understanding.needs.need_decision import NO_NEED, SETTLED, NeedDecision, settled_on
from agents.understanding.question.aspects import AspectReader
from agents.understanding.shared.labels import DANGERS, SURE, Label
from knowledge.content.needs import Action, Catalogue

_WEAK, _FEW = 0.5, 10
_ALARM = 0.9
"""Confidence from which the need stands though no danger is heard: whether there is one is asked then."""


@dataclass(frozen=True, slots=True)
class ServiceNeeds:
    """Needs that stand for acts, by the catalogue's own policy; ``appointment`` by the label of its act."""

    appointment: Mapping[str, str]
    person: str | None
    emergency: str | None
    near_person: frozenset[str] = frozenset()
    """Needs that are answered and that are taken for a wish for a person: "is this a robot or is somebody there?"."""

    @property
    def of_us(self) -> str | None:
        """The need of who asks about this service."""
        return min(self.near_person, default=None)


@dataclass(frozen=True, slots=True)
class NeedChooser:
    """Thread-safe: it only reads."""

    classifier: NeedClassifier
    matters: AppointmentMatterReader
    words: ContentWords
    needs: ServiceNeeds

    @property
    def aspects(self) -> AspectReader:
        """The reader of aspects and measures that the classifier has."""
        return self.classifier.aspects

    def choose_need(self, message: ParsedMessage) -> NeedDecision:
        """The need that the message names by itself."""
        labels = message.acts.labels
        leaving = "cancel" in labels and not any(self.words.is_booking(word) for word in message.folded.words())
        silent = ACTS_WITHOUT_MATTER | LEAVING if leaving else ACTS_WITHOUT_MATTER
        silent = silent if labels & DANGERS else silent | HURRY
        if message.context.topic:
            silent -= ABOUT_THE_WAY
        asks_on = message.context.topic is not None and labels >= ASKING
        if "asks_what" in labels and len(message.folded.words()) <= _FEW and self.needs.of_us:
            return settled_on(self.needs.of_us)
        names_nothing = not self.words.found_in(message.remaining_text(silent))
        if names_nothing and not asks_on and (leaving or not labels & REQUEST_ACTS):
            return settled_on(self.needs.person) if self.needs.person and "person" in labels else NO_NEED
        decision = self.classifier.classify(message.question, message.folded, message.vector, message.context)
        decision = self._with_acts(decision, labels - silent)
        in_person = names_channel_briefly(message.folded, message.slots)
        if decision.need == self.needs.person and "person" not in labels and in_person:
            return NO_NEED
        decision = self._with_us(decision, labels)
        return self.matters.settle_matter(message, settle_danger(decision, labels, self.needs.emergency))

    def _with_us(self, decision: NeedDecision, labels: frozenset[Label]) -> NeedDecision:
        """What answers here is asked, beside nothing that is surer."""
        of_us = self.needs.of_us
        if of_us is None or "asks_what" not in labels:
            return decision
        named = decision.need not in (None, self.needs.person) and decision.confidence >= SURE
        return decision if named else settled_on(of_us, decision.alternatives)

    def _with_acts(self, decision: NeedDecision, labels: frozenset[Label]) -> NeedDecision:
        """Plain words for an appointment settle what the classifier found outside or hardly believed."""
        for label in ("change", "cancel", "book"):
            need = self.needs.appointment.get(label)
            if need and label in labels and (decision.need is None or decision.confidence < _WEAK):
                return NeedDecision(need, _WEAK, decision.alternatives, frozenset(), False)
        return decision


def service_needs(catalogue: Catalogue) -> ServiceNeeds:
    """The first need of each action in the catalogue."""

    def first(action: Action) -> str | None:
        return next((need.id for need in catalogue.values() if need.policy.action == action), None)

    booking, changing = first("appointment"), first("change_appointment")
    by_label = {"book": booking, "change": changing, "cancel": changing}
    appointment = {label: need for label, need in by_label.items() if need}
    person = first("person")
    near = frozenset(
        need.id for need in catalogue.values() if person in need.confusable and need.policy.action == "answer"
    )
    return ServiceNeeds(appointment, person, first("emergency"), near)


def settle_danger(decision: NeedDecision, labels: frozenset[Label], emergency: str | None) -> NeedDecision:
    """Danger in words makes the need ``emergency`` unless another is certain; without words it takes ``_ALARM``."""
    if emergency is None:
        return decision
    if labels & DANGERS:
        if decision.need is not None and decision.confidence >= SETTLED:
            return decision
        return settled_on(emergency, decision.alternatives)
    others = tuple(candidate for candidate in decision.alternatives if candidate.need != emergency)
    if decision.need != emergency or decision.confidence >= _ALARM or not others:
        return decision
    return NeedDecision(others[0].need, others[0].confidence, others, frozenset(), False)
