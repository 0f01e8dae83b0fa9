"""What the encoder is taught: conversations whole, and of what it knows already as much as keeps it known: needs, the
questions of answer units, and what people say."""

import random
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from agents.understanding.appointments.steps import ALIKE, StepExample
from agents.understanding.labels.label_examples import label_examples
from agents.understanding.need_choice import service_needs
from agents.understanding.needs.need_examples import NeedExample
from evals.training.needs.conversations import LabelledConversation
from evals.training.needs.together import Lesson
from knowledge.administration import Administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.questions import UnitQuestion
from knowledge.encoders.encoder import Encoder

_LEFT_OUT = 7
"""One in so many questions teaches the encoder nothing: what is fitted over its vectors is judged by them."""
_SEED = 0
_NEEDS_TAUGHT, _QUESTIONS_TAUGHT, _LABELS_TAUGHT = 8_000, 8_000, 11_000
_FEWEST_ALIKE = 15
"""Lines that do the same at a step, from which they are a class of their own."""
_CONVERSATIONS_TAUGHT = 2
"""Times that each message of a conversation is taught."""


def is_left_out(question: UnitQuestion) -> bool:
    """Whether the encoder does not see it; so are all of that unit in that language."""
    key = f"{question.units[0]} {question.language}"
    return blake2b(key.encode(), digest_size=4).digest()[0] % _LEFT_OUT == 0


def ordinary_messages(
    administration: Administration, questions: Sequence[UnitQuestion], conversations: Sequence[LabelledConversation]
) -> list[str]:
    """The questions that the encoder does not see, and what is asked in conversations; but for what is asked in danger,
    for a person or of this service. Labels are hardly heard in them but by mistake.
    """
    of_people = {*administration.exceptional_needs, *service_needs(load_catalogue(administration)).near_person}
    texts = [one.text for one in questions if is_left_out(one) and one.units[0].need not in of_people]
    asked = [one for each in conversations for one in each.messages if one.answers]
    texts += [one.said for one in asked if not {unit.need for unit in one.answers} & of_people]
    return list(dict.fromkeys(texts))


def need_lesson(examples: Sequence[NeedExample], encoder: Encoder) -> Lesson:
    """Told apart from those of all needs."""
    rows = sorted(random.Random(_SEED).sample(range(len(examples)), min(_NEEDS_TAUGHT, len(examples))))
    drawn = [examples[row] for row in rows]
    labels = {label: number for number, label in enumerate(sorted({one.label for one in drawn}))}
    texts = [one.text for one in drawn]
    return Lesson(
        "needs", texts, [labels[one.label] for one in drawn], [0] * len(labels), [False] * len(texts),
        encoder.encode(texts),
    )  # fmt: skip


def question_lesson(questions: Sequence[UnitQuestion], said: Sequence[UnitQuestion], encoder: Encoder) -> Lesson:
    """Questions that lean tell the units of their need apart, the others those of all needs. ``said``: in
    conversations.
    """
    order = random.Random(_SEED)
    asked = [one for one in questions if not is_left_out(one)]
    taught = [*order.sample(asked, min(len(asked), _QUESTIONS_TAUGHT)), *list(said) * _CONVERSATIONS_TAUGHT]
    units = [order.choice(one.units) for one in taught]
    place = {unit: number for number, unit in enumerate(sorted(set(units)))}
    needs = {need: number for number, need in enumerate(sorted({unit.need for unit in place}))}
    texts = [one.text for one in taught]
    return Lesson(
        "questions", texts, [place[unit] for unit in units], [needs[unit.need] for unit in place],
        [one.leans for one in taught], encoder.encode(texts),
    )  # fmt: skip


def label_lesson(administration: Administration, encoder: Encoder) -> Lesson:
    """What is said and what only sounds like it are classes of their own."""
    examples = [one for one in label_examples(administration) if one.line]
    taught = random.Random(_SEED).sample(examples, min(len(examples), _LABELS_TAUGHT))
    kinds = [one.line.rpartition(":")[0] for one in taught]
    place = {kind: number for number, kind in enumerate(sorted(set(kinds)))}
    texts = [one.text for one in taught]
    classes = [place[kind] for kind in kinds]
    return Lesson("labels", texts, classes, [0] * len(place), [False] * len(texts), encoder.encode(texts))


def act_lesson(examples: Sequence[StepExample], encoder: Encoder) -> Lesson:
    """What is done with an appointment, told apart from what else is done at that step."""
    done = [(next(n for n, steps in enumerate(ALIKE) if one.step in steps), *sorted(one.acts)) for one in examples]
    frequent = {one for one, times in Counter(done).items() if times >= _FEWEST_ALIKE}
    place = {one: number for number, one in enumerate(sorted(frequent, key=str))}
    taught = [(one.text, kind) for one, kind in zip(examples, done, strict=True) if kind in frequent]
    texts = [text for text, _ in taught]
    return Lesson(
        "acts", texts, [place[kind] for _, kind in taught], [int(kind[0]) for kind in place], [True] * len(texts),
        encoder.encode(texts),
    )  # fmt: skip
