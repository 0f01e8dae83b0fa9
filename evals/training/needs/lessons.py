"""What the encoder is taught besides needs: the questions of answer units, and what people say."""

import random
from collections.abc import Sequence
from hashlib import blake2b

from agents.understanding.labels.label_examples import label_examples
from agents.understanding.needs.need_examples import NeedExample
from evals.training.needs.together import Lesson
from knowledge.administration import Administration
from knowledge.content.questions import UnitQuestion
from knowledge.encoders.encoder import Encoder

_LEFT_OUT = 7
"""One in so many questions teaches the encoder nothing: what is fitted over its vectors is judged by them."""
_SEED = 0
_NEEDS_TAUGHT = 24_000


def is_left_out(question: UnitQuestion) -> bool:
    """Whether the encoder does not see it; so are all of that unit in that language."""
    key = f"{question.units[0]} {question.language}"
    return blake2b(key.encode(), digest_size=4).digest()[0] % _LEFT_OUT == 0


def unheard(administration: Administration, questions: Sequence[UnitQuestion]) -> list[str]:
    """The questions that the encoder does not see, but for those that are asked in danger or for a person."""
    exceptional = administration.exceptional_needs
    texts = [one.text for one in questions if is_left_out(one) and one.units[0].need not in exceptional]
    return list(dict.fromkeys(texts))


def need_lesson(examples: Sequence[NeedExample], encoder: Encoder) -> Lesson:
    """Some of them, as many as keep what is known."""
    rows = sorted(random.Random(_SEED).sample(range(len(examples)), min(_NEEDS_TAUGHT, len(examples))))
    drawn = [examples[row] for row in rows]
    labels = {label: number for number, label in enumerate(sorted({one.label for one in drawn}))}
    texts = [one.text for one in drawn]
    return Lesson(
        "needs", texts, [labels[one.label] for one in drawn], [0] * len(labels), [False] * len(texts),
        encoder.encode(texts),
    )  # fmt: skip


def question_lesson(questions: Sequence[UnitQuestion], encoder: Encoder) -> Lesson:
    """Questions that lean tell the units of their need apart, the others those of all needs."""
    taught = [one for one in questions if not is_left_out(one)]
    order = random.Random(_SEED)
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
    taught = [one for one in label_examples(administration) if one.line]
    kinds = [one.line.rpartition(":")[0] for one in taught]
    place = {kind: number for number, kind in enumerate(sorted(set(kinds)))}
    texts = [one.text for one in taught]
    classes = [place[kind] for kind in kinds]
    return Lesson("labels", texts, classes, [0] * len(place), [False] * len(texts), encoder.encode(texts))
