"""The HTTP application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute
from starlette.staticfiles import StaticFiles

from api.http import problems
from api.http.metrics import Metrics
from api.http.middleware import RequestContext, RequestLimits
from api.http.static_files import STATIC
from api.routes import (
    agents,
    appointments,
    availability,
    calculations,
    call_backs,
    calls,
    cases,
    citations,
    citizen_page,
    citizens,
    consultations,
    conversations,
    copilot,
    desk,
    desk_admin,
    desk_door,
    floor,
    health,
    identity,
    insights,
    kept_files,
    login,
    pages,
    readings,
    routing,
    summaries,
    talk,
    understanding,
    voice,
    waiting_list,
    webhooks,
)
from api.services.services import Services
from api.settings.settings import Settings
from api.telephony import sockets as telephony
from knowledge.administration import load_administration
from tools.rate_limit import RateLimit

_ROUTERS = (
    conversations,
    talk,
    readings,
    understanding,
    voice,
    routing,
    calculations,
    citations,
    availability,
    appointments,
    waiting_list,
    call_backs,
    calls,
    telephony,
    copilot,
    summaries,
    agents,
    floor,
    consultations,
    desk,
    desk_admin,
    desk_door,
    login,
    identity,
    citizens,
    cases,
    webhooks,
    insights,
    citizen_page,
    pages,
    kept_files,
    health,
)


def _name(source: Services | Settings) -> str:
    """Of the administration, in English if it has one."""
    served = source.administration if isinstance(source, Services) else load_administration(source.administration)
    return served.name.get("en", served.name[served.languages[0]])


def _routes() -> list[BaseRoute]:
    """As they are: an included router builds the model of every route again, for each application."""
    return [route for module in _ROUTERS for route in module.router.routes]


def create_app(source: Services | Settings) -> FastAPI:
    """Build the application over given services, or over settings: then its lifespan builds and closes the services."""
    settings = source if isinstance(source, Settings) else source.settings
    metrics = Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if isinstance(source, Services):
            app.state.services = source
            yield
            return
        # These bring models and database clients, which a test with fakes never needs.
        from api.wiring.services import build_services
        from api.wiring.speech import transcriber_or_none

        app.state.services = services = await build_services(
            source, load_transcriber=lambda: transcriber_or_none(source)
        )
        try:
            yield
        finally:
            await services.close()

    app = FastAPI(
        title="ISAC",
        summary=f"Citizen attention: {_name(source)}",
        version=version("isac"),
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        routes=_routes(),
        middleware=[
            Middleware(RequestContext, metrics=metrics, embedded_in=settings.embedded_in),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),  # streams of events pass as they are
            Middleware(
                RequestLimits,
                max_bytes=settings.max_body_kb * 1024,
                rate=RateLimit(settings.requests_per_minute),
                searches=RateLimit(settings.searches_per_minute),
            ),
        ],
    )
    app.state.metrics = metrics
    if isinstance(source, Services):
        app.state.services = source  # so that a transport that runs no lifespan serves too
    problems.install(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
