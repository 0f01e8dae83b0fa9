"""One message read whole: language, need, acts, slots, in one pass and one call of the encoder."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any, NamedTuple

from agents.understanding.beside import Beside
from agents.understanding.labels.acts import SHORT_ACTS, ActReader, Acts, build_act_reader
from agents.understanding.labels.reader import LabelReader
from agents.understanding.labels.store import Taught, trained_labels
from agents.understanding.language.detector import LanguageDetector, LanguageGuess, build_detector, only_these
from agents.understanding.language.varieties import parse_variety
from agents.understanding.needs.examples import Example
from agents.understanding.needs.head import KEPT as KEPT_HEAD
from agents.understanding.needs.model import NeedModel
from agents.understanding.needs.named import NeedNames, build_need_names
from agents.understanding.needs.particular import ParticularNeeds, build_particular_needs
from agents.understanding.needs.scope import Decision, Thresholds, decide
from agents.understanding.needs.store import trained_model
from agents.understanding.question.as_of import AsOfReader, build_as_of_reader
from agents.understanding.question.aspects import AspectReader, build_aspect_reader
from agents.understanding.question.clauses import ClauseRequest, WishReader, build_wish_reader, clause_text
from agents.understanding.question.conditions import ConditionReader, FoundConditions, build_condition_reader
from agents.understanding.question.expected_answer import ExpectedAnswerModel, build_expected_answer_model
from agents.understanding.question.leaning import Lean, LeaningReader, build_leaning_reader
from agents.understanding.reading import Reading
from agents.understanding.remembering import RememberingEncoder
from agents.understanding.screen import screen
from agents.understanding.shared.labels import DANGERS, Candidate, Label, Likeness
from agents.understanding.shared.tables import load_table, own_model
from agents.understanding.slots.identities import announcing, without_document_names
from agents.understanding.slots.slot_reader import MentionFinder, SlotReader, build_slot_reader
from knowledge.administration import Administration
from knowledge.content.needs import Action, Catalogue
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.languages import Language, parse_language
from tools.reading.dates.working_days import WorkingDays
from tools.reading.folding import Folded, fold
from tools.reading.slots import SlotName, SlotValue

_SILENT_ACTS: frozenset[Label] = SHORT_ACTS | {
    "correct", "person", "locator_lost", "insult", "offline", "no_certificate",
}  # fmt: skip
_WEAK = 0.5
_MATTER = 0.3
"""Enough to name what an appointment is for: it is read back before anything is written."""
_UNHINTED_MATTER = 0.45
_SETTLED = 0.8
"""From here the words beside the wish for an appointment decide: the wish itself ("I'd like…") misleads."""
_LEAVING: frozenset[Label] = frozenset({"cancel"})
_ASKING: frozenset[Label] = frozenset({"book", "change", "cancel", "personal_data"})
"""Acts that ask for something even in words that say nothing by themselves ("cómo va lo mío")."""
_OF_A_CLAUSE: frozenset[Label] = _ASKING | {"decision_bait"}
"""Acts that belong to the clause they stand in, when a message asks for two things."""
_NO_LEANING: frozenset[Label] = _ASKING | {"person", "injection", "locator_lost"}
_ALARM = 0.9
"""Without a word of danger, only from here on a message is taken for one: grief and poverty are told alike."""
_GUESSED: frozenset[Label] = frozenset({"personal_data", "decision_bait", "third_person", "complaint", "correct"})
_GUESSED_OF_A_QUESTION: frozenset[Label] = frozenset({"complaint", "correct", "third_person"})
"""What a model reads into a question about no matter of its own, with nothing in its words that says so."""
_OF_A_SIDE: frozenset[Label] = frozenset({"person"})
"""And into one about papers or places: "what do I take with me to the office?"."""
_OF_AN_OPENING: frozenset[Label] = frozenset({"greeting", "thanks", "question"})
"""What phrases may find in a message that only begins."""
_HURRY: frozenset[Label] = frozenset({"urgent"})
"""Words of hurry are not what an appointment is for."""
_OF_OTHERS: frozenset[Label] = frozenset({"third_person"})
_PLAIN: frozenset[Label] = SHORT_ACTS | {"book", "change", "cancel"}
"""Acts whose phrases, where they are all there is, leave nothing to guess."""
_OF_COMPANY: frozenset[Label] = frozenset({"person", "third_person"})
_ANSWER = 6
"""Words of an answer: "in person, please" says how, and asks for nobody."""
_IDENTITIES: frozenset[SlotName] = frozenset(
    {"document", "document_invalid", "document_part", "nuss", "phone", "locator"}
)
_CORRECTION = 12
"""Words of an answer that gives a number: what it is said with is no cry for help."""
_BEYOND_DOUBT = 0.5
"""A surer reading needs no explanation."""
_STEM = 4
"""Letters that stay when a case ending comes off."""
_WORD = re.compile(r"\w+")
Spans = Sequence[tuple[int, int]]
_NOTHING = Decision(None, 0.0, (), frozenset(), False)


@dataclass(frozen=True, slots=True)
class _Said:
    """A message with what has been read from it so far. ``asks``: where its request begins and ends."""

    text: str
    folded: Folded
    asks: tuple[int, int]
    language: Language
    acts: Acts
    slots: Mapping[SlotName, SlotValue]
    vector: Vectors
    switches: Spans
    """Where it says in which language it wants to be spoken to."""
    answering: bool
    """Whether something was asked before it."""

    @property
    def request(self) -> str:
        """Its text without openings and courtesies."""
        return self.text[slice(*self.asks)]


class _Worded(NamedTuple):
    """What the words say by themselves. ``folded``: the message without the numbers of identities."""

    guess: LanguageGuess
    asked: LanguageGuess | None
    phrased: Acts
    slots: Mapping[SlotName, SlotValue]
    told: FoundConditions
    folded: Folded


@dataclass(frozen=True, slots=True)
class Understander:
    """Thread-safe: it only reads. ``beside``: the words are read while the encoder runs."""

    encoder: Encoder
    beside: Beside
    detector: LanguageDetector
    classifier: NeedModel
    acts: ActReader
    labels: LabelReader
    aspects: AspectReader
    wanted: ExpectedAnswerModel
    slots: SlotReader
    wishes: WishReader
    leaning: LeaningReader
    names: NeedNames
    particular: ParticularNeeds
    conditions: ConditionReader
    as_of: AsOfReader
    zone: tzinfo = UTC
    fillers: frozenset[str] = frozenset()
    endings: Mapping[Language, Sequence[str]] = field(default_factory=dict)
    booking: re.Pattern[str] = field(default=re.compile(r"(?!)"))
    appointment_needs: Mapping[str, str] = field(default_factory=dict)
    person_need: str | None = None
    emergency_need: str | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)

    def read(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        expecting: frozenset[SlotName] = frozenset(),
    ) -> Reading:
        """Never raises on any text. ``now`` is aware; days are those of ``zone``, whatever its own.

        It encodes, once or more: not for the event loop.
        """
        now = now.astimezone(self.zone)
        folded = fold(screen(text).text)
        request = self.detector.courtesies.request(folded.source)
        texts = self.labels.looks(request)
        vectors, (guess, asked, phrased, slots, told, folded) = self.beside.both(
            lambda: self.encoder.encode(texts),
            lambda: self._words(text, folded, prior, now, expecting),
        )
        asks = self.detector.courtesies.request_span(folded.source)
        if folded.source[slice(*asks)] != request:  # numbers that identify somebody say nothing of the matter
            texts = self.labels.looks(folded.source[slice(*asks)])
            vectors = self.encoder.encode(texts)
        if not slots and phrased.labels <= _OF_AN_OPENING and self.detector.courtesies.only_opens(folded.source):
            return self._opening(guess, asked)
        heard = self.labels.read(texts, vectors)
        measure = self.aspects.find_measure(folded)
        if asked or measure == "phone":
            heard = heard.without(
                frozenset({"person"})
            )  # "can we speak English?", "which number do I call?" ask for nobody by themselves
        if only_these(folded, phrased.spans(_PLAIN)):  # "never mind, I don't want it" is no cry for help
            heard = heard.without(DANGERS | {"leans"})
        acts = phrased.joined(heard.labels - _not_in_an_answer(folded, slots))
        switches = [(hit.start, hit.end) for hit in self.detector.switches.find(folded)]
        said = _Said(folded.source, folded, asks, guess.language, acts, slots, vectors[0], switches, bool(expecting))
        lean = self._lean(said, told)
        alone = self._need(said)
        whole = alone if lean is None or lean.told else _NOTHING
        wishes = self.wishes.find_wishes(folded, guess.language, whole, lambda texts: self._clauses(said, texts))
        decision = wishes[0].decision if wishes else whole
        first = fold(clause_text(folded, wishes[0].clause)) if wishes else folded
        measure = self.aspects.find_measure(first) if wishes else measure
        return Reading(
            language=guess.language,
            language_confidence=guess.confidence,
            variety=parse_variety(guess.code),
            switch_to=asked.language if asked else None,
            need=decision.need,
            confidence=decision.confidence,
            outside=decision.outside,
            alternatives=decision.alternatives,
            between=self._between(said, decision),
            aspect=self.aspects.find_aspect(first),
            measure=measure,
            wanted=self.wanted.predict(first),
            labels=self._labels(said, wishes, lean) | decision.labels,
            slots=slots,
            out_of_scope=decision.out_of_scope,
            further=tuple(wish.decision.need for wish in wishes[1:] if wish.decision.need),
            leaning=lean is not None,
            alone=Candidate(alone.need, alone.confidence) if lean and not lean.told and alone.need else None,
            leans=heard.leans,
            conditions=told.conditions,
            as_of=self.as_of.parse_as_of(folded, slots, now.date()),
            reserved=self.slots.answers.reserved(folded),
        )

    def _opening(self, guess: LanguageGuess, asked: LanguageGuess | None) -> Reading:
        """Of what only begins, like a greeting."""
        return Reading(
            language=guess.language,
            language_confidence=guess.confidence,
            variety=parse_variety(guess.code),
            switch_to=asked.language if asked else None,
            labels=frozenset({"greeting"}),
        )

    def _words(
        self,
        text: str,
        folded: Folded,
        prior: Language | None,
        now: datetime,
        expecting: frozenset[SlotName],
    ) -> _Worded:
        """What needs no vector."""
        phrased = self.acts.read(without_document_names(folded), text)
        asked = self.detector.asked(folded)
        guess = asked or self._language(folded, phrased, prior)
        slots, folded = self.slots.read_slots_and_rest(folded, guess.language, now, expecting)
        told = self.conditions.find_conditions(folded, guess.language)
        if province := self.slots.province(slots):
            told = told.living(province, self.conditions.homes(folded))
        return _Worded(guess, asked, phrased, slots, told, folded)

    def _language(self, folded: Folded, acts: Acts, prior: Language | None) -> LanguageGuess:
        """A greeting or a yes says nothing against the conversation's language."""
        guess = self.detector.detect(folded.source, prior)
        if prior and only_these(folded, acts.spans(SHORT_ACTS)):
            return LanguageGuess(prior, max(0.5, guess.confidence if guess.language == prior else 0.5), prior)
        return guess

    def _between(self, said: "_Said", decision: Decision) -> tuple[Likeness, ...]:
        """Which taught sentences a doubtful message lies between: of the two likeliest needs, the nearest of each."""
        if decision.confidence >= _BEYOND_DOUBT or not decision.alternatives:
            return ()
        near = {
            one.need: self.classifier.like(one.need, said.language, said.vector) for one in decision.alternatives[:2]
        }
        return tuple(Likeness(need, sentence) for need, sentence in near.items() if sentence)

    def _clauses(self, said: "_Said", texts: Sequence[str]) -> list[Decision]:
        """What each clause asks for by itself."""
        asks = [self.detector.courtesies.request_span(text) for text in texts]
        vectors = self.encoder.encode([text[slice(*span)] for text, span in zip(texts, asks, strict=True)])
        return [self._need(self._clause(said, *one)) for one in zip(texts, asks, vectors, strict=True)]

    def _clause(self, said: "_Said", text: str, asks: tuple[int, int], vector: Vectors) -> "_Said":
        """A clause as a message of its own, with the values read in it."""
        slots = {
            name: replace(slot, start=text.index(slot.text), end=text.index(slot.text) + len(slot.text))
            for name, slot in said.slots.items()
            if slot.text and slot.text in text
        }
        folded = fold(text)
        switches = [(hit.start, hit.end) for hit in self.detector.switches.find(folded)]
        return replace(
            said, text=text, folded=folded, asks=asks, acts=self.acts.read(folded), slots=slots, vector=vector,
            switches=switches,
        )  # fmt: skip

    def _labels(self, said: "_Said", wishes: Sequence[ClauseRequest], lean: Lean | None) -> frozenset[Label]:
        """Of two wishes, only the first one's own acts ask for something now."""
        labels = said.acts.labels
        if lean is not None:  # so few words say no more than their phrases do
            labels -= _GUESSED - {hit.key for hit in said.acts.hits}
            labels |= _OF_OTHERS if lean.person else frozenset()
        elif "leans" in labels:
            guessed = _GUESSED_OF_A_QUESTION | (_OF_A_SIDE if self.aspects.find_aspect(said.folded) else frozenset())
            labels -= guessed - {hit.key for hit in said.acts.hits}
        if _says_how(said.folded, said.slots):
            labels -= _OF_COMPANY - {hit.key for hit in said.acts.hits}
        if not wishes:
            return labels
        first = self.acts.read(fold(clause_text(said.folded, wishes[0].clause))).labels
        return labels - (_OF_A_CLAUSE - first)

    def _lean(self, said: "_Said", told: FoundConditions) -> Lean | None:
        """When it says nothing but whom it is for, which side it asks about, "that", or the person's situation."""
        lean = self.leaning.find_lean(said.folded)
        own = told.spans if lean.led or not lean.person else ()
        if not (lean.spans or own) or said.acts.labels & DANGERS or said.acts.spans(_NO_LEANING):
            return None
        left = self._left(said, _SILENT_ACTS | _OF_OTHERS, (*lean.spans, *own))
        if self._content(left):
            return None
        return replace(lean, told=bool(own) and not lean.led)

    def _need(self, said: "_Said") -> Decision:
        labels = said.acts.labels
        leaving = "cancel" in labels and not any(self.booking.match(word) for word in said.folded.words())
        silent = _SILENT_ACTS | _LEAVING if leaving else _SILENT_ACTS
        silent = silent if labels & DANGERS else silent | _HURRY
        if not self._content(self._left(said, silent)) and (leaving or not labels & _ASKING):
            return self._only_a_person(labels)
        decision = self._with_acts(self._decide(said, said.request, said.folded, said.vector), labels - silent)
        if decision.need == self.person_need and "person" not in labels and _says_how(said.folded, said.slots):
            return _NOTHING
        decision = self._with_danger(decision, labels)
        denied = [(hit.start, hit.end) for hit in said.acts.denied if hit.key == "book"]
        if labels & {"change", "cancel"} or not ("book" in labels or denied):
            return decision
        rest = self._left(said, _SILENT_ACTS | _HURRY, denied)
        beside = self._beside_the_wish(said, rest)
        matter = self._matter(said, beside, decision)
        if (matter is None or matter.confidence < _SETTLED) and _in_words(beside) != _in_words(rest):
            matter = self._matter(said, rest, decision)
        if matter is None:
            return decision
        appointment = decision.need in self.appointment_needs.values()
        return matter if appointment or matter.confidence >= min(_SETTLED, decision.confidence) else decision

    def _decide(self, said: "_Said", request: str, folded: Folded, vector: Vectors) -> Decision:
        """What these words of the message ask for; ``vector``: of the request; ``folded``: with what is around it."""
        language = said.language
        probabilities = self.classifier.probabilities(request, language, vector)
        if self._wants_figure(folded):
            probabilities = self.particular.settle(probabilities, folded, language)
        decision = decide(probabilities, self.thresholds, answering=said.answering)
        return self.names.settle(decision, folded.source, language)

    def _wants_figure(self, folded: Folded) -> bool:
        return self.aspects.find_measure(folded) is not None or self.wanted.predict(folded).figure is not None

    def _beside_the_wish(self, said: "_Said", rest: str) -> str:
        """Of the rest, in its places, the clauses that ask for the appointment: the others tell why it is needed."""
        asked = said.acts.spans(frozenset({"book"}))
        kept = [" "] * len(rest)
        for clause in self.wishes.splitters[said.language].split(said.folded):
            if any(start < clause.end and clause.start < end for start, end in asked):
                kept[clause.start : clause.end] = rest[clause.start : clause.end]
        return "".join(kept)

    def _matter(self, said: "_Said", rest: str, whole: Decision) -> Decision | None:
        """What the appointment is for, when the sentence says more than the wish for one."""
        words = [word for word in _WORD.finditer(rest) if self._is_of_the_matter(word[0])]
        if not words:
            return None
        written = [said.text[slice(*said.folded.span(*word.span()))] for word in words]  # accents mean something
        fillers = [word for word in _WORD.findall(rest) if not self._says_something(word)]
        if named := self.names.outright(written, said.language, fillers):
            return Decision(named, _SETTLED, (Candidate(named, _SETTLED),), frozenset(), False)
        stems = [self._stem(word[0], said.language) for word in words]
        looks = dict.fromkeys((self._unbroken(said, rest, words) or " ".join(written), " ".join(stems)))
        vectors = self.encoder.encode(list(looks))
        decisions = [self._decide(said, look, fold(look), vector) for look, vector in zip(looks, vectors, strict=True)]
        hinted = {candidate.need for candidate in whole.alternatives}
        matters = [decision for decision in decisions if self._is_matter(decision, hinted)]
        return max(matters, key=lambda decision: decision.confidence, default=None)

    def _unbroken(self, said: "_Said", rest: str, words: Sequence[re.Match[str]]) -> str | None:
        """As written from the first word to the last ("partir à la retraite"), if nothing else lies between."""
        start, end = words[0].start(), words[-1].end()
        between = rest[start:end]
        if between != said.folded.text[start:end] or any(self.booking.match(word) for word in _WORD.findall(between)):
            return None
        return said.text[slice(*said.folded.span(start, end))]

    def _is_of_the_matter(self, word: str) -> bool:
        return self._says_something(word) and not self.booking.match(word)

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

    def _left(self, said: "_Said", labels: frozenset[Label], also: Spans = ()) -> str:
        """The folded text of the request without those acts, wishes about the language and the values read."""
        rest = list(said.folded.text)
        also = [*also, *announcing(said.folded, said.language, said.slots)]
        for start, end in [*said.acts.spans(labels), *said.switches, *also]:
            rest[start:end] = " " * (end - start)
        begins, ends = said.asks
        spans = [
            (0, begins),
            (ends, len(said.text)),
            *((slot.start, slot.end) for slot in said.slots.values()),
        ]
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

    def _only_a_person(self, labels: frozenset[Label]) -> Decision:
        """What a message that names no matter asks for: a person, or nothing."""
        if self.person_need is None or "person" not in labels:
            return _NOTHING
        return Decision(self.person_need, _SETTLED, (Candidate(self.person_need, _SETTLED),), frozenset(), False)

    def _with_danger(self, decision: Decision, labels: frozenset[Label]) -> Decision:
        """Danger read in the words is the need unless another is beyond doubt; unread, it takes more to believe in."""
        danger = self.emergency_need
        if danger is None:
            return decision
        if labels & DANGERS:
            if decision.need is not None and decision.confidence >= _SETTLED:
                return decision
            return Decision(danger, _SETTLED, (Candidate(danger, _SETTLED), *decision.alternatives), frozenset(), False)
        others = tuple(one for one in decision.alternatives if one.need != danger)
        if decision.need != danger or decision.confidence >= _ALARM or not others:
            return decision
        return Decision(others[0].need, others[0].confidence, others, frozenset(), False)


