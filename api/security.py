"""Signed tokens: one opens one conversation, the others give a role to staff."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import jwt

from api.errors import BadToken, ExpiredToken, Forbidden
from tools.clock import Clock

Role = Literal["agent", "admin"]
_ALGORITHM = "HS256"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Makes and reads tokens. ``key`` is shared by every process of the service."""

    key: bytes
    clock: Clock
    conversation_life: timedelta = timedelta(hours=2)
    staff_life: timedelta = timedelta(hours=8)

    def for_conversation(self, conversation_id: str) -> str:
        """A token that opens this conversation and no other."""
        return self._sign({"sub": conversation_id, "kind": "conversation"}, self.conversation_life)

    def for_role(self, role: Role) -> str:
        """A token for a person of the staff."""
        return self._sign({"sub": role, "kind": "role"}, self.staff_life)

    def conversation(self, token: str) -> str:
        """The conversation that the token opens. Raises BadToken, ExpiredToken, Forbidden (a role token)."""
        return self._subject(token, kind="conversation")

    def require_role(self, token: str, role: Role) -> Role:
        """The holder's role, when it reaches ``role``; admin reaches all. Raises BadToken, ExpiredToken, Forbidden."""
        held = self._subject(token, kind="role")
        if held == "admin":
            return "admin"
        if held != role:
            raise Forbidden(f"needs the role {role}")
        return role

    def _sign(self, claims: dict[str, str], life: timedelta) -> str:
        return jwt.encode({**claims, "exp": int((self.clock() + life).timestamp())}, self.key, algorithm=_ALGORITHM)

    def _subject(self, token: str, *, kind: str) -> str:
        # PyJWT would compare with the system's clock; ours is injected, so expiry is checked here.
        try:
            claims = jwt.decode(
                token, self.key, algorithms=[_ALGORITHM], options={"verify_exp": False, "require": ["exp", "sub"]}
            )
        except jwt.InvalidTokenError as error:
            raise BadToken(str(error)) from None
        if not isinstance(claims["exp"], int):
            raise BadToken("exp is not a number")
        if claims["exp"] <= self.clock().timestamp():
            raise ExpiredToken("token expired")
        if claims.get("kind") != kind:
            raise Forbidden(f"not a {kind} token")
        return str(claims["sub"])
