"""``isac train appointments``: fit what a message does at a step of an appointment, and say how well it is read.

Each writer's lines are judged by a model of the others'. What people ask of other matters teaches that it does nothing
with an appointment.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from agents.reception.tasks.task import EXPECTED, TaskQuestion
from agents.understanding.appointments.act_model import KEPT, StepMessage, acts_digest, fit, save_acts
from agents.understanding.appointments.steps import ACTS, CONFIRMED, NO_TASK, Step, StepExample, step_examples
from agents.understanding.labels.acts import ActReader, build_act_reader
from agents.understanding.language.courtesies import Courtesies, load_courtesies
from agents.understanding.screen import screen
from agents.understanding.shared.labels import Label
from agents.understanding.shared.ngrams import Floats
from agents.understanding.shared.tables import label_owner, own_model
from agents.understanding.slots.identities import without_document_names
from agents.understanding.slots.slot_reader import ReadAt, SlotReader, build_slot_reader
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.training.needs.conversations import load_conversations
from evals.training.needs.stored_vectors import StoredVectors
from knowledge.administration import Administration, load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.encoders.encoder import Encoder
from knowledge.languages import LANGUAGES, Language
from knowledge.search.knowledge_base import unit_lines
from tools.offices.calendar import load_calendar
from tools.reading.folding import fold
from tools.reading.places.mentions import build_place_finder
from tools.reading.slots import SlotName

_QUESTION: dict[Step, TaskQuestion] = {
    "need": "need", "place": "place", "option": "option", "document": "document", "phone": "phone",
    "confirm": "confirm", "what_change": "what_change", "reference": "locator", "confirm_change": "confirm",
    "confirm_cancel": "confirm",
}  # fmt: skip
_FOLDS = 3
_TRIED = np.arange(0.2, 0.81, 0.05)
"""Thresholds tried for each act: the one with the best balance of what is missed and what is false."""
_YES = ACTS.index("affirm")
_WRONG_YESES = 0.005
"""The share of other messages at a read-back that may be taken for a yes."""
_ALARMS = 1 / 1_000
"""The share of messages about other matters that may be taken for an act."""
_NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
"""When the lines were written: their days are read from then."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the words of a line as the service does."""

    acts: ActReader
    slots: SlotReader
    courtesies: Courtesies

    def read(self, text: str, language: Language, step: Step) -> tuple[str, frozenset[Label], frozenset[SlotName], int]:
        """The request, the labels of phrases, the values and the number of words."""
        folded = fold(screen(text).text)
        question = _QUESTION.get(step)
        expected = EXPECTED[question] if question else frozenset()
        phrased = self.acts.find_acts(without_document_names(folded), text).labels
        slots, rest = self.slots.read_slots_and_rest(folded, language, ReadAt(_NOW, expected))
        return self.courtesies.request(rest.source), phrased, frozenset(slots), len(folded.words())


