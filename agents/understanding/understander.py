"""Understands one message: language, need, acts and slots, in one pass."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import partial
from typing import NamedTuple

from agents.understanding.appointments.act_model import ActModel, StepMessage
from agents.understanding.appointments.steps import (
    NO_TASK,
    NOTHING_ASKED,
    LastAsked,
    Step,
    acts_of_step,
    plain_at_step,
)
from agents.understanding.asked_parts import read_beside, read_parts
from agents.understanding.clause_reader import ClauseReader
from agents.understanding.corrected_matter import CorrectedMatterReader
from agents.understanding.labels.acts import SHORT_ACTS, ActReader, Acts
from agents.understanding.labels.label_groups import (
    ACTS_OF_NO_FOLLOW_UP,
    ACTS_WITHOUT_MATTER,
    ASKING,
    CORRECTING,
    FOR_OTHERS,
    HEAVY,
    MENTIONS_PEOPLE,
    OPENING_ACTS,
    PLAIN_ACTS,
    UNRELIABLE_IN_FOLLOW_UPS,
)
from agents.understanding.labels.label_reader import LabelReader
from agents.understanding.labels.plain_words import PlainWords
from agents.understanding.labels.settled_labels import SaidWords, settle_labels
from agents.understanding.language.detector import LanguageDetector, LanguageGuess, only_these
from agents.understanding.language.words import parse_variety
from agents.understanding.message import WORD, Context, ParsedMessage, labels_excluded_by_answer, names_channel_briefly
from agents.understanding.need_choice import NeedChooser
from agents.understanding.needs.need_decision import NO_NEED, NeedDecision, settled_on
from agents.understanding.needs.taught_sentences import SentenceFinder
from agents.understanding.parallel import ParallelRunner
from agents.understanding.part_words import words_told
from agents.understanding.question.as_of import AsOfReader
from agents.understanding.question.conditions import ConditionReader, FoundConditions
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.question.leaning import Lean, LeaningReader
from agents.understanding.question.pieces import split_pieces
from agents.understanding.question.question_splitter import QuestionSplitter
from agents.understanding.reading import PartWords, Reading
from agents.understanding.screen import screen
from agents.understanding.shared.labels import DANGERS, LEANS, SURE, Label, Likeness
from agents.understanding.slots.identities import without_document_names
from agents.understanding.slots.slot_reader import ReadAt, SlotReader
from agents.understanding.sums.hearing import SumHearer
from agents.understanding.units.spoken import NOTHING_SAID, PosedTurn, SaidBefore, speak, texts_of
from knowledge.content.measures import figure_of
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.languages import Language
from knowledge.passages import UnitId
from tools.reading.folding import Folded, fold
from tools.reading.slots import SlotName, SlotValue

_LEANS_BY_WORDS = 0.95
"""The probability that a message names no need, where no word of it names any."""
_YES_OR_NO: frozenset[Label] = frozenset({"affirm", "deny"})
_CLOSING: frozenset[Label] = frozenset({"thanks", "goodbye", "ack"})
_EXPLAINED_BELOW, _MOST_CLOSING_WORDS = 0.5, 10
"""A surer reading needs no explanation; the most words of thanks and leave-taking that say nothing else."""


class _Words(NamedTuple):
    """Values that are read without a vector. ``folded``: the message without the numbers of identities."""

    guess: LanguageGuess
    switch: LanguageGuess | None
    phrased: Acts
    slots: Mapping[SlotName, SlotValue]
    told: FoundConditions
    folded: Folded


@dataclass(frozen=True, slots=True)
class Understander:
    """Thread-safe: it only reads. Words are read in ``parallel`` with the encoder."""

    encoder: Encoder
    parallel: ParallelRunner
    detector: LanguageDetector
    acts: ActReader
    plain: PlainWords
    steps: ActModel | None
    labels: LabelReader
    slots: SlotReader
    splitter: QuestionSplitter | None
    sums: SumHearer
    leaning: LeaningReader
    conditions: ConditionReader
    as_of: AsOfReader
    needs: NeedChooser
    clauses: ClauseReader
    corrected: CorrectedMatterReader
    taught: SentenceFinder
    zone: tzinfo

    def read_message(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        asked: LastAsked = NOTHING_ASKED,
        before: SaidBefore = NOTHING_SAID,
    ) -> Reading:
        """Never raises on any text. ``now`` is aware; days are those of ``zone``, in whatever zone ``now`` is.

        What is asked in one message is read one after the other, each after the one before; where an appointment is
        under way, apart from what the message does. Encodes at least once: not for the event loop.
        """
        now, standard = now.astimezone(self.zone), self.detector.standard(screen(text).text, prior)
        before = replace(before, text=self.detector.standard(before.text, prior))
        whole = self._read(text, prior, now, asked, before)
        if self.splitter is None:
            return whole
        if asked.step not in (None, *NO_TASK):
            apart = self.splitter.apart(standard, whole.language, self.encoder.encode, marked_only=asked.step == "need")
            read = partial(self._read, prior=whole.language, now=now, before=before)
            return read_beside(whole, apart, before, lambda words, step: read(words, asked=step or asked))
        asks = self.splitter.split(standard, whole.language, self.encoder.encode)
        if len(asks) < 2:
            return whole
        return read_parts(whole, asks, before, lambda words, said: self._read(words, whole.language, now, asked, said))

    def _read(self, text: str, prior: Language | None, now: datetime, asked: LastAsked, before: SaidBefore) -> Reading:
        """A message, or one question of it, as if it asked one thing."""
        screened = fold(self.detector.standard(screen(text).text, prior))
        request = self.detector.courtesies.request(screened.source)
        texts = self.labels.texts_to_encode(request)
        coming = texts_of(request, before)  # remembered from here
        vectors, words = self.parallel.run_both(
            lambda: self.encoder.encode([*texts, *coming])[: len(texts)],
            lambda: self._read_words(text, screened, prior, ReadAt(now, asked.values, asked.spoken_of)),
        )
        folded = words.folded
        request_span = self.detector.courtesies.request_span(folded.source)
        if folded.source[slice(*request_span)] != request:  # numbers that identify somebody say nothing of the matter
            texts = self.labels.texts_to_encode(folded.source[slice(*request_span)])
            vectors = self.encoder.encode(texts)
        if (
            not words.slots
            and words.phrased.labels <= OPENING_ACTS
            and self.detector.courtesies.only_opens(folded.source)
        ):
            return replace(_language_reading(words), labels=frozenset({"greeting"}), beliefs=before.beliefs)
        words = self._at_step(words, asked.step, vectors[0])
        words = words._replace(phrased=self.plain.added_to(words.phrased, words.folded))
        if asked.step is not None and "matter" in words.phrased.labels:
            before = SaidBefore(told=before.told)  # what it is for, is said by itself
        phrased, guessed = settle_labels(self._said(words, asked), self.labels.guess_labels(texts, vectors))
        words = words._replace(phrased=phrased)
        before = replace(before, topic=_topic_of(words, guessed.labels, before.topic))
        context = Context(bool(asked.values), before, guessed.leans)
        message = self._parse_message(words, guessed.labels, request_span, vectors[0], context)
        reading = self._read_request(message, words)
        leans = max(guessed.leans, _LEANS_BY_WORDS if reading.leaning else 0.0)
        return replace(
            reading,
            leans=leans,
            goes_on=before.topic is not None and reading.need == before.topic and leans >= LEANS,
            beliefs=_believed(reading, before),
            labels=acts_of_step(reading.labels, words.phrased.labels, asked.step if self.steps else None),
            conditions=words.told.conditions,
            as_of=self.as_of.parse_as_of(folded, words.slots, now.date()),
            reserved=self.slots.answers.reserved(folded),
            words=self._told_in_words(message, asked.step),
            sums=self.sums.hear(message.text, message.language, message.vector, message.question.after),
        )

    def _told_in_words(self, message: ParsedMessage, step: Step | None) -> PartWords:
        told = words_told(self.slots.answers, message)
        corrects = step not in (None, *NO_TASK) and message.acts.labels & CORRECTING
        return replace(told, matter=self.corrected.find(message)) if corrects else told

    def _parse_message(
        self,
        words: _Words,
        guessed: frozenset[Label],
        request_span: tuple[int, int],
        vector: Vectors,
        context: Context,
    ) -> ParsedMessage:
        folded = words.folded
        unsaid = labels_excluded_by_answer(folded, words.slots, words.phrased, answering=context.answering)
        request = folded.source[slice(*request_span)]
        return ParsedMessage(
            text=folded.source,
            folded=folded,
            request_span=request_span,
            language=words.guess.language,
            acts=words.phrased.joined(guessed - unsaid),
            slots=words.slots,
            vector=vector,
            question=speak(request, words.guess.language, context.before, self.encoder.encode),
            switches=self.clauses.switches(folded),
            context=context,
        )

    def explain(self, text: str, reading: Reading) -> tuple[Likeness, ...]:
        """Taught sentences near to the text, if it was read with doubt, of the two likeliest needs. Encodes."""
        if reading.confidence >= _EXPLAINED_BELOW or not reading.alternatives:
            return ()
        asked = screen(reading.parts[0].words.asked if reading.parts else text).text
        vector = self.encoder.encode([self.detector.courtesies.request(asked)])[0]
        return self.taught.likenesses([one.need for one in reading.alternatives[:2]], reading.language, vector)

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        """The answer units of ``needs``, whose probabilities are given, best first with their own. Encodes."""
        folded = fold(self.detector.written.standard(screen(text).text, language))
        before = replace(before, text=self.detector.written.standard(before.text, language))
        question = speak(self.detector.courtesies.request(folded.source), language, before, self.encoder.encode)
        sides = self.needs.classifier.expected_answers.predict(folded).aspects
        return self.needs.classifier.turns.rank(PosedTurn(question, needs, before, sides))

    def expected_answer(self, text: str) -> ExpectedAnswer:
        """The sides of a need and the kind of figure that it probably asks for; the kind that its words name."""
        folded = fold(self.detector.standard(screen(text).text))
        expected = self.needs.classifier.expected_answers.predict(folded)
        measure = self.needs.aspects.find_measure(folded)
        return replace(expected, figures={figure_of(measure): 1.0}) if measure else expected

    def _read_words(self, text: str, folded: Folded, prior: Language | None, waiting: ReadAt) -> _Words:
        phrased = self.acts.find_acts(without_document_names(folded), text)
        switch = self.detector.asked(folded)
        guess = switch or self._guess_language(folded, phrased, prior)
        slots, folded = self.slots.read_slots_and_rest(folded, guess.language, waiting)
        told = self.conditions.find_conditions(folded, guess.language)
        if province := self.slots.province(slots):
            told = told.living(province, self.conditions.homes(folded))
        return _Words(guess, switch, phrased, slots, told, folded)

    def _at_step(self, words: _Words, step: Step | None, vector: Vectors) -> _Words:
        """What it does with an appointment, as the model of the steps reads it; by its phrases where there is none."""
        if self.steps is None or step is None:
            return words
        count, prefers = len(words.folded.words()), self.slots.answers.prefers(words.folded)
        said = StepMessage(vector, step, words.phrased.labels, words.slots.keys(), count, prefers)
        settled = self.steps.settled(said)
        if self.steps.torn(said) and (own := self._first_words(words, step)) is not None:
            settled = settled - _YES_OR_NO | own & _YES_OR_NO
        plain = words.phrased.labels & plain_at_step(words.folded.source, words.slots.keys())
        return words._replace(phrased=replace(words.phrased, labels=settled | plain))

    def _first_words(self, words: _Words, step: Step) -> frozenset[Label] | None:
        """What the first words do by themselves: "all right, I'll go to Donostia" begins with a yes."""
        first, *rest = split_pieces(words.folded.source, words.guess.language)
        if self.steps is None or not rest:
            return None
        opening = words.folded.source[first.start : first.end]
        phrased = self.acts.find_acts(fold(opening)).labels
        said = StepMessage(self.encoder.encode([opening])[0], step, phrased, frozenset(), len(opening.split()))
        return self.steps.settled(said)

    def _guess_language(self, folded: Folded, acts: Acts, prior: Language | None) -> LanguageGuess:
        """A greeting or a yes says nothing against the conversation's language."""
        guess = self.detector.detect(folded.source, prior)
        if prior and only_these(folded, acts.spans(SHORT_ACTS)):
            return LanguageGuess(prior, max(0.5, guess.confidence if guess.language == prior else 0.5), prior)
        return guess

    def _said(self, words: _Words, asked: LastAsked) -> SaidWords:
        """What the words tell, for the labels of the model to be weighed against."""
        return SaidWords(
            phrased=words.phrased,
            words=len(words.folded.words()),
            asks="?" in words.folded.text,
            only_plain=only_these(words.folded, words.phrased.spans(PLAIN_ACTS)),
            for_us=words.switch is not None
            or self.needs.aspects.find_measure(words.folded) == "phone"
            or self.sums.asks_outright(words.folded, words.guess.language),
            switches=words.switch is not None,
            has_values=bool(words.slots),
            gives_asked=not asked.values.isdisjoint(words.slots),
            asked=bool(asked.values),
            value_asked=asked.value,
        )

    def _read_request(self, message: ParsedMessage, words: _Words) -> Reading:
        """The need, and the question about it."""
        matter = self._matter_of_nobody(message)
        lean = self._find_lean(message, words.told) if matter is None else None
        whole = self.needs.choose_need(message)
        if lean is not None and not lean.told:  # no word of it names a matter
            topic, aspects = message.context.topic, self.needs.aspects
            asks = lean.person or bool(message.acts.labels & ASKING)
            asks = asks or bool(aspects.find_aspect(message.folded) or aspects.find_measure(message.folded))
            whole = settled_on(topic, whole.alternatives) if topic and asks else NO_NEED
        if matter is not None:
            whole = max((whole, matter), key=lambda one: one.confidence if one.need else 0.0)
        vague = whole.need is None or whole.confidence < SURE or whole.need in self.needs.needs.appointment.values()
        if ("matter" in message.acts.labels and vague) or (
            message.acts.labels & CORRECTING and whole.need == message.context.topic
        ):
            whole = self.clauses.other_need(message, whole)
        return replace(
            _language_reading(words),
            need=whole.need,
            confidence=whole.confidence,
            outside=whole.outside,
            alternatives=whole.alternatives,
            aspect=self.needs.aspects.find_aspect(message.folded),
            measure=self.needs.aspects.find_measure(message.folded),
            wanted=self.needs.classifier.expected_answers.predict(message.folded),
            labels=self._without_guessed_people(self._settle_labels(message, lean), message, whole) | whole.labels,
            slots=message.slots,
            out_of_scope=whole.out_of_scope,
            leaning=lean is not None,
        )

    def _matter_of_nobody(self, message: ParsedMessage) -> NeedDecision | None:
        """The need that an answer to "what is it for?" names beside whom it is for; None without both."""
        if "matter" not in message.acts.labels:
            return None
        rest = message.remaining_text(frozenset())
        without = self.leaning.without_persons(message.folded, rest)
        if without == rest or not self.needs.words.found_in(without):
            return None
        words = (message.folded.span(*word.span()) for word in WORD.finditer(without))
        return self.clauses.need_of(message, " ".join(message.text[slice(*span)] for span in words))

    def _settle_labels(self, message: ParsedMessage, lean: Lean | None) -> frozenset[Label]:
        labels = message.acts.labels
        phrased = {hit.key for hit in message.acts.hits}
        if lean is not None:  # so few words say no more than their phrases do
            labels -= UNRELIABLE_IN_FOLLOW_UPS - phrased
            labels |= FOR_OTHERS if lean.person else frozenset()
        if names_channel_briefly(message.folded, message.slots):
            labels -= MENTIONS_PEOPLE - phrased
        return labels

    def _without_guessed_people(
        self, labels: frozenset[Label], message: ParsedMessage, decision: NeedDecision
    ) -> frozenset[Label]:
        """ "I have no appointment, I want one" speaks of nobody else; what is asked of us tells no danger and may ask
        for a person only: it is answered, and one is offered.
        """
        needs, phrased = self.needs.needs, {hit.key for hit in message.acts.hits}
        if "book" in labels or (decision.need is not None and decision.need == needs.appointment.get("book")):
            labels -= FOR_OTHERS - phrased
        if decision.need not in needs.near_person or decision.confidence < SURE:
            return labels
        if "person" in labels - phrased:
            labels = labels - {"person"} | {"maybe_person"}
        return labels - {"unsafe"} if labels.isdisjoint(HEAVY) else labels  # "how do I know that you don't cheat me"

    def _find_lean(self, message: ParsedMessage, told: FoundConditions) -> Lean | None:
        """A lean when it names no matter: only a person, an aspect, "that", or the person's situation."""
        lean = self.leaning.find_lean(message.folded)
        own = told.spans if lean.led or not lean.person else ()
        if (
            not (lean.spans or own)
            or message.acts.labels & {*DANGERS, "asks_what"}
            or message.acts.spans(ACTS_OF_NO_FOLLOW_UP)
        ):
            return None
        rest = message.remaining_text(ACTS_WITHOUT_MATTER | FOR_OTHERS, (*lean.spans, *own))
        if self.needs.words.found_in(rest):
            return None
        return replace(lean, told=bool(own) and not lean.led)


def _believed(reading: Reading, before: SaidBefore) -> Mapping[str, float]:
    """What is about no need changes nothing."""
    if reading.need is None:
        return before.beliefs
    return before.believed_after({one.need: one.confidence for one in reading.alternatives})


def _topic_of(words: _Words, guessed: frozenset[Label], topic: str | None) -> str | None:
    """None for "thanks, that is all", which goes on about nothing; a longer one has more to say."""
    labels, few = words.phrased.labels | guessed, len(words.folded.words()) <= _MOST_CLOSING_WORDS
    return None if few and labels & _CLOSING and "question" not in labels else topic


def _language_reading(words: _Words) -> Reading:
    """A reading of the language alone."""
    return Reading(
        language=words.guess.language,
        language_confidence=words.guess.confidence,
        variety=parse_variety(words.guess.code),
        switch_to=words.switch.language if words.switch else None,
    )
