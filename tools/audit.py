"""The audit: who did what on a citizen's behalf, when, why, and what changed. Entries are added and never altered.

A change is written twice: ``begun`` before anything happens, ``done`` or ``refused`` afterwards. What a crash leaves
without a result was attempted, and the trail says so. No identity documents and no contact data are in it.
``send``: a text was sent to the chat model. ``timeline`` and ``cases``: somebody read what a citizen's contacts were
about; ``case`` and ``promise``: changed a case, or what is promised in it. ``identity``: somebody asked who a contact
is with; ``verify``: checked it. ``erase``: what was kept of a citizen's contacts was erased. ``read_talk``: somebody
read a conversation that was not theirs. ``correct``: an agent put right what a conversation was taken to be.
``login``: somebody came in by the account of their organisation, or was refused. ``webhook``: a receiver of events was
added, changed or removed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

Action = Literal[
    "list", "find", "book", "move", "cancel", "attended", "no_show", "close", "reopen", "correct",
    "hear_call", "erase_call", "agree_call", "read_talk", "timeline", "cases", "case", "promise",
    "identity", "verify", "erase", "send", "login", "webhook",
]  # fmt: skip
Outcome = Literal["begun", "done", "refused"]
Snapshot = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who acts, with role and reason. ``who`` is the name in the token of a member of staff."""

    who: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """An action and its object. ``before`` and ``after`` are JSON objects."""

    action: Action
    office_id: str | None = None
    appointment_id: str | None = None
    before: Snapshot | None = None
    after: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A line of the audit trail. ``deed_id`` joins the two lines of a change."""

    id: int
    deed_id: str
    at: datetime
    actor: Actor
    outcome: Outcome
    record: AuditRecord


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Entries to read, the newest first. Days are the administration's; ``before_id`` goes on from an entry."""

    since: date = date.min
    until: date = date.max
    who: str | None = None
    office_id: str | None = None
    appointment_id: str | None = None
    before_id: int | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True)
class PendingAction:
    """A change begun in the audit. ``record.after`` holds the intended result, with the ``kind`` of its notice."""

    deed_id: str
    actor: Actor
    record: AuditRecord
