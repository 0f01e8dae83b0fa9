"""Logging in by the account of the organisation, against a provider that is real but for its people."""

import hmac
import json
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization

from api.app import create_app
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.api.login.conftest import ISAC, World, given
from tests.api.openid import ANE, CLIENT_ID, Key

REFUSED = {"login_lost": 400, "login_denied": 403, "login_no_role": 403, "login_not_verified": 502, "login_clock": 503,
           "login_provider_away": 503, "login_not_set": 404}  # fmt: skip


def says(page: httpx.Response, code: str, language: Language = "es") -> bool:
    """In the person's language, and who acts; nobody comes in."""
    key = f"problem-{code.replace('_', '-')}"
    said = [shipped.phrases().say(language, name).replace("'", "&#x27;") for name in (key, f"{key}-do")]
    whole = all(text in page.text for text in said)
    return (
        whole
        and page.status_code == REFUSED[code]
        and f'<html lang="{language}">' in page.text
        and not given(page)["token"]
    )


async def test_who_has_an_account_and_a_role_comes_in(world: World) -> None:
    page = await world.log_in("/admin/gaps")
    told = given(page)
    staff = world.services.tokens.staff(told["token"], "agent")
    assert (staff.who, staff.role, staff.name) == ("ane", "agent", "Ane Etxeberria")
    assert (page.status_code, told["back"], told["renews"]) == (200, "/admin/gaps?language=es", "false")
    assert page.headers["cache-control"] == "no-store"
    assert told["token"] not in str(page.url)
    ((actor, record),) = world.trail.noted
    assert (actor.who, actor.role, record.action) == ("ane", "agent", "login")
    assert record.after == {"result": "in", "subject": "0f1e", "issuer": world.provider.issuer}


async def test_the_token_opens_the_desk_under_the_name_of_the_account(world: World) -> None:
    headers = {"Authorization": f"Bearer {given(await world.log_in())['token']}"}
    wish = {"state": "available", "languages": ["eu"]}
    me = (await world.browser.put(f"{ISAC}/v1/desk/presence", json=wish, headers=headers)).json()
    assert (me["who"], me["name"]) == ("ane", "Ane Etxeberria")


async def test_the_attempt_is_kept_where_scripts_and_other_hosts_do_not_reach(world: World) -> None:
    out = await world.browser.get(f"{ISAC}/v1/desk/login/start")
    cookie = out.headers["set-cookie"]
    assert cookie.startswith("__Host-isac-login-")
    assert all(word in cookie for word in ("HttpOnly", "Secure", "SameSite=lax", "Max-Age=600", "Path=/"))
    asked = parse_qs(urlsplit(out.headers["location"]).query)
    assert asked["redirect_uri"] == [f"{ISAC}/v1/desk/login/callback"]
    assert "prompt" not in asked
    other = await world.browser.get(f"{ISAC}/v1/desk/login/start", params={"other": "true"})
    assert parse_qs(urlsplit(other.headers["location"]).query)["prompt"] == ["login"]


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "/%5cevil.example", "/agente@evil.example:80//x",
     "javascript:alert(1)", "/agente\n", "agente", "", "/../x//y", "/" + "a" * 300],
)  # fmt: skip
async def test_nobody_is_led_elsewhere(world: World, back: str) -> None:
    assert given(await world.log_in(back))["back"] == "/agente?language=es"


async def test_two_tabs_log_in_at_once(world: World) -> None:
    first, second = await world.leave("/llamada"), await world.leave("/agente")
    assert given(await world.come_back(first))["back"] == "/llamada?language=es"
    assert given(await world.come_back(second))["back"] == "/agente?language=es"


async def test_an_answer_is_good_once(world: World) -> None:
    address = await world.leave()
    kept = dict(world.browser.cookies)
    assert (await world.come_back(address)).status_code == 200
    assert says(await world.come_back(address), "login_lost")
    world.browser.cookies.update(kept)  # whoever has the cookie too has a code that was used
    assert says(await world.come_back(address), "login_lost")
    assert world.results() == [("ane", "in"), ("-", "login_lost"), ("-", "login_lost")]


