"""The way in by the account of the organisation: out to its provider, and back from it."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypedDict
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.http.dependencies import LanguageDep, ServicesDep, served
from api.http.problems import describe, log_problem
from api.http.staff_pages import filled, words_of_staff
from api.login.attempts import DESK, Attempt, page_of_ours
from api.login.login import AccountLogin, Arrival, BroughtBack
from api.problems.errors import ApiError, LoginNoRole, LoginNotSet, LoginRefused
from api.schemas.login import LoginWish, ProviderAnswer
from api.services.services import Services
from knowledge.errors import IsacError
from knowledge.languages import Language

router = APIRouter(prefix="/v1/desk/login", tags=["desk"])


class _Kept(TypedDict):
    path: str
    secure: bool
    httponly: bool
    samesite: Literal["lax"]


_START = "/v1/desk/login/start"
_STATE = re.compile(r"[0-9a-f]{32}")


@router.get("/start", response_class=RedirectResponse, status_code=303)
async def start(
    services: ServicesDep,
    preferred: LanguageDep,
    wish: Annotated[LoginWish, Query()],
) -> Response:
    """On to the provider of accounts."""
    chosen = served(services, wish.language) or preferred
    try:
        login = _login(services)
        attempt = login.attempt(wish.back, chosen, renews=wish.renews)
        response = RedirectResponse(await login.address(attempt, other_account=wish.other), 303)
    except IsacError as error:
        return _refused(services, chosen, error, wish)
    response.set_cookie(
        _cookie(services, attempt.state),
        services.tokens.for_login(attempt.claims()),
        max_age=int(services.tokens.login_life.total_seconds()),
        **_kept(services),
    )
    return response


@router.get("/callback", response_class=HTMLResponse)
async def callback(
    request: Request,
    services: ServicesDep,
    preferred: LanguageDep,
    answer: Annotated[ProviderAnswer, Query()],
) -> Response:
    """Back from the provider: a page that gives the key to its tab and goes on, or says why not and who acts."""
    name = _cookie(services, answer.state or "")
    attempt = _attempt(services, request.cookies.get(name))
    language = attempt.language if attempt else preferred
    response: Response
    try:
        arrival = await _login(services).arrive(attempt, BroughtBack(answer.state, answer.code, answer.error))
        response = _arrived(services, language, arrival, attempt)
    except IsacError as error:
        wish = LoginWish(back=attempt.back, renews=attempt.renews) if attempt else LoginWish()
        response = _refused(services, language, error, wish)
    response.delete_cookie(name, **_kept(services))  # an attempt is good for one answer
    return response


def _login(services: Services) -> AccountLogin:
    if services.login is None:
        raise LoginNotSet
    return services.login


def _attempt(services: Services, kept: str | None) -> Attempt | None:
    if kept is None:
        return None
    try:
        return Attempt.of(services.tokens.login(kept))
    except ApiError:
        return None


def _secure(services: Services) -> bool:
    url = services.settings.public_url
    return url is not None and url.scheme == "https"


def _cookie(services: Services, state: str) -> str:
    """One for each attempt, so that two tabs can try. ``__Host-``: no other host of the domain can set it."""
    name = f"isac-login-{state if _STATE.fullmatch(state) else 'none'}"
    return f"__Host-{name}" if _secure(services) else name


def _kept(services: Services) -> _Kept:
    """Sent to this host alone, also when the provider leads here, and never shown to scripts."""
    return {"path": "/", "secure": _secure(services), "httponly": True, "samesite": "lax"}


def _arrived(services: Services, language: Language, arrival: Arrival, attempt: Attempt | None) -> HTMLResponse:
    assert attempt is not None
    key = {"token": arrival.token, "who": arrival.member.who, "way-out": arrival.way_out or ""}
    state = {**key, "renews": str(attempt.renews).lower(), "back": f"{attempt.back}?language={language}"}
    said = {"told": "", "detail": "", "as": arrival.member.name, "again": "", "refused": "hidden", "arrived": ""}
    return _page(services, language, {**state, **said})


def _refused(services: Services, language: Language, error: IsacError, wish: LoginWish) -> HTMLResponse:
    body = describe(services, language, error)
    log_problem(body, error)
    back = page_of_ours(wish.back)
    flags = {"renews": wish.renews, "other": isinstance(error, LoginNoRole)}
    raised = {name: "true" for name, is_set in flags.items() if is_set}
    again = f"{_START}?{urlencode({'back': back, 'language': language, **raised})}"
    who = error.who if isinstance(error, LoginRefused) and error.who else ""
    state = {"token": "", "who": "", "way-out": "", "renews": "false", "back": f"{back}?language={language}"}
    said = {"told": str(body["title"]), "detail": str(body["detail"]), "as": who, "again": again, "refused": ""}
    response = _page(services, language, {**state, **said, "arrived": "hidden"})
    response.status_code = int(body["status"])
    return response


def _page(services: Services, language: Language, values: Mapping[str, str]) -> HTMLResponse:
    words = {f"arrival-{name}": text for name, text in values.items()}
    shown = words_of_staff(services, language, "login-")
    return filled("arrival", {**shown, **words}, language, DESK, services.administration.languages)
