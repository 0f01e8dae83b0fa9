"""``isac train dialogue``: fit the model that reads a question in its conversation.

The projection and the places of the units are fitted to the questions of all writers, and to what people say in
conversations that were written cold and in those of strangers with the service. The weights are fitted to what their
places were not: the conversations of strangers, walked from their beginning, those of every other panel by places that
the rest has taught; so that whole questions stay as well read as alone, questions of the suites that may tune; and
questions that lean, which taught nothing. Beside them, the weights that tell what is about no need at all
(`evals/training/outside.py`). Printed with them, by kind and language: how often the need is read, and how often a unit
that answers comes first and among three. Conversations are told of by weights fitted to those in other languages.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from agents.understanding.labels.acts import build_act_reader
from agents.understanding.labels.label_model import LabelModel
from agents.understanding.labels.trained_labels import LabelSources, trained_labels
from agents.understanding.needs.head import KEPT as KEPT_HEAD
from agents.understanding.needs.need_examples import NeedExample, all_examples
from agents.understanding.needs.need_model import NeedModel
from agents.understanding.needs.trained_model import trained_model
from agents.understanding.question.expected_answer import ExpectedAnswerModel, build_expected_answer_model
from agents.understanding.shared.ngrams import Floats
from agents.understanding.shared.tables import own_model
from agents.understanding.units.kept_turns import KEPT, keep_turn_model
from agents.understanding.units.known_units import KnownUnits
from agents.understanding.units.places import UnitPlaces
from agents.understanding.units.spoken import NOTHING_SAID, PosedTurn, SaidBefore, speak
from agents.understanding.units.turn_model import OutsideWeights, TurnModel, outside_clues
from agents.understanding.units.unit_scorer import plain_scorer
from agents.understanding.units.unit_texts import UnitTexts, unit_texts
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.questions.question_files import questions as suite_questions
from evals.training.needs.conversations import LabelledConversation, as_questions, load_conversations
from evals.training.needs.lessons import is_left_out
from evals.training.needs.stored_vectors import StoredVectors
from evals.training.outside import Clues, fit_outside, load_strays, tell_outside
from evals.training.places import SEED, Asked, fit_space
from evals.training.weighing import CONVERSATION, LEANS, SUITE, SUITE_AFTER, Posed, fit_scorer, tell
from knowledge.administration import Administration, load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.questions import UnitQuestion, load_questions
from knowledge.content.utterances import Utterances, load_utterances
from knowledge.encoders.encoder import Encoder
from knowledge.languages import LANGUAGES, Language
from knowledge.search.knowledge_base import unit_lines
from tools.reading.folding import fold

_MOST = 1_400
"""Questions of the suites that the weights are fitted to."""
_WRITTEN, _PLAYED = 4, 8
"""How much a message of a conversation counts beside a question: written cold, and played with the service. Of 1,070
messages of two panels, places that knew the four panels before found a line that answers first in 52 of 100 where a
message of those counted 4 times, in 53 where it counted 12 times, and without them in 44; 8 lies between.
"""
_WITH_NEED, _MOST_WORDS = 0.5, 12
"""The share of questions that lean that are also said after an utterance of their need, of so many words at most."""
_HARDLY, _SURELY = 0.3, 0.9
"""How probably a need was spoken of in the conversations that are made up."""
_WALKS = 2
"""Times that the conversations are walked: what is believed in them depends on the weights."""


def fit_turns(*, write: bool) -> None:
    """Fit and print; with ``write``, keep the model beside the questions."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    encoder = StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    lines = unit_lines(administration)
    questions = load_questions(administration, lines)
    catalogue = load_catalogue(administration)
    utterances = load_utterances(administration, catalogue)
    whole = [*questions, *_with_their_need(questions, utterances)]
    examples = all_examples(administration, catalogue, utterances)
    needs_model = trained_model(
        examples, encoder, settings.data_dir / "understanding", own_model(administration, KEPT_HEAD)
    )
    readers = _Readers.of(administration, examples, needs_model, encoder)
    texts = unit_texts(questions, lines)
    teacher = _Teacher(whole, load_conversations(administration, "written", lines), texts, encoder)
    played = load_conversations(administration, "played", lines)
    even, odd = ([one for one in played if one.number % 2 == half] for half in (0, 1))
    leaning = _draw_leaning(questions)
    unheard = set(leaning)
    apart = replace(
        teacher,
        questions=[one for one in whole if not is_left_out(one)],
        texts=unit_texts((one for one in questions if one not in unheard), lines),
    )
    knows_odd, knows_even = apart.teach(odd), apart.teach(even)
    before = _Before(utterances)
    posed = [*_of_suites(knows_odd, readers, before), *_leaning(leaning, knows_odd, readers, before)]
    model = teacher.teach(played)
    pointing = model.known.pointing
    scorer, walked = plain_scorer(), list[Posed]()
    for _ in range(_WALKS):
        walked = [
            one
            for conversations, other in ((even, knows_odd), (odd, knows_even))
            for conversation in conversations
            for one in _walk(conversation, replace(other, scorer=scorer), readers)
        ]
        scorer = fit_scorer([*posed, *walked], pointing)
    model = replace(model, scorer=scorer)
    tell(posed, model, "fitted to them: ")
    for language in LANGUAGES:
        others = fit_scorer([*posed, *(one for one in walked if one.language != language)], pointing)
        tell([one for one in walked if one.language == language], replace(model, scorer=others))
    tell(walked, model, "fitted to them: ")
    clues = [*_clues([*posed, *walked]), *_stray_clues(administration, knows_odd, readers)]
    outside = fit_outside(clues)
    sys.stdout.write(f"{outside}\n")
    tell_outside(clues, outside)
    encoder.save()
    sys.stdout.write(f"{len(texts)} units, {len(texts) - len(model.known.units)} without questions\n")
    if write:
        of_unit = {one.unit: one for one in texts}
        kept = [of_unit[unit] for unit in model.known.units]
        keep_turn_model(replace(model, outside=outside), kept, encoder.identity, own_model(administration, KEPT))


