"""Fits how the clues of answer units are weighed, and tells how well they are."""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from agents.understanding.shared.ngrams import Floats
from agents.understanding.units.turn_model import TurnModel
from agents.understanding.units.unit_scorer import ClueWeights, UnitScorer, plain_scorer
from evals.training.places import OUT, SEED
from knowledge.languages import Language

CONVERSATION, SUITE, SUITE_AFTER, LEANS = "conversation", "suite, alone", "suite, after any need", "leans"
_COUNTS: Mapping[str, float] = {CONVERSATION: 1.0, SUITE: 0.15, SUITE_AFTER: 0.15, LEANS: 0.15}
"""How much a question counts. Of short follow-ups of strangers (``suites/follow_ups_apart.yaml``) 82 in 100 were
answered when those that lean did not count, 90 with them."""
_HIDDEN, _EPOCHS, _BATCH, _RATE, _DECAY = 8, 6, 32, 3e-3, 1e-2
"""16 or 32 hidden units, and twelve epochs, measured no better on two panels that were left out."""
_LIKELY = 400
"""Units that are told from one another in a fit: the others have no chance."""
_SLIGHT = 1e-3
_THREE = 3


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """A question in a conversation. ``clues``: in the order of `ClueWeights`, shape (units, clues), in half precision;
    ``answers``: the units that answer it, or all of its need where no more is known; ``outside``: what tells whether it
    lies outside.
    """

    kind: str
    language: Language
    need: str
    clues: NDArray[np.float16]
    answers: NDArray[np.bool_]
    outside: Floats | None = None


class _Network(nn.Module):
    """Of clues in units of their spread: the linear part begins as the one that needs no fit."""

    def __init__(self, spread: Tensor) -> None:
        super().__init__()
        self.linear = nn.Parameter(torch.tensor(ClueWeights()) * spread)
        self.inward = nn.Linear(len(spread), _HIDDEN)
        self.outward = nn.Parameter(torch.zeros(_HIDDEN))

    def forward(self, clues: Tensor) -> Tensor:
        return clues @ self.linear + torch.relu(self.inward(clues)) @ self.outward


def fit_scorer(posed: Sequence[Posed], pointing: NDArray[np.bool_]) -> UnitScorer:
    """The one that makes the units asked for likeliest, among those that are likely without a fit and not ``pointing``
    at other needs.
    """
    clues, answers = map(torch.from_numpy, _likely(posed, pointing))
    counts = torch.tensor([_COUNTS[one.kind] for one in posed])
    middle, spread = clues.mean((0, 1)), clues.std((0, 1))
    spread[spread < _SLIGHT] = 1.0  # a clue that never differs tells nothing
    torch.manual_seed(SEED)
    network = _Network(spread)
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=_EPOCHS * (len(posed) // _BATCH + 1))
    for epoch in range(_EPOCHS):
        order = torch.randperm(len(posed), generator=torch.Generator().manual_seed(epoch))
        for batch in torch.split(order, _BATCH):
            scores = network((clues[batch] - middle) / spread)
            believed = scores.masked_fill(~answers[batch], OUT).logsumexp(1) - scores.logsumexp(1)
            loss = -(believed * counts[batch]).sum() / counts[batch].sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return _of_clues(network, middle, spread)


def _likely(posed: Sequence[Posed], pointing: NDArray[np.bool_]) -> tuple[Floats, NDArray[np.bool_]]:
    """The clues of the likeliest units of each question, and of those that answer it; which of them do."""
    plain, all_clues, all_answers = plain_scorer(), [], []
    for one in posed:
        scores = plain.score(one.clues.astype(np.float32)) - OUT * one.answers + OUT * pointing
        rows = np.argsort(-scores)[:_LIKELY]
        all_clues.append(one.clues[rows].astype(np.float32))
        all_answers.append(one.answers[rows])
    return np.stack(all_clues), np.stack(all_answers)


def _of_clues(network: _Network, middle: Tensor, spread: Tensor) -> UnitScorer:
    """The same, of clues as they are."""
    with torch.no_grad():
        inward = network.inward.weight.T / spread[:, None]
        bias = network.inward.bias - middle @ inward
        parts = (network.linear / spread, inward, bias, network.outward)
        return UnitScorer(*(part.numpy().astype(np.float32) for part in parts))


def tell(posed: Sequence[Posed], model: TurnModel, prefix: str = "") -> None:
    """Print, by kind and language, how often the need is read, and how often a unit that answers comes first and among
    three.
    """
    found: dict[tuple[str, str], list[tuple[bool, bool, bool]]] = defaultdict(list)
    for one in posed:
        clues = one.clues.astype(np.float32)
        by_need, best = model.needs_of(clues), np.argsort(-model.scores(clues))[:_THREE]
        reads = max(by_need, key=by_need.__getitem__) == one.need
        for language in ("all", one.language):
            found[one.kind, language].append((reads, bool(one.answers[best[0]]), bool(one.answers[best].any())))
    for (kind, language), verdicts in sorted(found.items()):
        need, first, three = np.mean(np.array(verdicts), axis=0)
        told = f"{prefix}{kind}, {language}: need {need:.1%}, first unit {first:.1%}, among three {three:.1%}"
        sys.stdout.write(f"{told} ({len(verdicts)})\n")
