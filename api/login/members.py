"""Who somebody is here, by the claims of the organisation's account."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.login.id_token import Claims
from api.problems.errors import LoginNoRole, LoginNotVerified
from api.services.tokens import Role

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Member:
    """A member of staff. ``subject``: what the provider itself calls them."""

    who: str
    name: str
    role: Role
    subject: str


@dataclass(frozen=True, slots=True)
class MemberRules:
    """Which claims are read, and which of their values give a role."""

    roles_claim: str
    agent_roles: frozenset[str]
    admin_roles: frozenset[str]
    person_claim: str
    name_claim: str

    def member(self, claims: Claims) -> Member:
        """Raises LoginNoRole, and LoginNotVerified when the claims do not say who it is."""
        who = _text(claims, self.person_claim)
        if not who:
            raise LoginNotVerified(f"the id token has no claim {self.person_claim}")
        held = set(_values(find_claim(claims, self.roles_claim)))
        if not held & (self.agent_roles | self.admin_roles):
            raise LoginNoRole(f"nothing in {self.roles_claim} gives a role", who=who)
        role: Role = "admin" if held & self.admin_roles else "agent"
        return Member(who, _text(claims, self.name_claim) or who, role, str(claims["sub"]))


def find_claim(claims: Mapping[str, Any], path: str) -> Any:
    """Return what is at the path; None when nothing is. Names may have dots themselves, as addresses do."""
    if path in claims:
        return claims[path]
    for place, sign in enumerate(path):
        inside = claims.get(path[:place]) if sign == "." else None
        if isinstance(inside, Mapping) and (found := find_claim(inside, path[place + 1 :])) is not None:
            return found
    return None


def _values(found: Any) -> Iterator[str]:
    """A list of names, one name, or an object whose keys are the names."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, list | Mapping):
        yield from (one for one in found if isinstance(one, str))


def _text(claims: Claims, path: str) -> str:
    found = find_claim(claims, path)
    text = " ".join(found.split()) if isinstance(found, str) else ""
    return text[:_LONGEST] if text.isprintable() else ""
