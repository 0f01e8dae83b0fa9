"""Wire models of the way in to the desk, and of what its forms choose from."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from api.schemas.conversations import Incoming, Text
from api.services.tokens import Role
from knowledge.content.needs import Need
from knowledge.languages import Language
from tools.offices.offices import Office

Name = Annotated[Text, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]


class LoginIn(Incoming):
    """Who comes to the desk of a demonstration."""

    name: Name = Field(description="Shown to citizens and kept in the audit.", examples=["Ane Etxeberria"])
    role: Role = "agent"


class LoginOut(BaseModel):
    """A member of staff's token, until ``expires_at``."""

    token: str
    who: str
    role: Role
    expires_at: datetime


class ChoiceOut(BaseModel):
    """Something to choose, by the name that it has in a language."""

    id: str
    name: str


class MatterOut(ChoiceOut):
    """A need of the catalogue; ``bookable``: whether an appointment is made for it."""

    bookable: bool

    @classmethod
    def of(cls, need: Need, language: Language) -> "MatterOut":
        """On the wire."""
        return cls(id=need.id, name=need.names[language], bookable=need.policy.bookable)


class ChoicesOut(BaseModel):
    """What the forms of the desk choose from, each by name."""

    languages: list[ChoiceOut]
    units: list[str]
    matters: list[MatterOut]
    offices: list[ChoiceOut]

    @classmethod
    def offices_by_name(cls, offices: list[Office], language: Language) -> list[ChoiceOut]:
        """Offices as choices."""
        return sorted(
            (ChoiceOut(id=office.id, name=office.name[language]) for office in offices), key=lambda one: one.name
        )
