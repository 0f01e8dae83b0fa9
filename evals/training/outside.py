"""Fits, for a message said with a need on the table, how probably it is about no need at all.

Questions with a unit that answers them are about a need, whatever is on the table; what strays from the need it was
said about is in ``understanding/strays`` of the administration, a file a language. Half of that fits, half is measured.
"""

import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from agents.understanding.shared.ngrams import Floats
from agents.understanding.shared.tables import load_own_table, own_table_names
from agents.understanding.units.turn_model import OutsideWeights
from knowledge.administration import Administration
from knowledge.languages import LANGUAGES, Language, parse_language

_FOLDER = "strays"
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Stray:
    """Said about ``topic``, and about no need."""

    topic: str
    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class Clues:
    """``values``: what ``OutsideWeights`` weigh. ``kind``: as printed. ``fitted``: the weights are fitted to it."""

    values: Floats
    outside: bool
    kind: str
    language: Language
    fitted: bool = True


def load_strays(administration: Administration, needs: Sequence[str]) -> list[Stray]:
    """ValueError on a need that is none of ``needs``."""
    found = [
        Stray(need, parse_language(name), text)
        for name in own_table_names(administration, _FOLDER)
        for need, texts in load_own_table(administration, f"{_FOLDER}/{name}").items()
        for text in texts
    ]
    if unknown := {one.topic for one in found} - set(needs):
        raise ValueError(f"{_FOLDER}: no articles about {', '.join(sorted(unknown))}")
    return found


def fit_outside(clues: Sequence[Clues]) -> OutsideWeights:
    """By logistic regression."""
    drawn = [one for one in clues if one.fitted]
    values = torch.from_numpy(np.stack([one.values for one in drawn]))
    wanted = torch.tensor([float(one.outside) for one in drawn], dtype=values.dtype)
    weights = torch.zeros(values.shape[1], dtype=values.dtype, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=100)

    def loss() -> Tensor:
        optimizer.zero_grad()
        found = functional.binary_cross_entropy_with_logits(values @ weights, wanted)
        found.backward()  # type: ignore[no-untyped-call]
        return found

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    return OutsideWeights(*(round(weight, 3) for weight in weights.tolist()))


def tell_outside(clues: Sequence[Clues], weights: OutsideWeights) -> None:
    """Print how much of each kind is heard as lying outside."""
    for kind in dict.fromkeys(one.kind for one in clues):
        for language in ("all", *LANGUAGES):
            own = [one for one in clues if one.kind == kind and language in ("all", one.language)]
            heard = [1 / (1 + np.exp(-np.dot(astuple(weights), one.values))) > _HALF for one in own]
            if own:
                sys.stdout.write(f"{kind}, {language}: outside {np.mean(heard):.1%} ({len(own)})\n")
