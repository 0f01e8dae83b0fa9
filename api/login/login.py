"""Logging in by the account of the organisation: from its answer to a token of ours, with a line in the audit."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from api.login.attempts import Attempt
from api.login.id_token import TokenFor, verified_claims
from api.login.members import Member, MemberRules
from api.login.provider import OpenIdProvider
from api.problems.errors import LoginDenied, LoginLost, LoginRefused
from api.services.desk import AuditTrail
from api.services.tokens import Tokens
from knowledge.languages import Language
from tools.audit import Actor, AuditRecord
from tools.clock import Clock
from tools.ids import IdSource

NOBODY = "-"
"""In the audit, who did not say who they are."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What the browser brings back from the provider."""

    state: str | None = None
    code: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A member of staff who has come in. ``way_out``: where they log out of the organisation's account too."""

    token: str
    member: Member
    way_out: str | None


class AccountLogin:
    """Every method raises LoginRefused, and ToolUnavailable when it cannot be written to the audit."""

    def __init__(
        self, provider: OpenIdProvider, rules: MemberRules, tokens: Tokens, trail: AuditTrail, ids: IdSource
    ) -> None:
        self._provider, self._rules, self._tokens, self._trail, self._ids = provider, rules, tokens, trail, ids
        self._clock: Clock = tokens.clock

    def attempt(self, back: str | None, language: Language, *, renews: bool) -> Attempt:
        """Begin one."""
        return Attempt.new(self._ids, back, language, renews=renews)

    async def address(self, attempt: Attempt, *, other_account: bool) -> str:
        """Where the person goes now."""
        async with self._told():
            endpoints = await self._provider.endpoints()
        return self._provider.login_address(endpoints, attempt, other_account=other_account)

    async def arrive(self, attempt: Attempt | None, answer: BroughtBack) -> Arrival:
        """Let in who comes back from the provider; ``attempt``: the one that their browser keeps."""
        async with self._told():
            return await self._arrive(attempt, answer)

    async def _arrive(self, attempt: Attempt | None, answer: BroughtBack) -> Arrival:
        if attempt is None or answer.state != attempt.state:
            raise LoginLost("no attempt of this browser has that state")
        if answer.error is not None or not answer.code:
            raise LoginDenied(str(answer.error)[:60])
        endpoints = await self._provider.endpoints()
        id_token = await self._provider.id_token(endpoints, answer.code, attempt.verifier)
        registration, keys = self._provider.registration, await self._provider.keys(endpoints)
        expected = TokenFor(registration.issuer, registration.client_id, attempt.nonce)
        member = self._rules.member(verified_claims(id_token, keys, expected, self._clock()))
        token = self._tokens.for_role(member.role, member.who, member.name)
        actor = Actor(member.who, member.role, "login")
        await self._trail.note(actor, self._record(result="in", subject=member.subject))
        return Arrival(token, member, self._provider.logout_address(endpoints, id_token))

    @asynccontextmanager
    async def _told(self) -> AsyncIterator[None]:
        """Whoever is refused is in the audit too."""
        try:
            yield
        except LoginRefused as error:
            actor = Actor(error.who or NOBODY, NOBODY, "login")
            await self._trail.refuse(self._ids.token(), actor, self._record(result=error.code))
            raise

    def _record(self, **told: str) -> AuditRecord:
        return AuditRecord("login", after={**told, "issuer": self._provider.registration.issuer})
