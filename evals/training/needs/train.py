"""Tunes the encoder: cross-entropy over all labels of the examples."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from agents.understanding.needs.need_examples import NeedExample
from evals.training.needs.network import Network, halves

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class TuningRecipe:
    """Parameters of a tuning; the defaults measured best (``docs/understanding.md``)."""

    first: int = 4
    rank: int = 16
    epochs: int = 5
    rate: float = 1e-3
    head_rate: float = 5e-3
    batch: int = 32
    smoothing: float = 0.1
    sharpness: float = 16.0
    seed: int = 0
    alike: int = 16
    """Batches drawn together, within which sentences of like length are neighbours."""


@dataclass(frozen=True, slots=True)
class Tuned:
    """The network after tuning; ``prepared`` are the examples as it takes them."""

    network: Network
    prepared: list[Tensor]


@dataclass(frozen=True, slots=True)
class Tuner:
    """``folder``: the encoder's weights as they come; ``tell`` hears of each pass."""

    folder: Path
    recipe: TuningRecipe
    tell: Callable[[str], None]

    def tune(
        self, examples: Sequence[NeedExample], taught: Sequence[int], prepared: list[Tensor] | None = None
    ) -> Tuned:
        """Tune on the rows ``taught`` of the examples. Same rows, folder and recipe: same weights on the same machine.

        ``prepared``: the examples as an earlier tuning left them; minutes are saved.
        """
        recipe = self.recipe
        torch.manual_seed(recipe.seed)
        network = Network(self.folder, recipe.first, recipe.rank)
        prepared = prepared or network.prepare([example.text for example in examples])
        labels = sorted({examples[row].label for row in taught})
        place = {label: number for number, label in enumerate(labels)}
        targets = torch.tensor([place.get(example.label, -1) for example in examples])
        head = nn.Linear(prepared[0].shape[1], len(labels))
        groups = [
            {"params": list(network.trainable()), "lr": recipe.rate},
            {"params": list(head.parameters()), "lr": recipe.head_rate},
        ]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        steps = recipe.epochs * -(-len(taught) // recipe.batch)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1, step / 100) * max(0, 1 - step / steps)
        )
        for epoch in range(recipe.epochs):
            network.train()
            total = 0.0
            for rows in batches(taught, lambda row: len(prepared[row]), recipe, epoch):
                with halves():
                    scores = head(network([prepared[row] for row in rows]) * recipe.sharpness)
                loss = functional.cross_entropy(scores.float(), targets[rows], label_smoothing=recipe.smoothing)
                optimizer.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(network.trainable(), 1.0)
                optimizer.step()
                schedule.step()
                total += loss.item() * len(rows)
            self.tell(f"epoch {epoch + 1} of {recipe.epochs}: loss {total / len(taught):.3f}")
        network.eval()
        return Tuned(network, prepared)


def batches(rows: Sequence[_Row], length: Callable[[_Row], int], recipe: TuningRecipe, epoch: int) -> list[list[_Row]]:
    """Neighbours of like ``length``, in an order of each epoch's own."""
    shuffled = list(rows)
    order = random.Random(recipe.seed * 1000 + epoch)
    order.shuffle(shuffled)
    span = recipe.batch * recipe.alike
    found = []
    for start in range(0, len(shuffled), span):
        alike = sorted(shuffled[start : start + span], key=length)
        found += [alike[at : at + recipe.batch] for at in range(0, len(alike), recipe.batch)]
    order.shuffle(found)
    return found
