"""Insights into the service, for staff."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.http.dependencies import AgentDep, LanguageDep, ServicesDep
from api.schemas.insights import GapsOut
from knowledge.languages import Language
from tools.gaps.gaps import GapQuery

router = APIRouter(prefix="/v1/insights", tags=["agents"])


@dataclass(frozen=True, slots=True)
class GapFilter:
    """Questions of these days, both included, asked in this language."""

    since: Annotated[date | None, Query(alias="from")] = None
    until: Annotated[date | None, Query(alias="to")] = None
    language: Annotated[Language | None, Query()] = None
    limit: Annotated[int, Query(ge=1, le=500)] = 50


@router.get("/gaps")
async def gaps(
    services: ServicesDep, _role: AgentDep, language: LanguageDep, asked: Annotated[GapFilter, Depends()]
) -> GapsOut:
    """Questions without a whole answer, by theme: how often, when, in which languages, and where to write."""
    found = await services.knowledge.gaps.report(GapQuery(asked.since, asked.until, asked.language))
    return GapsOut.of(found, asked.limit, services.knowledge.catalogue, services.phrases, language)