async def test_the_answer_of_another_browser_opens_nothing(world: World) -> None:
    address = await world.leave()
    world.browser.cookies.clear()
    assert says(await world.come_back(address), "login_lost")


async def test_an_attempt_ends(world: World) -> None:
    address = await world.leave()
    world.hour.pass_by(minutes=10)
    assert says(await world.come_back(address), "login_lost")


@pytest.mark.parametrize("kind", ["role", "conversation"])
async def test_another_token_of_ours_is_no_attempt(world: World, kind: str) -> None:
    address = await world.leave()
    tokens = world.services.tokens
    (name,) = world.browser.cookies
    world.browser.cookies.clear()
    world.browser.cookies.set(name, tokens.for_role("admin") if kind == "role" else tokens.for_conversation("c"))
    assert says(await world.come_back(address), "login_lost")


def signed_by_hand(header: dict[str, str], claims: dict[str, Any], secret: bytes) -> str:
    """HS256 over a secret that PyJWT would refuse to sign with."""
    parts = [json.dumps(part).encode() for part in ({**header, "alg": "HS256"}, claims)]
    signing = b".".join(map(jwt.utils.base64url_encode, parts))
    mark = hmac.digest(secret, signing, "sha256")
    return (signing + b"." + jwt.utils.base64url_encode(mark)).decode()


def forged(world: World, nonce: str, kind: str) -> str:
    """What somebody writes who knows everything but the private key."""
    good = jwt.decode(world.provider.id_token(nonce), options={"verify_signature": False})
    public = world.provider.key.private.public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    header = {"kid": "one"}
    match kind:
        case "none":
            return jwt.encode(good, None, algorithm="none", headers=header)
        case "HS256 with the public key":
            return signed_by_hand(header, good, pem)
        case "another key of that name":
            return jwt.encode(good, Key("one").private, algorithm="RS256", headers=header)
        case "no key of that name":
            return jwt.encode(good, world.provider.key.private, algorithm="RS256", headers={"kid": "unknown"})
        case _:
            return "not.a.token"


@pytest.mark.parametrize(
    "kind", ["none", "HS256 with the public key", "another key of that name", "no key of that name", "no token at all"]
)
async def test_a_forged_token_is_not_believed(world: World, kind: str) -> None:
    out = await world.browser.get(f"{ISAC}/v1/desk/login/start")
    nonce = parse_qs(urlsplit(out.headers["location"]).query)["nonce"][0]
    world.provider.forged = forged(world, nonce, kind)
    there = await world.browser.get(out.headers["location"])
    assert says(await world.come_back(there.headers["location"]), "login_not_verified")
    assert world.results() == [("-", "login_not_verified")]


@pytest.mark.parametrize(
    "claims",
    [{"nonce": "of another attempt"}, {"nonce": None}, {"aud": "another"}, {"aud": [CLIENT_ID, "another"]},
     {"azp": "another"}, {"iss": "https://evil.example"}, {"exp": "never"},
        {"exp": None},
        {"iat": None},
        {"sub": None}, {"iat": True},
     {"preferred_username": None}, {"preferred_username": "a\u202eb"}],
    ids=str,
)  # fmt: skip
async def test_a_token_for_another_or_of_another_is_not_believed(world: World, claims: dict[str, Any]) -> None:
    world.provider.claims = claims
    assert says(await world.log_in(), "login_not_verified")


async def test_an_audience_of_several_names_us_as_the_party(world: World) -> None:
    world.provider.claims = {"aud": [CLIENT_ID, "another"], "azp": CLIENT_ID}
    assert (await world.log_in()).status_code == 200


async def test_a_key_that_is_changed_holds_at_once_and_the_old_one_no_longer(world: World) -> None:
    assert (await world.log_in()).status_code == 200
    old = world.provider.key
    world.provider.key = Key("two")
    world.provider.known = [world.provider.key]
    assert (await world.log_in()).status_code == 200
    world.provider.key = old
    assert says(await world.log_in(), "login_not_verified")


