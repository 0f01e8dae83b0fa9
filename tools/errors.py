"""Errors of the tools, by who acts.

* ToolError
  + ToolRetry             the conversation can mend it: choose again, correct, ask
    - SlotTaken           somebody else has the slot; offer others
    - UnknownSlot         no such slot, or it is in the past
    - HoldExpired         the hold ran out; hold again
    - BadIdentifier       a document, phone or postcode that fails its check
  + ToolRefused           final; tell the person
    - AppointmentNotFound no appointment with that locator and document
    - AlreadyBooked       one active appointment per person and service (carries nothing of the other one)
    - MarkedTooSoon       whether somebody came is not known before the appointment
    - KeyReused           an idempotency key came back with another request
  + ToolUnavailable       not the citizen's business: page someone, offer a person
"""

from knowledge.errors import IsacError


class ToolError(IsacError):
    """Something a tool could not do."""

    code = "tool_error"


class ToolRetry(ToolError):
    """The conversation can mend it."""

    code = "retry"


class SlotTaken(ToolRetry):
    """Somebody else has it."""

    code = "slot_taken"


class UnknownSlot(ToolRetry):
    """No such slot, or it has passed."""

    code = "unknown_slot"


class HoldExpired(ToolRetry):
    """The hold ran out, or was never made."""

    code = "hold_expired"


class BadIdentifier(ToolRetry):
    """An identifier that fails its own check. ``kind`` says which: document, phone, email, postcode."""

    code = "bad_identifier"

    def __init__(self, kind: str, reason: str) -> None:
        self.kind, self.reason = kind, reason
        super().__init__(f"{kind}: {reason}")


class ToolRefused(ToolError):
    """Final; the person is told."""

    code = "refused"


class AppointmentNotFound(ToolRefused):
    """Locator and document do not name an active appointment."""

    code = "appointment_not_found"


class AlreadyBooked(ToolRefused):
    """The person holds an active appointment for the same service."""

    code = "already_booked"


class KeyReused(ToolRefused):
    """The idempotency key belongs to a different request."""

    code = "key_reused"


class MarkedTooSoon(ToolRefused):
    """Whether somebody came is marked from the day on, that they did not from the hour on."""

    code = "marked_too_soon"


class ToolUnavailable(ToolError):
    """A dependency is down."""

    code = "unavailable"
