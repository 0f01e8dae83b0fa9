"""Sums with what a person tells, without a conversation."""

from fastapi import APIRouter

from api.http.dependencies import LanguageDep, ServicesDep
from api.schemas.calculations import CalculationIn, CalculationOut, calculated

router = APIRouter(prefix="/v1/calculations", tags=["answers"])


@router.get("")
async def names(services: ServicesDep) -> list[str]:
    """The sums there are."""
    return list(services.knowledge.sums.names)


@router.post("/{name}")
async def calculate(name: str, body: CalculationIn, services: ServicesDep, language: LanguageDep) -> CalculationOut:
    """The sum step by step with its articles, or what it still needs to know. Nothing is kept."""
    told_in = body.language or language
    return calculated(services.knowledge.sums, name, body.inputs, services.clock.today(), told_in)
