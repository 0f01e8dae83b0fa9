"""Whether the service lives, can work, and how much it does."""

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from api.http.dependencies import MetricsDep, ServicesDep

router = APIRouter(tags=["operation"])


class HealthOut(BaseModel):
    """The state of the service in one word."""

    status: Literal["ok"] = "ok"


@router.get("/healthz")
async def healthz() -> HealthOut:
    """The process answers."""
    return HealthOut()


@router.get("/readyz")
async def readyz(services: ServicesDep) -> HealthOut:
    """The database answers too; otherwise a 503 problem."""
    await services.ping()
    return HealthOut()


@router.get("/metrics", response_class=Response)
async def metrics(metrics: MetricsDep, services: ServicesDep) -> Response:
    """Prometheus text format."""
    metrics.gaps_lost(services.knowledge.gaps_lost())
    metrics.wordings(services.wordings)
    metrics.webhooks(services.webhooks.deliveries.outcomes)
    metrics.calls(services.calls.live, services.calls.sound.set_aside)
    return Response(metrics.text(), media_type="text/plain; version=0.0.4")
