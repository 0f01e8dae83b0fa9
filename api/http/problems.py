"""Errors as RFC 9457 problems, in the citizen's language: what happened, and what to do about it."""

from typing import Any

import psycopg
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import InterfaceError, OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from api.http.accept_language import language_of
from api.problems.errors import BadAudioRequest, Busy, NoAppointmentNeeded, NotBookable, TooManyRequests
from api.problems.field_errors import field_errors, is_malformed_json
from api.problems.table import STATUS, code_of, code_of_status
from api.services.services import Services
from knowledge.errors import IsacError
from knowledge.languages import Language
from speech.errors import SpeechError
from tools.errors import BadIdentifier, BadSumInput, HandOffTaken, TooManyFinds

MEDIA_TYPE = "application/problem+json"
_log = structlog.get_logger("api.problems")
_OF_STAFF = frozenset(
    {
        "speech_unavailable", "sound_unreadable", "sound_not_deleted", "too_many_calls",
        "login_not_verified", "login_clock", "login_provider_away",
    }
)  # fmt: skip
"""Codes shown to staff only, to whom no telephone number is told."""
_BUSY_AGAIN_S = 1
_DATABASE_DOWN = (psycopg.OperationalError, OperationalError, InterfaceError)


def problem_body(services: Services, language: Language, code: str, **members: Any) -> dict[str, Any]:
    """Return the members of a problem. ``type`` is stable; ``title`` and ``detail`` are for people."""
    status, key = STATUS[code], f"problem-{code.replace('_', '-')}"
    detail = services.phrases.say(language, f"{key}-do")
    if (
        status >= 500
        and code not in _OF_STAFF
        and (phone := services.knowledge.fact(services.administration.phone_fact, language))
    ):
        detail = f"{detail} {services.phrases.say(language, 'problem-phone', phone=phone)}"
    title = services.phrases.say(language, key)
    body = {"type": f"/problems/{code}", "title": title, "status": status, "detail": detail, "code": code}
    return {**body, "language": language, **members}


def describe(services: Services, language: Language, error: BaseException) -> dict[str, Any]:
    """Describe any error as a problem. Unforeseen errors become ``internal``, without details."""
    if isinstance(error, _DATABASE_DOWN):
        return problem_body(services, language, "unavailable")
    if not isinstance(error, IsacError):
        return problem_body(services, language, "internal")
    body = {**problem_body(services, language, code_of(error)), **_taken_by(services, language, error)}
    if isinstance(error, BadIdentifier):
        body["field"] = error.kind
    if isinstance(error, BadSumInput):
        body |= {"field": error.name, "reason": error.reason, "detail": _refused(services, language, error)}
    if isinstance(error, SpeechError | BadAudioRequest):
        body["reason"] = str(error)  # for whoever writes the client; it tells nothing that was said
    if isinstance(error, NotBookable):
        body |= {"need": error.need, "link": error.link}
    if isinstance(error, NoAppointmentNeeded):
        body |= _walk_in(services, language, str(body["detail"]))
    return body


def _taken_by(services: Services, language: Language, error: IsacError) -> dict[str, Any]:
    """Who has it, where that is known."""
    if not isinstance(error, HandOffTaken) or error.by is None:
        return {}
    return {"title": services.phrases.say(language, "problem-hand-off-taken-by", name=error.by)}


def _refused(services: Services, language: Language, error: BadSumInput) -> str:
    known = services.phrases.has(error.phrase)
    return services.phrases.say(language, error.phrase if known else "problem-bad-sum-input-do")


def _walk_in(services: Services, language: Language, detail: str) -> dict[str, Any]:
    hours = services.knowledge.fact(services.administration.walk_in_hours_fact, language)
    if hours is None:
        return {}
    return {
        "office_hours": hours,
        "detail": f"{detail} {services.phrases.say(language, 'problem-office-hours', hours=hours)}",
    }


def respond(request: Request, body: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    """The problem as a response; ``instance`` is the id of the request, never its address (it may hold a locator)."""
    content = {**body, "instance": f"urn:request:{getattr(request.state, 'request_id', 'unknown')}"}
    return JSONResponse(
        content,
        body["status"],
        media_type=MEDIA_TYPE,
        headers={"Content-Language": body["language"], **(headers or {})},
    )


def install(app: FastAPI) -> None:
    """Turn every error that routes raise on purpose into a problem; ``RequestLimits`` does it for all others."""

    async def handle(request: Request, error: Exception) -> Response:
        return await on_error(request, error)

    for kind in (IsacError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, handle)


async def on_error(request: Request, error: Exception) -> Response:
    """Return the response to any error."""
    services: Services = request.app.state.services
    language = await language_on_error(request, services)
    if isinstance(error, HTTPException) and isinstance(error.__cause__, IsacError):
        error = error.__cause__  # the framework wraps what happens while it reads a body
    if isinstance(error, RequestValidationError):
        return respond(request, _validation(services, language, error))
    if isinstance(error, HTTPException):
        body = problem_body(services, language, code_of_status(error.status_code))
        return respond(request, body, dict(error.headers or {}))
    body = describe(services, language, error)
    log_problem(body, error)
    return respond(request, body, _headers(body, error))


async def language_on_error(request: Request, services: Services) -> Language:
    """Return the language of the conversation when the request has opened it, else that of the browser."""
    conversation_id: str | None = getattr(request.state, "conversation_id", None)
    if conversation_id is not None:
        try:
            return await services.chat.conversations.language(conversation_id)
        except (IsacError, *_DATABASE_DOWN):
            _log.info("language not known", reason="the conversation cannot be read")
    return language_of(request, services.settings.language)


def _validation(services: Services, language: Language, error: RequestValidationError) -> dict[str, Any]:
    if is_malformed_json(error):
        return problem_body(services, language, "malformed_json")
    fields = field_errors(error, lambda key: services.phrases.say(language, key))
    return problem_body(services, language, "invalid_request", errors=fields)


def _headers(body: dict[str, Any], error: Exception) -> dict[str, str]:
    if isinstance(error, TooManyRequests | TooManyFinds):
        return {"Retry-After": str(error.retry_after)}
    if isinstance(error, Busy):
        return {"Retry-After": str(_BUSY_AGAIN_S)}
    return {"WWW-Authenticate": "Bearer"} if body["status"] == 401 else {}


def log_problem(body: dict[str, Any], error: BaseException) -> None:
    """Log errors of the service with their trace, errors of the client with their code only."""
    if body["status"] >= 500:
        _log.error("problem", code=body["code"], exc_info=error)
    else:
        _log.info("problem", code=body["code"])
