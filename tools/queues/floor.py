"""The floor: which agents are at work, and who has which hand-off."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from knowledge.languages import Language
from tools.queues.hand_offs import HandOff

AgentState = Literal["available", "busy", "after_contact", "away"]
HandOffState = Literal["waiting", "offered", "held", "returned", "closed"]

VANISHED_AFTER = timedelta(seconds=45)
"""An agent not heard of for so long is away: what they hold goes back to the front of the queue."""
OFFERED_FOR = timedelta(seconds=25)
"""An offer nobody answers goes to the next agent."""


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
    """An agent, what they are doing, and when they were last heard of."""

    agent: Agent
    state: AgentState
    heard_at: datetime
    supervisor: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a hand-off stands.

    ``agent`` has it (``held``), is asked to take it (``offered``) or had it last. ``front``: it was given back or
    transferred, and goes before those as urgent that nobody has had. ``wanted`` is the unit or agent it was sent to.
    """

    hand_off: HandOff
    state: HandOffState
    since: datetime
    agent: Agent | None = None
    front: bool = False
    wanted: str | None = None
    note: str | None = None
    """What the agent who transferred it wrote to the next one; citizens never see it."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """To a unit or to one agent (by ``who``), with a note to them."""

    to: str
    note: str = ""


class Floor(Protocol):
    """Every change is published to other processes, and told in the contact as an event ``person``.

    Every method may raise ToolUnavailable; those with a hand-off raise HandOffNotFound, and HandOffTaken when it is
    somebody else's.
    """

    async def enter(self, presence: Presence) -> None:
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

        Returns the new offers. One process at a time does it.
        """
        ...

    async def of_conversation(self, conversation_id: str) -> Standing | None:
        """The hand-off of a conversation; None when it never had one."""
        ...

    async def of_agent(self, who: str) -> tuple[Standing, ...]:
        """What is offered to them and what they hold, oldest first."""
        ...

    async def accept(self, hand_off_id: str, who: str) -> Standing:
        """Take it: offered to them, or waiting. The same agent again changes nothing."""
        ...

    async def decline(self, hand_off_id: str, who: str) -> Standing:
        """Give an offer on to others; they are not asked again while others can serve it."""
        ...

    async def transfer(self, hand_off_id: str, who: str, transfer: Transfer) -> Standing:
        """Send what they hold to another agent or unit; it waits in front. Raises TransferImpossible."""
        ...

    async def end(self, hand_off_id: str, who: str, state: Literal["returned", "closed"]) -> Standing:
        """Give what they hold back to the assistant, or close it."""
        ...
