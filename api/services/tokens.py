"""Signed tokens: for one conversation, for one call, for a role of staff, or for an attempt to log in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

import jwt

from api.problems.errors import BadToken, ExpiredToken, Forbidden
from tools.clock import Clock

Role = Literal["agent", "admin"]


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff: the name in the audit, the role, and the name that citizens are told if it is another."""

    who: str
    role: Role
    name: str | None = None


_ALGORITHM = "HS256"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Makes and reads tokens. ``key`` is shared by every process of the service."""

    key: bytes
    clock: Clock
    conversation_life: timedelta = timedelta(hours=2)
    staff_life: timedelta = timedelta(hours=8)
    call_life: timedelta = timedelta(hours=13)
    login_life: timedelta = timedelta(minutes=10)

    def for_conversation(self, conversation_id: str) -> str:
        """A token that opens this conversation and no other."""
        return self._sign({"sub": conversation_id, "kind": "conversation"}, self.conversation_life)

    def for_role(self, role: Role, who: str | None = None, name: str | None = None) -> str:
        """A token for a person of the staff; ``who`` is the name that the audit gets, or else the role's."""
        named = {"name": name} if name else {}
        return self._sign({"sub": role, "kind": "role", "who": who or role, **named}, self.staff_life)

    def for_login(self, attempt: Mapping[str, Any]) -> str:
        """What the browser keeps of an attempt to log in."""
        return self._sign({**attempt, "sub": "login", "kind": "login"}, self.login_life)

    def login(self, token: str) -> Mapping[str, Any]:
        """The attempt to log in. Raises BadToken, ExpiredToken, Forbidden (another kind of token)."""
        return self._claims(token, kind="login")

    def for_call(self, call_id: str) -> str:
        """A token that opens this call and no other, for as long as a call may last."""
        return self._sign({"sub": call_id, "kind": "call"}, self.call_life)

    def call(self, token: str) -> str:
        """The call that the token opens. Raises BadToken, ExpiredToken, Forbidden (another kind of token)."""
        return str(self._claims(token, kind="call")["sub"])

    def renewable(self, token: str) -> str:
        """The conversation of the token, also when it ran out less than one life ago: who slept over it goes on.

        Raises BadToken, ExpiredToken, Forbidden (a role token).
        """
        return str(self._claims(token, kind="conversation", late=self.conversation_life)["sub"])

    def is_of_staff(self, token: str) -> bool:
        """Return whether the token is for staff. Raises BadToken, ExpiredToken."""
        return self._read(token).get("kind") == "role"

    def conversation(self, token: str) -> str:
        """The conversation that the token opens. Raises BadToken, ExpiredToken, Forbidden (a role token)."""
        return str(self._claims(token, kind="conversation")["sub"])

    def require_role(self, token: str, role: Role) -> Role:
        """The holder's role, when it reaches ``role``; admin reaches all. Raises BadToken, ExpiredToken, Forbidden."""
        return self.staff(token, role).role

    def staff(self, token: str, role: Role) -> Staff:
        """Return the holder, whose role must include ``role``. Raises BadToken, ExpiredToken, Forbidden."""
        claims = self._claims(token, kind="role")
        held = claims["sub"]
        if held not in ("admin", role):
            raise Forbidden(f"needs the role {role}")
        return Staff(str(claims.get("who", held)), "admin" if held == "admin" else role, claims.get("name"))

    def _sign(self, claims: dict[str, Any], life: timedelta) -> str:
        return jwt.encode({**claims, "exp": int((self.clock() + life).timestamp())}, self.key, algorithm=_ALGORITHM)

    def _claims(self, token: str, *, kind: str, late: timedelta = timedelta()) -> dict[str, Any]:
        claims = self._read(token, late)
        if claims.get("kind") != kind:
            raise Forbidden(f"not a {kind} token")
        return claims

    def _read(self, token: str, late: timedelta = timedelta()) -> dict[str, Any]:
        # PyJWT would compare with the system's clock; ours is injected, so expiry is checked here.
        try:
            claims: dict[str, Any] = jwt.decode(
                token, self.key, algorithms=[_ALGORITHM], options={"verify_exp": False, "require": ["exp", "sub"]}
            )
        except jwt.InvalidTokenError as error:
            raise BadToken(str(error)) from None
        if not isinstance(claims["exp"], int):
            raise BadToken("exp is not a number")
        if claims["exp"] <= (self.clock() - late).timestamp():
            raise ExpiredToken("token expired")
        return claims
