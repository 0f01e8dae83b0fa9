"""The way in to the desk, and what its forms choose from."""

from fastapi import APIRouter

from api.http.dependencies import AgentDep, LanguageDep, ServicesDep
from api.problems.errors import DemoOnly
from api.schemas.desk_door import ChoiceOut, ChoicesOut, LoginIn, LoginOut, MatterOut
from knowledge.languages import AUTONYMS

router = APIRouter(prefix="/v1/desk", tags=["desk"])


@router.post("/login")
async def login(body: LoginIn, services: ServicesDep) -> LoginOut:
    """A token for whoever asks, in an installation for demonstration only: elsewhere it is refused.

    Where staff have accounts, nobody comes in by name, demonstration or not.
    """
    if not services.open_to_all:
        raise DemoOnly
    return LoginOut(
        token=services.tokens.for_role(body.role, body.name),
        who=body.name,
        role=body.role,
        expires_at=services.clock() + services.tokens.staff_life,
    )


@router.get("/choices")
async def choices(services: ServicesDep, _role: AgentDep, language: LanguageDep) -> ChoicesOut:
    """Languages, units, matters and offices, in the language of the request."""
    administration = services.administration
    matters = [MatterOut.of(need, language) for need in services.knowledge.catalogue.values()]
    return ChoicesOut(
        languages=[ChoiceOut(id=code, name=AUTONYMS[code]) for code in administration.languages],
        units=list(administration.units),
        matters=sorted(matters, key=lambda one: one.name),
        offices=ChoicesOut.offices_by_name(list(services.booking.offices.values()), language),
    )
