"""Wire models of what agents put right in how a conversation was read."""

from typing import Literal

from pydantic import BaseModel, Field, model_validator

from api.schemas.appointments import Short
from api.schemas.conversations import Incoming
from api.services.readings import Wish
from knowledge.languages import Language
from tools.contacts.contact import ContactEvent

Danger = Literal["crisis", "violence", "emergency"]


class ReadingIn(Incoming):
    """What is to be put right; what is left out stays as it is."""

    need: Short | None = Field(default=None, description="A need of the catalogue; null: it is about none.")
    language: Language | None = Field(default=None, description="What the citizen speaks.")
    danger: Danger | None = Field(default=None, description="Null: nobody is in danger.")

    @model_validator(mode="after")
    def _names_something(self) -> "ReadingIn":
        if not self.model_fields_set & {"need", "language", "danger"}:
            raise ValueError("nothing to put right")
        return self

    def wish(self) -> Wish:
        """As the service takes it."""
        return Wish(frozenset(self.model_fields_set), self.need, self.language, self.danger)


class ReadingOut(BaseModel):
    """What a conversation is taken to be."""

    need: str | None
    language: Language
    danger: Danger | None


class ReadingChangeOut(BaseModel):
    """What an agent put right, by the event of that number. It is also the event ``reading``, for staff."""

    number: int
    before: ReadingOut
    after: ReadingOut

    @classmethod
    def of(cls, event: ContactEvent) -> "ReadingChangeOut":
        """On the wire. Who did it is in the audit."""
        return cls.model_validate({**event.data, "number": event.number})