@dataclass(frozen=True, slots=True)
class Matters:
    """What is read about: the administration, its catalogue and what is taught, where places are, its working days."""

    administration: Administration
    catalogue: Catalogue
    examples: Sequence[Example]
    places: MentionFinder
    calendar: WorkingDays


def build_understander(matters: Matters, encoder: Encoder, cache_dir: Path) -> Understander:
    """Learn the parts and put them together."""
    return assemble_understander(learn_parts(matters, encoder, cache_dir), encoder)


def assemble_understander(parts: Mapping[str, Any], encoder: Encoder) -> Understander:
    """The understander of parts that were learnt with that encoder."""
    return Understander(encoder=encoder, beside=Beside(os.cpu_count() or 1), **parts)


def learn_parts(matters: Matters, encoder: Encoder, cache_dir: Path) -> dict[str, Any]:
    """All of an understander but its encoder. Models are trained, or read from ``cache_dir`` for the same examples."""
    administration, catalogue, examples = matters.administration, matters.catalogue, matters.examples
    acts, teacher = build_act_reader(), RememberingEncoder(encoder)
    taught = Taught(examples, frozenset(administration.exceptional_needs))
    return dict(
        detector=build_detector([(one.language, one.text) for one in examples], cache_dir),
        classifier=trained_model(examples, teacher, cache_dir, own_model(administration, KEPT_HEAD)),
        acts=acts,
        labels=LabelReader(trained_labels(taught, acts, teacher, cache_dir)),
        aspects=build_aspect_reader(),
        wanted=build_expected_answer_model(),
        slots=build_slot_reader(matters.places, matters.calendar),
        wishes=build_wish_reader(catalogue),
        leaning=build_leaning_reader(),
        conditions=build_condition_reader(),
        as_of=build_as_of_reader(),
        zone=administration.zone,
        names=build_need_names(catalogue, administration.languages),
        particular=build_particular_needs(administration, catalogue),
        fillers=_fillers(),
        endings={parse_language(code): endings for code, endings in load_table("endings").items()},
        booking=_booking_words(),
        appointment_needs=_appointment_needs(catalogue),
        person_need=_need_of("person", catalogue),
        emergency_need=_need_of("emergency", catalogue),
    )


