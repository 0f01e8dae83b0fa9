"""Insights into the service, for staff."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.http.dependencies import AdminDep, AgentDep, LanguageDep, ServicesDep
from api.schemas.copilot import AccuracyOut, CopilotInsightOut, ReviewOut
from api.schemas.insights import GapsOut
from api.schemas.quality import MatterQualityOut, MatterRow, QualityOut, ReadingCaseOut, ReadingCasesOut
from api.services.services import Services
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
    names = _names(services, language)
    return CopilotInsightOut(
        accuracy=[AccuracyOut.of(tally, names.get(tally.need, tally.need)) for tally in await log.tally(query)],
        reviews=[ReviewOut.of(review) for review in await log.reviews(query, asked.limit)],
    )


@router.get("/quality")
async def quality(
    services: ServicesDep, _admin: AdminDep, language: LanguageDep, asked: Annotated[InsightFilter, Depends()]
) -> QualityOut:
    """How people are served, by need and language: contacts that began on these days, what became of them, how long
    they waited, how they rated it, and how suggestions and readings fared. No agent is named.
    """
    query = FeedbackQuery(asked.since, asked.until, asked.language)
    figures = await services.desk.quality.by_matter(query)
    rows = MatterRow.joined(figures, await services.copilot.feedback.tally(query))
    names = _names(services, language)
    return QualityOut(matters=[MatterQualityOut.of(row, names.get(row.figures.need or "")) for row in rows])


@router.get("/readings")
async def readings(
    services: ServicesDep, _admin: AdminDep, language: LanguageDep, asked: Annotated[InsightFilter, Depends()]
) -> ReadingCasesOut:
    """Conversations that agents read otherwise than the service did, with what was said: cases to look at."""
    query = FeedbackQuery(asked.since, asked.until, asked.language)
    names = _names(services, language)
    cases = await services.desk.quality.reading_cases(query, asked.limit)
    return ReadingCasesOut(cases=[ReadingCaseOut.of(case, names) for case in cases])


def _names(services: Services, language: Language) -> dict[str, str]:
    return {need_id: need.names[language] for need_id, need in services.knowledge.catalogue.items()}
