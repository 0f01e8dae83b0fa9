"""Insights into the service, for staff."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.http.dependencies import AdminDep, AgentDep, LanguageDep, ServicesDep
from api.schemas.copilot import AccuracyOut, CopilotInsightOut, ReviewOut
from api.schemas.insights import GapsOut
from knowledge.languages import Language
from tools.feedback.feedback import FeedbackQuery
from tools.gaps.gaps import GapQuery

router = APIRouter(prefix="/v1/insights", tags=["agents"])


@dataclass(frozen=True, slots=True)
class InsightFilter:
    """Of these days, both included, in the citizen's language."""

    since: Annotated[date | None, Query(alias="from")] = None
    until: Annotated[date | None, Query(alias="to")] = None
    language: Annotated[Language | None, Query()] = None
    limit: Annotated[int, Query(ge=1, le=500)] = 50


@router.get("/gaps")
async def gaps(
    services: ServicesDep, _role: AgentDep, language: LanguageDep, asked: Annotated[InsightFilter, Depends()]
) -> GapsOut:
    """Questions without a whole answer, by theme: how often, when, in which languages, and where to write."""
    found = await services.knowledge.gaps.report(GapQuery(asked.since, asked.until, asked.language))
    return GapsOut.of(found, asked.limit, services.knowledge.catalogue, services.phrases, language)


@router.get("/copilot")
async def copilot(
    services: ServicesDep, _admin: AdminDep, language: LanguageDep, asked: Annotated[InsightFilter, Depends()]
) -> CopilotInsightOut:
    """How suggestions fare by need and language, and the newest that were reworded or refused. No agent is named."""
    query, log = FeedbackQuery(asked.since, asked.until, asked.language), services.copilot.feedback
    catalogue = services.knowledge.catalogue
    names = {need_id: need.names[language] for need_id, need in catalogue.items()}
    return CopilotInsightOut(
        accuracy=[AccuracyOut.of(tally, names.get(tally.need, tally.need)) for tally in await log.tally(query)],
        reviews=[ReviewOut.of(review) for review in await log.reviews(query, asked.limit)],
    )
