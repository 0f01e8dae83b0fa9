"""Worders over a scripted model, with all their parts at hand."""

from dataclasses import dataclass, field
from datetime import date

from agents.wording.budget import TokenBudget
from agents.wording.chat_worder import ChatWorder, ModelAddress
from agents.wording.guard import Guard
from tests.fakes.chat_model import KeptTrail, ScriptedModel
from tools.breaker import CircuitBreaker
from tools.reading.masking import mask


@dataclass
class Watch:
    """A clock that is moved by hand."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Parts:
    trail: KeptTrail = field(default_factory=KeptTrail)
    watch: Watch = field(default_factory=Watch)
    a_day: int = 1_000_000
    a_conversation: int = 1_000_000
    max_seconds: float = 5.0


def worder_of(model: ScriptedModel, parts: Parts | None = None) -> ChatWorder:
    parts = parts or Parts()
    return ChatWorder(
        model=model,
        address=ModelAddress("model.example", "m"),
        guard=Guard(lambda _: "es"),
        masked=mask,
        trail=parts.trail,
        budget=TokenBudget(parts.a_day, parts.a_conversation, lambda: date(2026, 12, 2)),
        breaker=CircuitBreaker(parts.watch, threshold=3, rest=60.0),
        seconds=parts.watch,
        max_seconds=parts.max_seconds,
    )
