"""Wire models of cases, and of who a contact is with."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, model_validator

from api.schemas.citizens import CitizenId
from api.schemas.conversations import Incoming, Text
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Case, CaseState
from tools.citizens.identity import ContactIdentity, How, Level
from tools.citizens.timeline import Promise, Promiser
from tools.reading.masking import mask

Note = Annotated[Text, Field(max_length=2000), AfterValidator(mask)]


class IdentityIn(Incoming):
    """How the agent checked who the contact is with."""

    how: How
    citizen: CitizenId | None = Field(
        default=None,
        description="The id that `POST /v1/citizens/find` gave to the same agent; when left out, whoever was stated.",
    )

    @property
    def named(self) -> Pseudonym | None:
        """Whom the agent names, if anybody."""
        return None if self.citizen is None else Pseudonym(self.citizen)


class IdentityOut(BaseModel):
    """Who a contact is with. ``how`` it was checked, once it was."""

    citizen: str | None
    level: Level
    how: How | None = Field(default=None, exclude_if=lambda how: how is None)

    @classmethod
    def of(cls, identity: ContactIdentity) -> "IdentityOut":
        """On the wire."""
        return cls(citizen=identity.citizen, level=identity.level, how=identity.how)


class NamedNeed(BaseModel):
    """A need and its name in the language asked for; one of another system as it names it."""

    id: str
    name: str


class PromiseIn(Incoming):
    """What somebody promised; identifiers are masked."""

    text: Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(mask)]
    who: Promiser | None = None
    by: Annotated[Text, Field(max_length=80), AfterValidator(mask)] | None = Field(
        default=None, description="When, as it was said or as a day: 2026-12-04."
    )

    def promise(self, promise_id: str = "") -> Promise:
        """Not kept yet."""
        return Promise(self.text, self.who, self.by, id=promise_id)


class PromiseDoneIn(Incoming):
    """Whether a promise was kept."""

    done: bool


class PromiseOut(BaseModel):
    """``by``: when, as it was said or as a day."""

    id: str
    text: str
    who: Promiser | None
    by: str | None
    done: bool


class InteractionName(BaseModel):
    """What an interaction of the timeline is kept under."""

    system: str
    reference: str


class CaseIn(Incoming):
    """What an agent changes; an empty note erases the one there was. Identifiers in it are masked."""

    state: CaseState | None = None
    note: Note | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "CaseIn":
        if self.state is None and self.note is None:
            raise ValueError("a state or a note")
        return self

    def change(self, case: Case, at: datetime, agent: str) -> Case:
        """The case as it is then."""
        if self.note is not None:
            case = case.noted(at, self.note or None)
        if self.state == "resolved":
            return case.resolved(at, agent)
        return case.reopened(at) if self.state == "open" else case


class CaseOut(BaseModel):
    """One matter of somebody. ``agent``: who resolved it. ``interactions``: oldest first."""

    id: str
    need: NamedNeed | None
    state: CaseState
    opened_at: datetime
    changed_at: datetime
    resolved_at: datetime | None
    agent: str | None
    note: str | None
    promises: list[PromiseOut]
    interactions: list[InteractionName]

    @classmethod
    def of(cls, case: Case, catalogue: Catalogue, language: Language) -> "CaseOut":
        """On the wire."""
        known = catalogue.get(case.need or "")
        name = known.names[language] if known else case.need
        return cls(
            id=case.id,
            need=NamedNeed(id=case.need, name=name) if case.need and name else None,
            state=case.state,
            opened_at=case.opened_at,
            changed_at=case.changed_at,
            resolved_at=case.resolved_at,
            agent=case.agent,
            note=case.note,
            promises=[PromiseOut.model_validate(one, from_attributes=True) for one in case.promises],
            interactions=[InteractionName(system=system, reference=name) for system, name in case.interactions],
        )


class CasesOut(BaseModel):
    """Open ones first, then those that changed last."""

    cases: list[CaseOut]
