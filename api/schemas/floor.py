"""Wire models of the floor: who is at work, and who has which hand-off."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field

from agents.summary.summary import Disposition
from api.schemas.appointments import Short
from api.schemas.cases import PromiseIn
from api.schemas.citizens import CitizenId
from api.schemas.conversations import HandOffOut, Incoming, Text
from knowledge.languages import Language
from tools.queues.floor import Agent, AgentState, HandOffState, Misfit, Presence, Standing
from tools.reading.masking import mask

Some = Annotated[list[Short], Field(max_length=200)]


class PresenceIn(Incoming):
    """What an agent does and serves. No units: all. ``most``: conversations at once."""

    state: AgentState
    name: Annotated[Text, Field(min_length=1, max_length=80)] | None = Field(
        default=None, description="As citizens are told it; the name in the token when left out."
    )
    languages: Annotated[list[Language], Field(min_length=1, max_length=20)]
    units: Some = Field(default_factory=list)
    skills: Some = Field(default_factory=list)
    most: Annotated[int, Field(ge=1, le=5)] = 1

    def agent(self, who: str, name: str | None = None) -> Agent:
        """The agent with the names in the token."""
        return Agent(
            who, self.name or name or who, tuple(self.languages), tuple(self.units), tuple(self.skills), self.most
        )


class AgentOut(BaseModel):
    """An agent, to colleagues."""

    who: str
    name: str
    languages: list[Language]

    @classmethod
    def of(cls, agent: Agent) -> "AgentOut":
        """On the wire."""
        return cls(who=agent.who, name=agent.name, languages=list(agent.languages))


class PresenceOut(AgentOut):
    """Somebody at work. ``holds``: conversations they have."""

    state: AgentState
    since: datetime
    units: list[str]
    most: int
    supervisor: bool
    holds: int
    asked: bool = Field(description="Whether something is offered to them now.")

    @classmethod
    def of_presence(cls, presence: Presence) -> "PresenceOut":
        """On the wire."""
        agent = presence.agent
        return cls(
            **AgentOut.of(agent).model_dump(),
            state=presence.state,
            since=presence.since,
            units=list(agent.units),
            most=agent.most,
            supervisor=presence.supervisor,
            holds=presence.held,
            asked=presence.offered > 0,
        )


class StandingOut(BaseModel):
    """Where a hand-off stands. ``misfit``: what the agent does not serve, because nobody at work does."""

    hand_off: HandOffOut
    state: HandOffState
    since: datetime
    until: datetime | None = Field(description="When an offer runs out.")
    agent: AgentOut | None
    front: bool
    wanted: str | None = Field(description="The agent or the unit it was sent to.")
    note: str | None
    misfit: list[Misfit]
    supervisor: bool = Field(description="Whether its agent asked a supervisor in.")

    @classmethod
    def of(cls, standing: Standing) -> "StandingOut":
        """On the wire."""
        return cls(
            hand_off=HandOffOut.of(standing.hand_off),
            state=standing.state,
            since=standing.since,
            until=standing.until,
            agent=AgentOut.of(standing.agent) if standing.agent else None,
            front=standing.front,
            wanted=standing.wanted_agent or standing.wanted_unit,
            note=standing.note,
            misfit=list(standing.misfit),
            supervisor=standing.supervisor,
        )


class TransferIn(Incoming):
    """A unit, or an agent at work by ``who``; identifiers in the note are masked."""

    to: Short
    note: Annotated[Text, Field(max_length=2000), AfterValidator(mask)] = ""


class WrapUpIn(Incoming):
    """What became of a conversation; identifiers in the summary are masked."""

    citizen: CitizenId | None = Field(
        default=None,
        description="The id that `POST /v1/citizens/find` gave, when the agent knows who it was; when left out, whoever"
        " was checked or stated in the conversation.",
    )
    disposition: Disposition
    summary: Annotated[Text, Field(max_length=4000), AfterValidator(mask)] | None = None
    promises: Annotated[list[PromiseIn], Field(max_length=20)] | None = Field(
        default=None, description="What was promised; when left out, what the summary of the conversation says was."
    )


def floor_events(mine: tuple[Standing, ...], asked: tuple[Standing, ...]) -> dict[str, dict[str, Any]]:
    """What an agent is told of hand-offs: each by the kind of event and its id."""
    told: dict[str, dict[str, Any]] = {}
    for one in mine:
        out = StandingOut.of(one).model_dump(mode="json")
        if one.state == "offered":
            told[f"offer:{one.hand_off.id}"] = out
        else:
            told[f"held:{one.hand_off.id}"] = {"standing": out}
    for one in asked:
        told[f"asked_in:{one.hand_off.id}"] = {"standing": StandingOut.of(one).model_dump(mode="json")}
    return told
