"""Errors of the tools, by who acts.

* ToolError
  + ToolRetry             the conversation can mend it: choose again, correct, ask
    - SlotTaken           somebody else has the slot; offer others
      . SlotAwaited       it is for the people on the waiting list
    - UnknownSlot         no such slot, or it is in the past
    - HoldExpired         the hold ran out; hold again
    - BadIdentifier       a document, phone or postcode that fails its check
    - BadSumInput         an input of a sum that cannot be; ask again
  + ToolRefused           final; tell the person
    - AppointmentNotFound no appointment with that locator and document
    - AlreadyBooked       one active appointment per person and service (carries nothing of the other one)
    - TooManyHolds        this person, or this origin, keeps or has kept too many seats
    - TooManyFinds        appointments looked for too often by document and contact
    - AlreadyWaiting      one place on the waiting list per person and service
    - TicketNotFound      no place on the waiting list with that code and document
    - MarkedTooSoon       whether somebody came is not known before the appointment
    - KeyReused           an idempotency key came back with another request
    - SuggestionNotFound  no suggestion with that id and place, or it has been forgotten
    - ContactNotFound     no contact with that id, or it has been deleted
    - CaseNotFound        no case of that person, or no promise in it, has that id
    - WindowFull          no more calls are promised in that window
    - CallBackNotFound    nobody is to be called under that reference and telephone
    - HandOffNotFound     no hand-off with that id, or it has been forgotten
    - HandOffTaken        the hand-off is another's, or over
    - NotAtDesk           who takes a hand-off has to come in first
    - DeskFull            they hold as many conversations as they have at once
    - TransferImpossible  no unit and no agent at work has that name
    - WebhookNotFound     no webhook with that id
    - WebhookRefused      a webhook may not be sent to that address
    - ConsultationNotFound no consultation with that id is theirs
    - ConsultationOver    another colleague took the consultation, or it has ended
    - NobodyToAsk         nobody at work has that name, or serves that unit or language
    - UnknownSum          the administration offers no such sum
    - SumNotKnown         the rules of that time are not here
    - KeptElsewhere       the agenda of another system keeps the seats; those here are given to nobody
    - CannotMove          the appointment does not change to that way of being attended; cancel it and book another
  + ToolUnavailable       nothing was done; not the citizen's business: page someone, offer a person
  + HandOffMismatch       a reference stands for one conversation; nothing of another is put under it
  + OutcomeUnknown        it may have been done: ask what became of it before anything is tried again
"""

from knowledge.errors import IsacError


class ToolError(IsacError):
    """Something a tool could not do."""

    code = "tool_error"


class ToolRetry(ToolError):
    """The conversation can mend it."""

    code = "retry"


class SlotTaken(ToolRetry):
    """Another person has the slot."""

    code = "slot_taken"


class SlotAwaited(SlotTaken):
    """It is free, and people on the waiting list come first."""

    code = "slot_awaited"


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


class BadSumInput(ToolRetry):
    """An input that cannot be. ``reason`` ends the key of the phrase that says why: ``sum-refused-<reason>``."""

    code = "bad_sum_input"

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"{name}: {reason}")

    @property
    def phrase(self) -> str:
        """The key of the phrase that says why."""
        return f"sum-refused-{self.reason}"


class ToolRefused(ToolError):
    """Final; the person is told."""

    code = "refused"


class AppointmentNotFound(ToolRefused):
    """Locator and document do not name an active appointment."""

    code = "appointment_not_found"


class AlreadyBooked(ToolRefused):
    """The person holds an active appointment for the same service."""

    code = "already_booked"


class TooManyHolds(ToolRefused):
    """The person or the origin keeps, or has kept today, as many seats as one may."""

    code = "too_many_holds"


class TooManyFinds(ToolRefused):
    """Appointments were looked for too often from one origin, or for one document; ``retry_after`` is in seconds."""

    code = "too_many_finds"

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(f"retry after {retry_after} s")


class AlreadyWaiting(ToolRefused):
    """The person has a place on the waiting list for the same service."""

    code = "already_waiting"


class TicketNotFound(ToolRefused):
    """Code and document name no place on the waiting list."""

    code = "ticket_not_found"


class KeyReused(ToolRefused):
    """The idempotency key belongs to a different request."""

    code = "key_reused"


class KeptElsewhere(ToolRefused):
    """The seats are in the agenda of another system; what works on those of this service has none to work on."""

    code = "kept_elsewhere"


class HandOffMismatch(ToolError):
    """The reference of a hand-off belongs to another conversation."""

    code = "hand_off_mismatch"


class CannotMove(ToolRefused):
    """The appointment and the slot are in books that do not change places with each other."""

    code = "cannot_move"


class MarkedTooSoon(ToolRefused):
    """Whether somebody came is marked from the day on, that they did not from the hour on."""

    code = "marked_too_soon"


class SuggestionNotFound(ToolRefused):
    """No suggestion with that id and place, or it has been forgotten."""

    code = "suggestion_not_found"


class ContactNotFound(ToolRefused):
    """No contact has that id, or it has been deleted."""

    code = "contact_not_found"


class CaseNotFound(ToolRefused):
    """The person has no case with that id, or the case no such promise."""

    code = "case_not_found"


class WindowFull(ToolRefused):
    """As many calls as can be made are promised in that window already."""

    code = "window_full"


class CallBackNotFound(ToolRefused):
    """Reference and telephone name no call that is promised."""

    code = "call_back_not_found"


class HandOffNotFound(ToolRefused):
    """No hand-off has that id; what is old is forgotten."""

    code = "hand_off_not_found"


class HandOffTaken(ToolRefused):
    """It is with another member of staff, ``by`` the name that citizens are told, or is over."""

    code = "hand_off_taken"

    def __init__(self, hand_off_id: str, by: str | None = None) -> None:
        self.by = by
        super().__init__(hand_off_id)


class NotAtDesk(ToolRefused):
    """The member of staff has not come in, or was not heard of for too long."""

    code = "not_at_desk"


class DeskFull(ToolRefused):
    """The member of staff holds as many conversations as they have at once."""

    code = "desk_full"


class TransferImpossible(ToolRefused):
    """Neither a unit nor another agent at work has that name."""

    code = "transfer_impossible"


class WebhookNotFound(ToolRefused):
    """No webhook has that id."""

    code = "webhook_not_found"


class WebhookRefused(ToolRefused):
    """Messages may not be sent to that address: not encrypted, not plain, or in a private network."""

    code = "webhook_refused"


class ConsultationNotFound(ToolRefused):
    """No consultation with that id is, or was, theirs."""

    code = "consultation_not_found"


class ConsultationOver(ToolRefused):
    """Another colleague took it, or it has ended."""

    code = "consultation_over"


class NobodyToAsk(ToolRefused):
    """Nobody at work has that name, or serves that unit or that language."""

    code = "nobody_to_ask"


class ToolUnavailable(ToolError):
    """A dependency is down, and nothing was done."""

    code = "unavailable"


class OutcomeUnknown(ToolError):
    """A write was sent and no readable answer came: it may have happened. The citizen is told just that."""

    code = "outcome_unknown"


class UnknownSum(ToolRefused):
    """The administration offers no such sum."""

    code = "unknown_sum"


class SumNotKnown(ToolRefused):
    """The rules or the figures of that time are not here."""

    code = "sum_not_known"