@dataclass(frozen=True, slots=True)
class _Teacher:
    """Fits projection and places to questions and to conversations. ``texts``: of every unit."""

    questions: Sequence[UnitQuestion]
    written: Sequence[LabelledConversation]
    texts: Sequence[UnitTexts]
    encoder: StoredVectors

    def teach(self, played: Sequence[LabelledConversation]) -> TurnModel:
        """Of the units that have questions: a message alone is too little to place one by."""
        having = {unit for one in self.questions for unit in one.units}
        said = [*list(as_questions(self.written)) * _WRITTEN, *list(as_questions(played)) * _PLAYED]
        units = ((one, tuple(unit for unit in one.units if unit in having)) for one in said)
        known = [replace(one, units=own) for one, own in units if own]
        space, centres = fit_space(_asked([*self.questions, *known], self.encoder))
        messages = (message for one in (*self.written, *played) for message in one.messages)
        often = Counter(unit for message in messages for unit in message.answers)
        asked = np.array([often[unit] for unit in centres.units], np.float32)
        of_unit = {one.unit: one for one in self.texts}
        places = UnitPlaces(centres.rows, centres.prototypes, asked)
        known_units = KnownUnits.of([of_unit[unit] for unit in centres.units], space, places)
        return TurnModel(known_units, plain_scorer(), OutsideWeights(), fitted=True)


def _asked(questions: Sequence[UnitQuestion], encoder: StoredVectors) -> list[Asked]:
    vectors = encoder.encode([one.text for one in questions])
    encoder.save()
    return [Asked(one.units, one.language, vector) for one, vector in zip(questions, vectors, strict=True)]


def _with_their_need(questions: Sequence[UnitQuestion], utterances: Utterances) -> Iterator[UnitQuestion]:
    """One question in two of those that lean, said after words that name its need: "My husband died. How much is it?".

    Without them whoever names a need is told first what it is, whatever they ask: the figure asked for came first in 44
    of 100 questions of ``suites/facts.yaml``.
    """
    said = _short_utterances(utterances)
    for one in questions:
        draw = random.Random(one.text)
        if one.leans and draw.random() < _WITH_NEED and (before := said.get((one.units[0].need, one.language))):
            yield replace(one, text=f"{draw.choice(before).rstrip(' .')}. {one.text}", leans=False)


def _short_utterances(utterances: Utterances) -> Mapping[tuple[str, Language], list[str]]:
    said: dict[tuple[str, Language], list[str]] = defaultdict(list)
    for sample in utterances:
        if len(sample.text.split()) <= _MOST_WORDS:
            said[sample.need, sample.language].append(sample.text)
    return said


