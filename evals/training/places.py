"""Fits the places and prototypes of the answer units among the vectors of the questions that they answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from sklearn.cluster import KMeans
from torch import Tensor, nn
from torch.nn import functional

from agents.understanding.needs.need_model import unit as of_unit_length
from agents.understanding.shared.ngrams import Floats
from agents.understanding.units.places import NARROW, Prototypes, QuestionSpace, plain_space
from knowledge.languages import Language
from knowledge.passages import UnitId

SEED = 0
_EPOCHS, _BATCH, _RATE, _SHARPNESS, _SMOOTHING = 2, 512, 1e-3, 20.0, 0.05
"""More passes measured worse on other writers: 65.2 % of first units after two, 63.4 after six (34,199 questions)."""
OUT = -1e4
_PROTOTYPES = 16
"""Of a unit at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the units that answer it."""

    units: tuple[UnitId, ...]
    language: Language
    vector: Floats


@dataclass(frozen=True, slots=True)
class Centres:
    """The places of units: ``rows`` has one for each, ``prototypes`` several."""

    units: tuple[UnitId, ...]
    rows: Floats
    prototypes: Prototypes


def fit_space(asked: Sequence[Asked]) -> tuple[QuestionSpace, Centres]:
    """A linear projection, and the place of each unit in it: first its mean, then by cross-entropy over all units and
    over those of its need.
    """
    languages = [one.language for one in asked]
    space = plain_space(np.stack([one.vector for one in asked]), languages)
    own = space.own(np.stack([one.vector for one in asked]), languages)
    units = sorted({unit for one in asked for unit in one.units})
    place = {unit: row for row, unit in enumerate(units)}
    pairs = [(row, place[unit]) for row, one in enumerate(asked) for unit in one.units]
    rows, targets = torch.tensor([row for row, _ in pairs]), torch.tensor([unit for _, unit in pairs])
    vectors = torch.from_numpy(own)
    needs = {need: number for number, need in enumerate(dict.fromkeys(unit.need for unit in units))}
    need_of = torch.tensor([needs[unit.need] for unit in units])
    start = functional.normalize(torch.zeros(len(units), own.shape[1]).index_add_(0, targets, vectors[rows]), dim=1)
    torch.manual_seed(SEED)
    projection = nn.Parameter(torch.eye(own.shape[1]))
    places = nn.Parameter(start.clone())
    optimizer = torch.optim.AdamW([projection, places], lr=_RATE, weight_decay=0.0)
    for epoch in range(_EPOCHS):
        order = torch.randperm(len(pairs), generator=torch.Generator().manual_seed(epoch))
        for first in range(0, len(pairs), _BATCH):
            batch = order[first : first + _BATCH]
            answers = targets[batch]
            scores = _SHARPNESS * _cosines(vectors[rows[batch]] @ projection, places @ projection)
            within = torch.where(need_of[None, :] == need_of[answers][:, None], scores, torch.tensor(OUT))
            loss = functional.cross_entropy(scores, answers, label_smoothing=_SMOOTHING)
            loss = loss + functional.cross_entropy(within, answers)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    with torch.no_grad():
        found = functional.normalize(places @ projection, dim=1).numpy()
        projected = functional.normalize(vectors @ projection, dim=1).numpy()
    space = replace(space, projection=projection.detach().numpy(), narrowing=_principal(projected))
    narrow, of_unit = space.narrow(projected), targets.numpy()
    prototypes = [_prototypes(narrow[rows.numpy()[of_unit == number]]) for number in range(len(units))]
    return space, Centres(tuple(units), found, Prototypes.of(prototypes))


def _principal(vectors: Floats) -> Floats:
    """The directions in which most of them lie: shape (dimensions, ``NARROW``)."""
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    return np.ascontiguousarray(directions[:, ::-1][:, :NARROW], np.float32)


def _prototypes(questions: Floats) -> Floats:
    """The middles of groups of questions that are near to each other."""
    different = np.unique(questions.round(4), axis=0)
    if len(different) <= _PROTOTYPES:
        return of_unit_length(different)
    groups = KMeans(_PROTOTYPES, n_init=1, max_iter=20, random_state=SEED).fit(different)
    return of_unit_length(groups.cluster_centers_.astype(np.float32))


def _cosines(one: Tensor, other: Tensor) -> Tensor:
    return functional.normalize(one, dim=1) @ functional.normalize(other, dim=1).T
