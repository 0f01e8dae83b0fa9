"""The need of a call's citizen and its route, and the port that reads them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

from agents.understanding.shared.labels import Label
from knowledge.channels import Channel
from knowledge.languages import Language

To = Literal["person", "appointment", "elsewhere", "clarify", "answer"]


@dataclass(frozen=True, slots=True)
class CallRoute:
    """The next step. ``to``: ``person`` at once; an ``appointment`` is wanted; another body handles it; the citizen is
    to be asked which of ``options``; or an ``answer`` of ours. ``todo``: what to do, a line for the agent, in their
    language; ``link``: where it is done online.
    """

    to: To
    todo: str
    body: str | None = None
    channels: tuple[Channel, ...] = ()
    link: str | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallNeed:
    """``need`` is None when only somebody in danger was heard. ``name``: of all it may be when that is to be asked.
    ``reason``: a line for the agent, in their language.
    """

    need: str | None
    name: str | None
    confidence: float
    unit: str
    reason: str
    route: CallRoute
    labels: tuple[Label, ...]
    urgent: bool

    def as_json(self) -> dict[str, Any]:
        """The payload of the event ``need``."""
        return asdict(self)

    def same_way(self, before: Mapping[str, Any] | None) -> bool:
        """Whether the agent has been told the same: need, route and urgency."""
        if before is None:
            return False
        return (self.need, self.route.to, self.urgent) == (before["need"], before["route"]["to"], before["urgent"])


class NeedReader(Protocol):
    """Reads the need of a call's citizen; may run in any thread."""

    def read_need(
        self, said: str, spoken: Language | None, told_in: Language, before: str | None, now: datetime
    ) -> CallNeed | None:
        """None when nothing is understood. ``before``: the need found so far."""
        ...
