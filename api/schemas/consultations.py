"""Wire models of consultations."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from api.schemas.appointments import Short
from api.schemas.conversations import HandOffOut, Incoming, Text
from api.schemas.floor import AgentOut
from tools.queues.consultations import Consultation, ConsultationState, StaffLine
from tools.reading.masking import mask

Words = Annotated[Text, Field(min_length=1, max_length=4000), AfterValidator(mask)]


class ConsultationIn(Incoming):
    """An agent at work by ``who``, a unit or a language, and the question; identifiers in it are masked."""

    to: Short
    text: Words


class StaffLineIn(Incoming):
    """What one of the two writes; identifiers in it are masked."""

    text: Words


class StaffLineOut(BaseModel):
    """A line that only staff see."""

    number: int
    who: str
    name: str
    text: str
    at: datetime
    key: str

    @classmethod
    def of(cls, line: StaffLine) -> "StaffLineOut":
        """On the wire."""
        return cls(number=line.number, who=line.who, name=line.name, text=line.text, at=line.at, key=line.key)


class ConsultationOut(BaseModel):
    """A consultation, to the two whose it is and to those who are asked."""

    id: str
    hand_off: HandOffOut
    asker: AgentOut
    to: str = Field(description="The agent, unit or language that was asked.")
    colleague: AgentOut | None = Field(description="Who took it.")
    state: ConsultationState
    since: datetime
    lines: list[StaffLineOut]

    @classmethod
    def of(cls, one: Consultation) -> "ConsultationOut":
        """On the wire."""
        return cls(
            id=one.id,
            hand_off=HandOffOut.of(one.hand_off),
            asker=AgentOut.of(one.asker),
            to=one.to,
            colleague=AgentOut.of(one.colleague) if one.colleague else None,
            state=one.state,
            since=one.since,
            lines=[StaffLineOut.of(line) for line in one.lines],
        )
