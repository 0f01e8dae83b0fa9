"""Wire models of citizens and their timelines."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas.appointments import Short
from api.schemas.conversations import Incoming
from api.schemas.desk import Reason
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from tools.citizens.timeline import Interaction, Outcome, TimelinePage, Way

CitizenId = Annotated[
    str, Field(pattern=r"^[0-9a-f]{64}$", description="A pseudonym: nobody can tell the document from it.")
]


class CitizenFindIn(Incoming):
    """A document to look up, and the reason for the search."""

    document: Short
    reason: Reason


class EraseIn(Incoming):
    """Why all that is kept of somebody's contacts is erased."""

    reason: Reason


class CitizenOut(BaseModel):
    """Whose the document is. It says nothing of whether anything is known of them."""

    id: CitizenId


class InteractionOut(BaseModel):
    """A contact that has ended. ``system`` and ``reference`` name it where it was, ``matter`` is the need in words."""

    system: str
    reference: str
    at: datetime
    channel: Way
    need: str | None
    matter: str | None
    outcome: Outcome | None
    summary: str | None
    appointment_id: str | None
    agent: str | None
    case: str | None = Field(description="The id of the case that it is in.")

    @classmethod
    def of(cls, one: Interaction, catalogue: Catalogue, language: Language) -> "InteractionOut":
        """On the wire. A need of another system is told as that system names it."""
        known = catalogue.get(one.need) if one.need else None
        return cls(
            system=one.system,
            reference=one.reference,
            at=one.at,
            channel=one.channel,
            need=one.need,
            matter=known.names[language] if known else one.need,
            outcome=one.outcome,
            summary=one.summary,
            appointment_id=one.appointment,
            agent=one.agent,
            case=one.case,
        )


class TimelineOut(BaseModel):
    """The newest first."""

    interactions: list[InteractionOut]
    next_after: str | None = Field(description="Send it as `after` to read on; null at the end.")

    @classmethod
    def of(cls, page: TimelinePage, catalogue: Catalogue, language: Language) -> "TimelineOut":
        """On the wire."""
        shown = [InteractionOut.of(one, catalogue, language) for one in page.entries]
        return cls(interactions=shown, next_after=page.after)
