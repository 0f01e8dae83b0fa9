"""Which status each error has. The words are in ``agents/phrases/locales/<language>/problems.ftl``."""

from knowledge.errors import IsacError

# Code of the error class -> HTTP status. A class that is not here counts as its nearest ancestor that is.
STATUS: dict[str, int] = {
    "isac_error": 500,
    "malformed_json": 400,
    "missing_key": 400,
    "bad_audio_request": 400,
    "not_audio": 400,
    "unknown_encoding": 400,
    "missing_document": 400,
    "missing_token": 401,
    "bad_token": 401,
    "expired_token": 401,
    "forbidden": 403,
    "demo_only": 403,
    "login_lost": 400,
    "login_denied": 403,
    "login_no_role": 403,
    "login_not_set": 404,
    "login_not_verified": 502,
    "login_clock": 503,
    "login_provider_away": 503,
    "not_attending": 403,
    "reason_needed": 403,
    "not_verified": 403,
    "unknown_route": 404,
    "unknown_conversation": 404,
    "citation_not_found": 404,
    "appointment_not_found": 404,
    "ticket_not_found": 404,
    "call_back_not_found": 404,
    "hand_off_not_found": 404,
    "no_office": 404,
    "unknown_sum": 404,
    "sum_not_known": 404,
    "call_not_found": 404,
    "audio_not_kept": 404,
    "suggestion_not_found": 404,
    "contact_not_found": 404,
    "webhook_not_found": 404,
    "case_not_found": 404,
    "method_not_allowed": 405,
    "busy": 409,
    "slot_taken": 409,
    "slot_awaited": 409,
    "already_booked": 409,
    "already_waiting": 409,
    "hand_off_taken": 409,
    "window_full": 409,
    "still_attended": 409,
    "nobody_stated": 409,
    "not_at_desk": 409,
    "desk_full": 409,
    "transfer_impossible": 422,
    "consultation_not_found": 404,
    "consultation_over": 409,
    "nobody_to_ask": 409,
    "not_bookable": 409,
    "no_appointment_needed": 409,
    "marked_too_soon": 409,
    "refused": 409,
    "cannot_move": 409,
    "kept_elsewhere": 409,
    "retry": 409,
    "call_ended": 409,
    "taken_over": 409,
    "call_elsewhere": 409,
    "hold_expired": 410,
    "unknown_slot": 404,
    "too_large": 413,
    "audio_too_long": 413,
    "nothing_heard": 408,
    "invalid_request": 422,
    "bad_identifier": 422,
    "bad_sum_input": 422,
    "key_reused": 422,
    "unknown_need": 422,
    "language_not_served": 422,
    "unknown_notice": 422,
    "webhook_refused": 422,
    "unknown_place": 422,
    "past_date": 422,
    "too_many_holds": 429,
    "too_many_requests": 429,
    "too_many_finds": 429,
    "internal": 500,
    "unavailable": 503,
    "speech_unavailable": 503,
    "sound_unreadable": 503,
    "sound_not_deleted": 503,
    "too_many_calls": 503,
    "speech_error": 503,
    "outcome_unknown": 504,
    "knowledge_error": 503,
    "tool_error": 503,
}

# Errors that are ours, not the person's: one text serves them all, and nothing of the inside is told.
_PUBLIC_NAME: dict[str, str] = {
    "isac_error": "internal",
    "knowledge_error": "unavailable",
    "tool_error": "unavailable",
    "speech_error": "speech_unavailable",
}

_BY_HTTP_STATUS = {400: "malformed_json", 404: "unknown_route", 405: "method_not_allowed", 413: "too_large"}


def code_of(error: IsacError) -> str:
    """The public code of an error: its own, or that of the nearest ancestor in the table."""
    for kind in type(error).__mro__:
        code = getattr(kind, "code", None)
        if isinstance(code, str) and code in STATUS:
            return _PUBLIC_NAME.get(code, code)
    return "internal"


def code_of_status(status: int) -> str:
    """The public code for an error that the framework raised."""
    return _BY_HTTP_STATUS.get(status, "invalid_request" if status < 500 else "internal")