@pytest.mark.parametrize(
    ("minutes", "well"), [(-60, False), (-2, False), (-1, True), (0, True), (5, True), (7, False), (60, False)]
)
async def test_a_clock_that_is_wrong_is_told_as_that(world: World, minutes: int, well: bool) -> None:
    world.hour.pass_by(minutes=minutes)
    page = await world.log_in()
    assert page.status_code == 200 if well else says(page, "login_clock")


async def test_the_role_is_that_of_the_last_login(world: World) -> None:
    world.provider.person = {**ANE, "roles": ["isac-agent", "isac-admin", 7]}
    assert world.services.tokens.staff(given(await world.log_in())["token"], "admin").role == "admin"
    world.provider.person = {**ANE, "roles": "isac-agent"}
    assert world.services.tokens.staff(given(await world.log_in())["token"], "agent").role == "agent"
    world.provider.person = {**ANE, "roles": ["cleaning"]}
    page = await world.log_in()
    assert says(page, "login_no_role")
    assert "<strong>ane</strong>" in page.text
    assert "other=true" in page.text  # with the same account it would be the same again
    assert world.results()[-1] == ("ane", "login_no_role")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_refused_reads_it_in_their_language(world: World, language: Language) -> None:
    world.provider.denied = "access_denied"
    assert says(await world.log_in(language=language), "login_denied", language)


async def test_a_provider_that_is_away_is_told_as_that_at_every_step(world: World) -> None:
    address = await world.leave()
    world.provider.away = True
    assert says(await world.come_back(address), "login_provider_away")
    page = await world.browser.get(f"{ISAC}/v1/desk/login/start", headers={"Accept-Language": "eu"})
    assert says(page, "login_provider_away", "eu")
    assert world.results() == [("-", "login_provider_away")] * 2
    assert "91 542 11 76" not in page.text  # a telephone for citizens


@pytest.mark.parametrize(
    "metadata",
    [{"issuer": "https://evil.example"}, {"token_endpoint": "http://login.example/token"}, {"jwks_uri": None}],
    ids=str,
)
async def test_a_provider_that_is_not_who_it_should_be_is_not_believed(world: World, metadata: dict[str, Any]) -> None:
    world.provider.metadata = metadata
    page = await world.browser.get(f"{ISAC}/v1/desk/login/start", params={"language": "es"})
    assert says(page, "login_not_verified")


async def test_the_secret_goes_as_the_provider_wants_it(world: World) -> None:
    world.provider.metadata = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert (await world.log_in()).status_code == 200


async def test_the_way_out_leads_through_the_provider_where_it_has_one(world: World) -> None:
    out = urlsplit(given(await world.log_in())["way-out"])
    asked = parse_qs(out.query)
    assert (out.path, asked["post_logout_redirect_uri"]) == ("/logout", [f"{ISAC}/agente"])
    assert jwt.decode(asked["id_token_hint"][0], options={"verify_signature": False})["sub"] == "0f1e"
    world.provider.metadata = {"end_session_endpoint": None}
    assert given(await world.log_in())["way-out"] == ""


async def test_an_installation_without_a_provider_says_so_and_offers_the_key(world: World) -> None:
    services = replace(world.services, login=None)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_app(services)), base_url=ISAC) as client:
        assert says(await client.get("/v1/desk/login/start", params={"language": "es"}), "login_not_set")
        page = (await client.get("/agente?language=es")).text
    assert 'id="account"' not in page
    assert 'id="token"' in page


async def test_where_there_are_accounts_a_name_opens_nothing(world: World) -> None:
    assert world.services.settings.demo
    answer = await world.browser.post(f"{ISAC}/v1/desk/login", json={"name": "Ane", "role": "admin"})
    assert (answer.status_code, answer.json()["code"]) == (403, "demo_only")
    assert 'data-door="key"' in (await world.browser.get(f"{ISAC}/agente")).text


@pytest.mark.parametrize("path", ["/agente", "/llamada", "/admin/gaps", "/llamada/c-1"])
async def test_every_page_of_the_staff_offers_the_account_first(world: World, path: str) -> None:
    page = (await world.browser.get(f"{ISAC}{path}?language=es")).text
    assert f'href="/v1/desk/login/start?back={path}&amp;language=es"' in page
    assert page.index('id="account"') < page.index('id="token"')
