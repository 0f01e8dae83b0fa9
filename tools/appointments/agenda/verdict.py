"""Classifies an answer of the external agenda: done, refused, or failed, perhaps after doing it."""

from collections.abc import Mapping

import httpx
from pydantic import ValidationError

from tools.appointments.agenda.wire import ProblemAnswer
from tools.errors import (
    AlreadyBooked,
    AppointmentNotFound,
    BadIdentifier,
    HoldExpired,
    KeyReused,
    SlotTaken,
    ToolError,
    UnknownSlot,
)

_REFUSALS: Mapping[str, type[ToolError]] = {
    "slot_taken": SlotTaken,
    "unknown_slot": UnknownSlot,
    "hold_expired": HoldExpired,
    "already_booked": AlreadyBooked,
    "key_reused": KeyReused,
    "appointment_not_found": AppointmentNotFound,
}
_REQUEST_TIMEOUT, _TOO_MANY = 408, 429


class Failed(Exception):
    """An attempt without a usable answer. ``maybe``: it may have been done; ``again``: another attempt makes sense.

    ``wait``: seconds the agenda asks for before it.
    """

    def __init__(self, why: str, *, maybe: bool, again: bool = True, wait: float = 0.0) -> None:
        self.maybe, self.again, self.wait = maybe, again, wait
        super().__init__(why)


def accepted(answer: httpx.Response) -> bytes:
    """The body of a yes. Raises the error of a no, and Failed for anything else."""
    if answer.is_success:
        return answer.content
    if answer.is_server_error or answer.status_code == _REQUEST_TIMEOUT:
        raise Failed(f"status {answer.status_code}", maybe=True)
    if answer.status_code == _TOO_MANY:
        raise Failed("too many requests", maybe=False, wait=_seconds(answer.headers.get("Retry-After")))
    raise _refusal(answer)


def _refusal(answer: httpx.Response) -> Exception:
    try:
        problem = ProblemAnswer.model_validate_json(answer.content)
    except ValidationError:  # not the agenda's own no: another address, a wrong token, a proxy
        return Failed(f"status {answer.status_code}", maybe=False, again=False)
    if problem.code == "in_progress":
        return Failed("the same request is still being dealt with", maybe=True)
    if problem.code == "bad_identifier":
        return BadIdentifier(problem.kind or "document", "the agenda does not take it")
    return _REFUSALS[problem.code](f"the agenda says {problem.code}")


def _seconds(header: str | None) -> float:
    """``Retry-After`` in seconds; a date, or nothing, is no wish."""
    return float(header) if header is not None and header.isascii() and header.isdigit() else 0.0
