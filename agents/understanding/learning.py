"""Builds an understander: its models are trained, or read from disk when they are of the same examples."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from agents.understanding.appointment_matter import AppointmentMatterReader
from agents.understanding.appointments.act_model import KEPT as KEPT_ACTS
from agents.understanding.appointments.act_model import ActModel, acts_digest, load_acts
from agents.understanding.appointments.steps import step_examples
from agents.understanding.clause_reader import ClauseReader
from agents.understanding.content_words import ContentWords, load_content_words
from agents.understanding.corrected_matter import build_corrected_matter_reader
from agents.understanding.labels.acts import ActReader, build_act_reader
from agents.understanding.labels.label_reader import LabelReader
from agents.understanding.labels.plain_words import PlainWords, load_plain_words
from agents.understanding.labels.trained_labels import LabelSources, trained_labels
from agents.understanding.language.detector import LanguageDetector, build_detector
from agents.understanding.need_choice import NeedChooser, ServiceNeeds, service_needs
from agents.understanding.need_classifier import NeedClassifier
from agents.understanding.needs.head import KEPT as KEPT_HEAD
from agents.understanding.needs.need_examples import NeedExample
from agents.understanding.needs.need_names import build_need_names
from agents.understanding.needs.particular_needs import build_particular_needs
from agents.understanding.needs.taught_sentences import SentenceFinder, Taught, taught_sentences
from agents.understanding.needs.trained_model import trained_model
from agents.understanding.parallel import ParallelRunner
from agents.understanding.question.as_of import AsOfReader, build_as_of_reader
from agents.understanding.question.aspects import build_aspect_reader
from agents.understanding.question.conditions import ConditionReader, build_condition_reader
from agents.understanding.question.expected_answer import build_expected_answer_model
from agents.understanding.question.leaning import LeaningReader, build_leaning_reader
from agents.understanding.question.marked_questions import marked_messages
from agents.understanding.question.question_splitter import KEPT as KEPT_SPLITTER
from agents.understanding.question.question_splitter import QuestionSplitter, load_splitter, splitter_digest
from agents.understanding.remembering import RememberingEncoder
from agents.understanding.shared.tables import label_owner, own_model
from agents.understanding.slots.slot_reader import MentionFinder, SlotReader, build_slot_reader
from agents.understanding.sums.asks import build_sum_asks
from agents.understanding.sums.hearing import SumHearer
from agents.understanding.sums.own_sum import KEPT as KEPT_SUMS
from agents.understanding.sums.own_sum import load_own_sum, sums_digest
from agents.understanding.sums.sum_messages import sum_messages
from agents.understanding.understander import Understander
from agents.understanding.units.kept_turns import KEPT as KEPT_TURNS
from agents.understanding.units.kept_turns import build_turn_model
from agents.understanding.units.unit_texts import UnitTexts
from knowledge.administration import Administration
from knowledge.content.needs import Catalogue
from knowledge.encoders.encoder import Encoder
from tools.reading.dates.working_days import WorkingDays

_REMEMBERED = 256
"""Texts of the last messages: what was read is answered, clause by clause, without encoding it again."""


@dataclass(frozen=True, slots=True)
class LearningSources:
    """An administration, its catalogue, example sentences, the finder of places, the working days and the units."""

    administration: Administration
    catalogue: Catalogue
    examples: Sequence[NeedExample]
    places: MentionFinder
    calendar: WorkingDays
    units: Sequence[UnitTexts] = ()


@dataclass(frozen=True, slots=True)
class LearntParts:
    """All of an understander but its encoder: these may be kept on disk."""

    detector: LanguageDetector
    classifier: NeedClassifier
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
    words: ContentWords
    needs: ServiceNeeds
    taught: Taught
    zone: tzinfo


def build_understander(sources: LearningSources, encoder: Encoder, cache_dir: Path) -> Understander:
    """Learn the parts and put them together."""
    return assemble_understander(learn_parts(sources, encoder, cache_dir), encoder)


def assemble_understander(parts: LearntParts, encoder: Encoder) -> Understander:
    """The understander of parts that were learnt with that encoder."""
    taught = SentenceFinder(parts.taught, parts.classifier.model, RememberingEncoder(encoder))
    encoder = RememberingEncoder(encoder, _REMEMBERED)
    matters = AppointmentMatterReader(encoder, parts.classifier, parts.words, parts.leaning, parts.needs.appointment)
    chooser = NeedChooser(parts.classifier, matters, parts.words, parts.needs)
    clauses = ClauseReader(encoder, parts.detector, parts.acts, chooser, parts.leaning)
    return Understander(
        encoder=encoder,
        parallel=ParallelRunner(os.cpu_count() or 1),
        detector=parts.detector,
        acts=parts.acts,
        plain=parts.plain,
        steps=parts.steps,
        labels=parts.labels,
        slots=parts.slots,
        splitter=parts.splitter,
        sums=parts.sums,
        leaning=parts.leaning,
        conditions=parts.conditions,
        as_of=parts.as_of,
        needs=chooser,
        clauses=clauses,
        corrected=build_corrected_matter_reader(clauses, parts.classifier.names, parts.words),
        taught=taught,
        zone=parts.zone,
    )


def learn_parts(sources: LearningSources, encoder: Encoder, cache_dir: Path) -> LearntParts:
    """Models are trained, or read from ``cache_dir`` for the same examples."""
    administration, catalogue, examples = sources.administration, sources.catalogue, sources.examples
    acts, teacher = build_act_reader(administration), RememberingEncoder(encoder)
    detector = build_detector(administration, [(example.language, example.text) for example in examples], cache_dir)
    classifier = NeedClassifier(
        model=trained_model(examples, teacher, cache_dir, own_model(administration, KEPT_HEAD)),
        turns=build_turn_model(sources.units, teacher, own_model(administration, KEPT_TURNS)),
        names=build_need_names(catalogue, administration.languages),
        particular=build_particular_needs(administration, catalogue),
        aspects=build_aspect_reader(),
        expected_answers=build_expected_answer_model(),
    )
    return LearntParts(
        detector=detector,
        classifier=classifier,
        acts=acts,
        plain=load_plain_words(),
        steps=load_acts(
            own_model(label_owner(administration), KEPT_ACTS), acts_digest(step_examples(), encoder.identity)
        ),
        labels=LabelReader(trained_labels(LabelSources(administration, examples), acts, teacher, cache_dir)),
        slots=build_slot_reader(sources.places, sources.calendar),
        splitter=load_splitter(
            own_model(label_owner(administration), KEPT_SPLITTER), splitter_digest(marked_messages(), encoder.identity)
        ),
        sums=SumHearer(
            load_own_sum(
                own_model(administration, KEPT_SUMS), sums_digest(sum_messages(administration), encoder.identity)
            ),
            build_sum_asks(administration),
        ),
        leaning=build_leaning_reader(),
        conditions=build_condition_reader(administration),
        as_of=build_as_of_reader(),
        words=load_content_words(administration),
        needs=service_needs(catalogue),
        taught=taught_sentences(examples),
        zone=administration.zone,
    )
