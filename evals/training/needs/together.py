"""Tunes the encoder on all that is taught at once: needs, questions of answer units, and labels of what is said.

A pass over the three goes on from the corrections that are kept. Each kind of lesson has a head of its own, which
starts at the means of the vectors of its classes and is thrown away: what is kept is the encoder.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from agents.understanding.shared.ngrams import Floats
from evals.training.needs.network import Network, halves
from evals.training.needs.train import TuningRecipe, batches
from knowledge.weights.adapter import Adapter

TOGETHER = TuningRecipe(epochs=1, rate=4e-4, head_rate=4e-3, batch=64, smoothing=0.05, alike=32)
"""One gentle pass over a network that knows most of it."""
_OUT = -1e4
_TOLD_EVERY = 100


@dataclass(frozen=True, slots=True)
class Lesson:
    """Sentences and the class of each. ``group``: of each class; ``within``: which sentences are told apart from the
    other classes of their group alone, for they do not say the group.

    ``vectors``: of the sentences, by the encoder that the tuning starts from.
    """

    name: str
    texts: Sequence[str]
    classes: Sequence[int]
    group: Sequence[int]
    within: Sequence[bool]
    vectors: Floats


def tune_together(
    folder: Path, start: Adapter, lessons: Sequence[Lesson], recipe: TuningRecipe, tell: Callable[[str], None]
) -> Network:
    """The network after the pass. ``folder``: the encoder's weights as they come; ``tell`` hears how it goes."""
    torch.manual_seed(recipe.seed)
    network = Network(folder, recipe.first, recipe.rank)
    network.go_on_from(start)
    rows = [(number, row) for number, lesson in enumerate(lessons) for row in range(len(lesson.texts))]
    prepared = dict(zip(rows, network.prepare([lessons[number].texts[row] for number, row in rows]), strict=True))
    tell(f"{len(prepared)} sentences prepared")
    pupils = [_Pupil.of(lesson) for lesson in lessons]
    groups = [
        {"params": list(network.trainable()), "lr": recipe.rate},
        {"params": [pupil.head for pupil in pupils], "lr": recipe.head_rate, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = recipe.epochs * -(-len(rows) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, step / 100) * max(0, 1 - step / steps))
    done = 0
    for epoch in range(recipe.epochs):
        network.train()
        for batch in batches(rows, lambda row: len(prepared[row]), recipe, epoch):
            with halves():
                vectors = network([prepared[row] for row in batch]).float()
            loss = torch.zeros(())
            for number, pupil in enumerate(pupils):
                places = [place for place, (of, _) in enumerate(batch) if of == number]
                if places:
                    losses = pupil.losses(vectors[places], [batch[place][1] for place in places], recipe)
                    loss = loss + losses.sum() / len(batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.trainable(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done % _TOLD_EVERY == 0:
                tell(f"step {done} of {steps}: {', '.join(pupil.report() for pupil in pupils)}")
    network.eval()
    return network


@dataclass(slots=True)
class _Pupil:
    """A lesson with its head, and what was lost on it since it was last told."""

    lesson: Lesson
    head: nn.Parameter
    targets: Tensor
    groups: Tensor
    lost: float = 0.0
    seen: int = 0

    @classmethod
    def of(cls, lesson: Lesson) -> "_Pupil":
        """The head starts at the means of the classes."""
        classes = torch.tensor(lesson.classes)
        total = torch.zeros(int(classes.max()) + 1, lesson.vectors.shape[1])
        total.index_add_(0, classes, torch.from_numpy(lesson.vectors.astype(np.float32)))
        head = nn.Parameter(functional.normalize(total, dim=1))
        return cls(lesson, head, classes, torch.tensor(lesson.group))

    def losses(self, vectors: Tensor, rows: Sequence[int], recipe: TuningRecipe) -> Tensor:
        """Of each row; within its group where the sentence does not say the group."""
        targets = self.targets[list(rows)]
        scores = recipe.sharpness * vectors @ self.head.T
        within = torch.tensor([self.lesson.within[row] for row in rows])
        near = scores.masked_fill(self.groups[None, :] != self.groups[targets][:, None], _OUT)
        losses = torch.where(
            within,
            functional.cross_entropy(near, targets, reduction="none"),
            functional.cross_entropy(scores, targets, label_smoothing=recipe.smoothing, reduction="none"),
        )
        self.lost, self.seen = self.lost + losses.sum().item(), self.seen + len(rows)
        return losses

    def report(self) -> str:
        """The mean loss since the last report."""
        mean = self.lost / max(1, self.seen)
        self.lost, self.seen = 0.0, 0
        return f"{self.lesson.name} {mean:.3f}"
