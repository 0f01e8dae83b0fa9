"""The floor: which agents are at work, and who has which hand-off."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol

from knowledge.languages import Language
from tools.queues.hand_offs import HandOff, QueuePlace, Reason

AgentState = Literal["available", "busy", "after_contact", "away"]
HandOffState = Literal["waiting", "offered", "held", "returned", "closed"]
End = Literal["returned", "closed"]
Misfit = Literal["language", "unit"]

VANISHED_AFTER = timedelta(seconds=45)
"""An agent not heard of for so long is away: what they hold goes back to the front of the queue."""
OFFERED_FOR = timedelta(seconds=25)
"""An offer nobody answers goes to the next agent."""
DECLINED_FOR = timedelta(seconds=30)
"""Who declined is not asked again for so long, and then only when nobody else is free."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A member of staff at the desk. ``who`` names them in the audit, ``name`` to citizens, as their unit wants it."""

    who: str
    name: str
    languages: tuple[Language, ...]
    units: tuple[str, ...] = ()
    """Units they serve; empty: all."""
    skills: tuple[str, ...] = ()
    """Needs they know best; others they serve too."""
    most: int = 1
    """Conversations they have at once."""


@dataclass(frozen=True, slots=True)
class Presence:
    """An agent at work: what they do, since when, when they were last heard of, and how much they have."""

    agent: Agent
    state: AgentState
    since: datetime
    heard_at: datetime
    supervisor: bool = False
    held: int = 0
    offered: int = 0
    asked_at: datetime | None = None
    """When something was last offered to them: of equals, who was asked longest ago is next."""

    @property
    def full(self) -> bool:
        """Whether they have all the conversations that they have at once."""
        return self.held >= self.agent.most

    @property
    def free(self) -> bool:
        """Whether something may be offered to them: they answer one offer at a time."""
        return self.state == "available" and not self.full and not self.offered


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a hand-off stands.

    ``agent`` has it (``held``), is asked to take it (``offered``) or had it last. ``front``: it was given back or
    transferred, and goes before those as urgent that nobody has had. It was sent to ``wanted_agent`` (by ``who``) or to
    ``wanted_unit``. ``since`` is when it began to wait, was accepted or ended.
    """

    hand_off: HandOff
    state: HandOffState
    since: datetime
    agent: Agent | None = None
    until: datetime | None = None
    """When an offer runs out."""
    front: bool = False
    apart: bool = False
    """See ``Waiting``."""
    wanted_agent: str | None = None
    wanted_unit: str | None = None
    note: str | None = None
    """What the agent who transferred it wrote to the next one; citizens never see it."""
    misfit: tuple[Misfit, ...] = ()
    """What the agent asked or holding does not serve: nobody at work did."""
    declined: Mapping[str, datetime] = field(default_factory=dict)
    """Who declined it or let the offer run out, and when."""
    supervisor: bool = False
    """Whether its agent asked a supervisor in."""

    @property
    def unit(self) -> str:
        """The unit that it is for."""
        return self.wanted_unit or self.hand_off.unit

    @property
    def place(self) -> QueuePlace:
        """Its place among those that wait."""
        return QueuePlace.given(self.hand_off, self.front, self.apart)

    @property
    def waits(self) -> bool:
        """Whether no agent has it yet, asked or not."""
        return self.state in ("waiting", "offered")

    def is_with(self, who: str) -> bool:
        """Whether that agent holds it, or is asked to take it."""
        return self.state in ("offered", "held") and self.agent is not None and self.agent.who == who


@dataclass(frozen=True, slots=True)
class Transfer:
    """To a unit or to one agent (by ``who``), with a note to them. ``agreed``: that agent knows, and has it at once."""

    to: str
    note: str = ""
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class PutRight:
    """How a hand-off is to be read, as the agent who has it says, with the summary that tells it so. ``urgent``:
    somebody is in danger, which ``reason`` names.
    """

    need: str | None
    unit: str
    language: Language
    reason: Reason
    urgent: bool
    summary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one who waits may expect.

    ``ahead``: how many are before them for the same agents. ``wait``: the median of what the last ones waited in that
    unit and language; None when too few were taken lately to say.
    """

    ahead: int
    wait: timedelta | None


class Floor(Protocol):
    """Every change is published to other processes, and what the citizen sees of it is told in the contact as an event
    ``person`` of the same transaction. Times are those of the server that keeps the floor, whoever calls.

    Every method may raise ToolUnavailable; those with a hand-off raise HandOffNotFound, and HandOffTaken when it is
    somebody else's.
    """

    async def enter(self, agent: Agent, state: AgentState, supervisor: bool = False) -> Presence:
        """Come in, change state, or say again that one is there."""
        ...

    async def leave(self, who: str) -> None:
        """Go: what they hold goes back to the front of the queue."""
        ...

    async def present(self) -> tuple[Presence, ...]:
        """Everybody heard of in time, by name."""
        ...

    async def match(self) -> tuple[Standing, ...]:
        """Give back what vanished agents held and what was not answered, and offer what waits to who can serve it best.

        Returns the new offers. One process at a time does it. A time in which nobody called it counts for nobody: who
        could not be heard has not vanished.
        """
        ...

    async def find(self, hand_off_id: str) -> Standing:
        """Where it stands."""
        ...

    async def of_conversation(self, conversation_id: str) -> Standing | None:
        """The hand-off of a conversation; None when it never had one."""
        ...

    async def of_agent(self, who: str) -> tuple[Standing, ...]:
        """What is offered to them and what they hold, oldest first."""
        ...

    async def taken(self) -> tuple[Standing, ...]:
        """All that agents are asked to take or hold, oldest first."""
        ...

    def follow(self, seconds: float) -> AsyncGenerator[None]:
        """Now, after each change, and when so long nothing changed: each time the floor is worth reading again."""
        ...

    async def outlook(self, hand_off_id: str) -> Outlook | None:
        """What it may expect; None when it does not wait."""
        ...

    async def accept(self, hand_off_id: str, who: str) -> Standing:
        """Take it: offered to them, or waiting. The same agent again changes nothing.

        Raises NotAtDesk, and DeskFull when they hold as many as they have at once.
        """
        ...

    async def decline(self, hand_off_id: str, who: str) -> Standing:
        """Give an offer on to others; they are not asked again soon (``DECLINED_FOR``)."""
        ...

    async def transfer(self, hand_off_id: str, who: str, transfer: Transfer) -> Standing:
        """Send what they hold to another agent or unit; it waits in front, unless it was agreed.

        Raises TransferImpossible, and DeskFull when who agreed holds as many as they have at once.
        """
        ...

    async def end(self, hand_off_id: str, who: str, state: End) -> Standing:
        """Give what they hold back to the assistant, or close it."""
        ...

    async def put_right(self, hand_off_id: str, who: str, reading: PutRight) -> Standing:
        """Read what they hold otherwise, also for whoever has it next."""
        ...

    async def call_supervisor(self, hand_off_id: str, who: str) -> Standing:
        """Ask a supervisor into what they hold."""
        ...
