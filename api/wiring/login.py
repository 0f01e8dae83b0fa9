"""The way in by the account of the organisation, where one is set."""

from contextlib import AsyncExitStack

import httpx

from api.login.attempts import DESK
from api.login.login import AccountLogin
from api.login.members import MemberRules
from api.login.provider import OpenIdProvider, Registration
from api.services.desk import AuditTrail
from api.services.tokens import Tokens
from api.settings.login import LoginSettings, values_of
from api.settings.settings import Settings, SettingsError
from tools.ids import RandomIds

CALLBACK = "/v1/desk/login/callback"
_SECONDS = 8.0


def build_login(settings: Settings, tokens: Tokens, trail: AuditTrail, opened: AsyncExitStack) -> AccountLogin | None:
    """Build it; None without a provider. ``opened`` closes its connections. Raises SettingsError."""
    if settings.oidc_issuer is None:
        return None
    if settings.public_url is None:
        raise SettingsError("ISAC_PUBLIC_URL: is needed with ISAC_OIDC_ISSUER, which sends people back there")
    provider = OpenIdProvider(httpx.AsyncClient(timeout=_SECONDS), registration_of(settings, str(settings.public_url)))
    opened.push_async_callback(provider.close)
    return AccountLogin(provider, rules_of(settings), tokens, trail, RandomIds())


def registration_of(settings: LoginSettings, public_url: str) -> Registration:
    """This service, as the provider has to know it."""
    assert settings.oidc_issuer is not None
    assert settings.oidc_client_id is not None
    base, secret = public_url.rstrip("/"), settings.oidc_client_secret
    return Registration(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        secret=secret.get_secret_value() if secret else None,
        scopes=settings.oidc_scopes,
        callback=f"{base}{CALLBACK}",
        after_logout=f"{base}{DESK}",
    )


def rules_of(settings: LoginSettings) -> MemberRules:
    """How claims are read."""
    return MemberRules(
        settings.oidc_roles_claim,
        values_of(settings.oidc_agent_roles),
        values_of(settings.oidc_admin_roles),
        settings.oidc_person_claim,
        settings.oidc_name_claim,
    )
