"""Roles and names from the claims of any provider."""

from typing import Any

import pytest

from api.login.members import MemberRules, find_claim
from api.problems.errors import LoginNoRole
from api.settings.settings import Settings, SettingsError, load_settings
from api.wiring.login import rules_of

CLAIMS = {
    "realm_access": {"roles": ["a"]}, "https://example.org/roles": ["b"],
    "resource_access": {"my.client": {"roles": ["c"]}},
    "flat.name": "d", "sub": "s",
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "found"),
    [("realm_access.roles", ["a"]), ("https://example.org/roles", ["b"]), ("resource_access.my.client.roles", ["c"]),
     ("flat.name", "d"), ("realm_access.other", None), ("sub.x", None), ("", None), (".", None)],
)  # fmt: skip
def test_a_claim_is_found_by_its_path(path: str, found: Any) -> None:
    assert find_claim(CLAIMS, path) == found


@pytest.mark.parametrize(
    ("roles", "role"),
    [(["isac-agent"], "agent"), ("isac-admin", "admin"), ({"isac-agent": {"org": "x"}}, "agent"),
     (["ISAC-AGENT"], None), ("isac-agent isac-admin", None), (None, None), ([["isac-admin"]], None), (True, None)],
)  # fmt: skip
def test_roles_come_as_list_name_or_object(roles: Any, role: str | None) -> None:
    rules = MemberRules("roles", frozenset({"isac-agent"}), frozenset({"isac-admin"}), "sub", "name")
    claims = {"sub": "s", "roles": roles}
    if role is None:
        with pytest.raises(LoginNoRole):
            rules.member(claims)
    else:
        assert rules.member(claims).role == role


def test_settings_are_read_as_written() -> None:
    settings = Settings(_env_file=None, oidc_agent_roles=" desk , phones,", oidc_admin_roles="")
    rules = rules_of(settings)
    assert (rules.agent_roles, rules.admin_roles) == ({"desk", "phones"}, frozenset())


@pytest.mark.parametrize(
    ("variables", "named"),
    [({"ISAC_OIDC_ISSUER": "https://login.example"}, "ISAC_OIDC_CLIENT_ID"),
     ({"ISAC_OIDC_ISSUER": "http://login.example", "ISAC_OIDC_CLIENT_ID": "isac"}, "ISAC_OIDC_ISSUER"),
     ({"ISAC_OIDC_ISSUER": "login.example", "ISAC_OIDC_CLIENT_ID": "isac"}, "ISAC_OIDC_ISSUER"),
     ({"ISAC_OIDC_SCOPES": "profile"}, "ISAC_OIDC_SCOPES")],
)  # fmt: skip
def test_wrong_settings_are_named(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], named: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"{named}: "):
        load_settings()