def _in_words(text: str) -> str:
    """From the first word to the last: all that counts of what an appointment is for."""
    words = list(_WORD.finditer(text))
    return text[words[0].start() : words[-1].end()] if words else ""


def _not_in_an_answer(folded: Folded, slots: Mapping[SlotName, SlotValue]) -> frozenset[Label]:
    """What a message that only answers does not say, however it sounds: a way of being attended, or a choice."""
    option = slots.get("option")
    if option and not _WORD.search(f"{folded.source[: option.start]} {folded.source[option.end :]}"):
        return DANGERS | _OF_COMPANY | {"insult"}  # "I'll take the last one" is no farewell
    if not _IDENTITIES.isdisjoint(slots) and len(folded.words()) <= _CORRECTION:
        return DANGERS | {"insult"}  # "sorry, I got it wrong, it's 4015…"
    return _OF_COMPANY if _says_how(folded, slots) else frozenset()


def _says_how(folded: Folded, slots: Mapping[SlotName, SlotValue]) -> bool:
    """Few words with a way of being attended in them: "in person" is no person asked for."""
    return "channel" in slots and len(folded.words()) <= _ANSWER


def _fillers() -> frozenset[str]:
    return frozenset(fold(str(word)).text for words in load_table("fillers").values() for word in words)


def _booking_words() -> re.Pattern[str]:
    """Whole words that only ask for an appointment."""
    words = (fold(str(word)).text for words in load_table("appointment_words").values() for word in words)
    forms = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?:{'|'.join(forms)})\Z")


def _appointment_needs(catalogue: Catalogue) -> dict[str, str]:
    """Which need stands for booking, and which for changing or cancelling, by the catalogue's own policy."""
    booking, changing = _need_of("appointment", catalogue), _need_of("change_appointment", catalogue)
    found = {"book": booking, "change": changing, "cancel": changing}
    return {label: need for label, need in found.items() if need}


def _need_of(action: Action, catalogue: Catalogue) -> str | None:
    return next((need.id for need in catalogue.values() if need.policy.action == action), None)
