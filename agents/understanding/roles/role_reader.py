"""Reads what each utterance of a conversation does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from agents.understanding.roles.role import Role
from agents.understanding.roles.role_model import RoleModel, SaidAfter, Side
from knowledge.encoders.encoder import Encoder


class SpokenBy(Protocol):
    """Who said what."""

    @property
    def speaker(self) -> str:
        """``citizen``; all others answer them."""
        ...

    @property
    def text(self) -> str:
        """The words."""
        ...


@dataclass(frozen=True, slots=True)
class RoleReader:
    """Reads any number of utterances at once. ``encoder``: the one that the model was fitted to."""

    model: RoleModel
    encoder: Encoder

    def read(self, utterances: Sequence[SpokenBy]) -> list[tuple[Role, float]]:
        """The role of each, with its probability. Encodes: call it in a thread."""
        return [max(shares.items(), key=lambda one: one[1]) for shares in self.shares(utterances)]

    def shares(self, utterances: Sequence[SpokenBy]) -> Sequence[Mapping[Role, float]]:
        """The probability of every role, for each. Encodes: call it in a thread."""
        return self.model.probabilities(self._said(utterances)) if utterances else []

    def _said(self, utterances: Sequence[SpokenBy]) -> list[SaidAfter]:
        vectors = self.encoder.encode([one.text for one in utterances])
        nothing = np.zeros_like(vectors[0])
        said: list[SaidAfter] = []
        for place, one in enumerate(utterances):
            last = utterances[place - 1] if place else None
            before, vector_before = ("", nothing) if last is None else (last.text, vectors[place - 1])
            other = last is not None and side_of(last.speaker) != side_of(one.speaker)
            said.append(SaidAfter(side_of(one.speaker), one.text, vectors[place], before, vector_before, other))
        return said


def side_of(speaker: str) -> Side:
    """An assistant speaks for the service, as an agent does."""
    return "citizen" if speaker == "citizen" else "agent"
