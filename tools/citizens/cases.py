"""Cases: one matter of one person, from the contact that leaves something to be done until it is resolved."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol

from tools.appointments.keys import Pseudonym
from tools.citizens.timeline import Promise
from tools.errors import CaseNotFound

CaseState = Literal["open", "resolved"]


@dataclass(frozen=True, slots=True)
class Case:
    """``need`` names the matter; None while nobody has. ``changed_at``: its last contact, or what agents last did.

    ``agent``: who resolved it, as the audit names them. ``origin``: of one that was imported, its system and the name
    that it has there. ``interactions``: their names, oldest first.
    """

    id: str
    person: Pseudonym
    need: str | None
    opened_at: datetime
    changed_at: datetime
    state: CaseState = "open"
    resolved_at: datetime | None = None
    agent: str | None = None
    note: str | None = None
    promises: tuple[Promise, ...] = ()
    origin: tuple[str, str] | None = None
    interactions: tuple[tuple[str, str], ...] = ()

    def resolved(self, at: datetime, agent: str | None) -> "Case":
        """As it is once that agent has resolved it; one that is resolved stays as it was."""
        if self.state == "resolved":
            return self
        return replace(self, state="resolved", resolved_at=at, agent=agent, changed_at=max(at, self.changed_at))

    def reopened(self, at: datetime) -> "Case":
        """As it is once there is something to be done again; one that is open stays as it was."""
        if self.state == "open":
            return self
        return replace(self, state="open", resolved_at=None, agent=None, changed_at=max(at, self.changed_at))

    def noted(self, at: datetime, note: str | None) -> "Case":
        """With another note."""
        return replace(self, note=note, changed_at=max(at, self.changed_at))

    def promised(self, at: datetime, promise: Promise) -> "Case":
        """With one promise more; the same words of the same side are promised once."""
        if any((one.text, one.who) == (promise.text, promise.who) for one in self.promises):
            return self
        return replace(self, promises=(*self.promises, promise), changed_at=max(at, self.changed_at))

    def with_promise(self, at: datetime, promise_id: str, *, done: bool) -> "Case":
        """With that promise kept, or not. Raises CaseNotFound when it has no such promise."""
        if all(one.id != promise_id for one in self.promises):
            raise CaseNotFound(promise_id)
        promises = tuple(replace(one, done=done) if one.id == promise_id else one for one in self.promises)
        return replace(self, promises=promises, changed_at=max(at, self.changed_at))


class Cases(Protocol):
    """The cases of citizens, which their interactions join by ``tools.citizens.joining``. Nothing of one person is ever
    in a case of another. Every method may raise ToolUnavailable.
    """

    async def settle(self, person: Pseudonym) -> None:
        """Let those of their interactions that nobody has looked at yet join the case they belong to, in order of time.

        Afterwards ``Interaction.case`` tells it. Settling again changes nothing.
        """
        ...

    async def of(self, person: Pseudonym) -> tuple[Case, ...]:
        """Theirs, once settled: open ones first, then those that changed last."""
        ...

    async def edit(self, person: Pseudonym, case_id: str, change: Callable[[Case], Case]) -> Case:
        """Settle, change the case and keep it; two changes do not pass each other. Raises CaseNotFound."""
        ...