@dataclass(frozen=True, slots=True)
class _Readers:
    """What reads a message alone. ``leans``: the column of its label."""

    encoder: Encoder
    needs_model: NeedModel
    labels: LabelModel
    leans: int
    sides: ExpectedAnswerModel

    @classmethod
    def of(
        cls, administration: Administration, examples: Sequence[NeedExample], model: NeedModel, encoder: Encoder
    ) -> "_Readers":
        folder, acts = load_settings().data_dir / "understanding", build_act_reader(administration)
        labels = trained_labels(LabelSources(administration, examples), acts, encoder, folder)
        return cls(encoder, model, labels, labels.labels.index("leans"), build_expected_answer_model())

    def pose(self, model: TurnModel, text: str, language: Language, before: SaidBefore) -> tuple[Floats, Floats | None]:
        """The clues of a question, and what tells whether it lies outside, with a need on the table."""
        question, vector = speak(text, language, before, self.encoder.encode), self.encoder.encode([text])[0]
        alone = self.needs_model.probabilities(text, language, vector)
        of_needs = {need: alone.get(need, 0.0) for need in model.known.needs}
        sides = self.sides.predict(fold(text)).aspects
        leans = float(self.labels.probabilities(text, vector)[self.leans])
        clues = model.known.clues(PosedTurn(question, of_needs, before, sides, leans))
        if before.topic not in model.known.needs:
            return clues, None
        of_topic = model.known.of_need(before.topic)
        outside = max(0.0, 1 - sum(of_needs.values()))
        return clues, outside_clues(clues[:, 0], of_topic, outside, leans)


class _Before:
    """Makes up what was said before: words that name a need, believed more or less."""

    def __init__(self, utterances: Utterances) -> None:
        self._said = _short_utterances(utterances)

    def of(self, need: str, language: Language, order: random.Random) -> SaidBefore:
        said = self._said.get((need, language), [])
        belief = order.uniform(_HARDLY, _SURELY)
        return SaidBefore(order.choice(said) if said else "", {need: belief}, topic=need)


def _of_suites(model: TurnModel, readers: _Readers, before: _Before) -> Iterator[Posed]:
    """Whole questions of others, that may set thresholds, at the beginning and after any need. Their need is known, and
    no more.
    """
    questions = [one for one in suite_questions() if one.for_tuning and one.need in model.known.needs]
    order = random.Random(SEED)
    for one in order.sample(questions, min(len(questions), _MOST)):
        assert one.need is not None
        right = model.known.of_need(one.need)
        after = before.of(order.choice(model.known.needs), one.language, order)
        for kind, said in ((SUITE, NOTHING_SAID), (SUITE_AFTER, after)):
            clues, outside = readers.pose(model, one.text, one.language, said)
            yield Posed(kind, one.language, one.need, clues.astype(np.float16), right, outside)


def _draw_leaning(questions: Sequence[UnitQuestion]) -> list[UnitQuestion]:
    """Questions that lean, and that the encoder was not taught."""
    leaning = [one for one in questions if one.leans and is_left_out(one)]
    return random.Random(SEED).sample(leaning, min(len(leaning), _MOST))


def _leaning(leaning: Sequence[UnitQuestion], model: TurnModel, readers: _Readers, before: _Before) -> Iterator[Posed]:
    """After words that name their need."""
    order = random.Random(SEED)
    for one in leaning:
        need = one.units[0].need
        right = model.known.among(one.units)
        clues, outside = readers.pose(model, one.text, one.language, before.of(need, one.language, order))
        if right.any():
            yield Posed(LEANS, one.language, need, clues.astype(np.float16), right, outside)


def _walk(conversation: LabelledConversation, model: TurnModel, readers: _Readers) -> Iterator[Posed]:
    """Its questions, each with what is believed and was told by then."""
    before = NOTHING_SAID
    for message in conversation.messages:
        clues, outside = readers.pose(model, message.said, conversation.language, before)
        right = model.known.among(message.answers)
        if right.any():
            need = next(unit.need for unit in message.answers if unit in model.known.units)
            yield Posed(CONVERSATION, conversation.language, need, clues.astype(np.float16), right, outside)
        before = SaidBefore(
            text=message.said,
            beliefs=before.believed_after(model.needs_of(clues)),
            told=before.told | frozenset(message.told),
            topic=message.told[-1].need if message.told else before.topic,
        )


def _clues(posed: Sequence[Posed]) -> Iterator[Clues]:
    """Of questions about a need, said with one on the table."""
    for one in posed:
        if one.outside is not None:
            yield Clues(one.outside, False, one.kind, one.language)


def _stray_clues(administration: Administration, model: TurnModel, readers: _Readers) -> Iterator[Clues]:
    """Every other one is fitted."""
    for number, one in enumerate(load_strays(administration, model.known.needs)):
        before = SaidBefore(beliefs={one.topic: _SURELY}, topic=one.topic)
        _, values = readers.pose(model, one.text, one.language, before)
        assert values is not None
        is_fitted = number % 2 == 0
        yield Clues(values, True, "strays, fitted" if is_fitted else "strays", one.language, is_fitted)