def train_appointments() -> None:
    """Fit and keep, and tell how each act is read."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    encoder = StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    reader = _Reader(
        build_act_reader(administration),
        build_slot_reader(build_place_finder(), load_calendar(administration)),
        load_courtesies(administration),
    )
    examples = step_examples()
    said = _said(reader, encoder, [(one.text, one.language, one.step) for one in examples])
    others = _said(reader, encoder, [(text, language, "idle") for text, language in _of_other_matters(administration)])
    encoder.save()
    scores, alarms = _scores_of_others(examples, said, others)
    carries = np.array([[act in one.acts for act in ACTS] for one in examples])
    model = fit([*said, *others], [*(one.acts for one in examples), *(None for _ in others)])
    read_back = np.array([one.step in CONFIRMED for one in examples])
    sure = _sure(scores[read_back, _YES], carries[read_back, _YES])
    thresholds = _thresholds(scores, carries)
    begins = np.maximum(thresholds, np.quantile(alarms, 1 - _ALARMS, axis=0)).astype(np.float32)
    model = replace(model, thresholds=thresholds, sure=sure, begins=begins)
    owner = label_owner(administration)
    save_acts(model, own_model(owner, KEPT), acts_digest(examples, encoder.identity))
    _tell(scores >= model.thresholds, carries)
    began = np.array([one.step in NO_TASK for one in examples])
    sys.stdout.write("where none is under way:\n")
    _tell(scores[began] >= begins, carries[began])
    heard = scores[read_back, _YES] >= sure
    recall, precision, _ = _balance(heard, carries[read_back, _YES])
    sys.stdout.write(f"a yes to what was read back: from {sure:.2f} on, heard {recall:.0%}, right {precision:.1%}\n")


def _said(reader: _Reader, encoder: Encoder, lines: Sequence[tuple[str, Language, Step]]) -> list[StepMessage]:
    read = [reader.read(*line) for line in lines]
    vectors = encoder.encode([request for request, *_ in read])
    return [
        StepMessage(vector, step, phrased, slots, words)
        for vector, (_, _, step), (_, phrased, slots, words) in zip(vectors, lines, read, strict=True)
    ]


def _of_other_matters(administration: Administration) -> list[tuple[str, Language]]:
    """Messages that a line of another matter than appointments answers."""
    about = {name for name, need in load_catalogue(administration).items() if "appointment" in str(need.policy.action)}
    written = load_conversations(administration, "written", unit_lines(administration))
    return [
        (message.said, conversation.language)
        for conversation in written
        for message in conversation.messages
        if message.answers and not about & {unit.need for unit in message.answers}
    ]


def _scores_of_others(
    examples: Sequence[StepExample], said: Sequence[StepMessage], others: Sequence[StepMessage]
) -> tuple[Floats, Floats]:
    """The probabilities of each line, and of each message about other matters, by a model that it taught nothing."""
    writers = sorted({one.writer for one in examples}, key=lambda name: name[::-1])
    turned = len(LANGUAGES)  # each fold leaves out other languages of each kind of lines
    fold_of = {writer: (place + place // turned) % _FOLDS for place, writer in enumerate(writers)}
    folds = [fold_of[one.writer] for one in examples]
    scores, alarms = (np.zeros((len(rows), len(ACTS)), np.float32) for rows in (said, others))
    for left_out in range(_FOLDS):
        rows = [place for place, fold in enumerate(folds) if fold != left_out]
        judged = [place for place, fold in enumerate(folds) if fold == left_out]
        elsewhere = [one for place, one in enumerate(others) if place % _FOLDS != left_out]
        taught = [*(examples[place].acts for place in rows), *(None for _ in elsewhere)]
        model = fit([*(said[place] for place in rows), *elsewhere], taught)
        scores[judged] = model.probabilities([said[place] for place in judged])
        alarms[left_out::_FOLDS] = model.probabilities(others[left_out::_FOLDS])
    return scores, alarms


def _thresholds(scores: Floats, carries: np.ndarray) -> Floats:
    best = []
    for column in range(len(ACTS)):
        balance = [_balance(scores[:, column] >= tried, carries[:, column])[2] for tried in _TRIED]
        best.append(_TRIED[int(np.argmax(balance))])
    return np.array(best, np.float32)


def _sure(scores: Floats, agrees: np.ndarray) -> float:
    """The lowest probability above which hardly a message that is no yes to what was read back is taken for one."""
    wrong = np.sort(scores[~agrees])
    most = int(len(wrong) * _WRONG_YESES)
    return float(np.nextafter(wrong[-1 - most], np.float32(1)))


def _balance(read: np.ndarray, carries: np.ndarray) -> tuple[float, float, float]:
    """Recall, precision, and their harmonic mean."""
    right = float((read & carries).sum())
    recall, precision = right / max(carries.sum(), 1), right / max(read.sum(), 1)
    return recall, precision, 2 * recall * precision / max(recall + precision, 1e-9)


def _tell(read: np.ndarray, carries: np.ndarray) -> None:
    for column, act in enumerate(ACTS):
        recall, precision, _ = _balance(read[:, column], carries[:, column])
        sys.stdout.write(f"{act:16} {carries[:, column].sum():5} heard {recall:.0%}, right {precision:.0%}\n")
