"""A turn of a conversation as a summary reads it."""

from dataclasses import dataclass
from datetime import date

from agents.understanding.commitments.commitment_model import Commitment
from agents.understanding.roles.role import Role
from agents.understanding.roles.role_model import Side
from knowledge.languages import Language


@dataclass(frozen=True, slots=True)
class ReadTurn:
    """``number`` counts from 0. ``sure``: the probability of the role. ``day``: the one it was said on.
    ``commits``: the words with which who speaks says what they will do.
    """

    number: int
    side: Side
    text: str
    language: Language
    day: date
    role: Role
    sure: float = 1.0
    commits: Commitment | None = None
