"""Errors of the HTTP edge.

* ApiError
  + MissingToken · BadToken · ExpiredToken    the client is not authenticated (401)
  + Forbidden                                 authenticated but not allowed (403)
    - NotAttending                            the conversation is not, or no longer, this agent's (403)
    - ReasonNeeded                            who reads of a citizen first looks them up, with a reason (403)
    - NotVerified                             nobody has checked that they are who they say (403)
  + NobodyStated                              nobody has said who they are in the contact
  + StillAttended                             what is asked at the end came before it
  + DemoOnly                                  only where the installation is a demonstration (403)
  + LoginRefused                              who comes by the account of the organisation is not let in
    - LoginNotSet · LoginLost · LoginDenied · LoginNoRole
    - LoginProviderAway · LoginClock · LoginNotVerified
  + Busy                                      the previous message of the conversation is still being answered
  + MissingKey · MissingDocument              a required header
  + TooManyRequests · TooLarge                over the limits of one client
  + BadAudioRequest · UnknownNotice           audio parameters and notices of calls
  + UnknownNeed · LanguageNotServed · UnknownPlace · NoOffice · PastDate
  + NotBookable                               the need is not done by appointment
    - NoAppointmentNeeded                     offices attend it without appointment
"""

from knowledge.errors import IsacError


class ApiError(IsacError):
    """An error in the request, not in the service."""

    code = "refused"


class MissingToken(ApiError):
    """No bearer token."""

    code = "missing_token"


class BadToken(ApiError):
    """The token is malformed or has a wrong signature."""

    code = "bad_token"


class ExpiredToken(ApiError):
    """The token has expired."""

    code = "expired_token"


class Forbidden(ApiError):
    """The token is valid but gives no access to this."""

    code = "forbidden"


class NotAttending(Forbidden):
    """The conversation is not, or no longer, with this member of staff."""

    code = "not_attending"


class ReasonNeeded(Forbidden):
    """Whoever reads of a citizen who is not in a contact of theirs looks them up first, with a reason."""

    code = "reason_needed"


class NotVerified(Forbidden):
    """Nobody has checked that the citizen is who they say."""

    code = "not_verified"


class NobodyStated(ApiError):
    """Nobody has said who they are in the contact, or several were named."""

    code = "nobody_stated"


class StillAttended(ApiError):
    """A person has the conversation, or is on the way."""

    code = "still_attended"


class DemoOnly(ApiError):
    """This installation attends real people: staff come in by their own account."""

    code = "demo_only"


class LoginRefused(ApiError):
    """Who comes by the account of their organisation is not let in; ``who``: their name, when it is known."""

    code = "login_refused"

    def __init__(self, reason: str = "", *, who: str | None = None) -> None:
        self.who = who
        super().__init__(reason)


class LoginNotSet(LoginRefused):
    """This installation knows no such account."""

    code = "login_not_set"


class LoginLost(LoginRefused):
    """The attempt is over, was used already, or belongs to another browser."""

    code = "login_lost"


class LoginDenied(LoginRefused):
    """The provider did not let the person in, or they turned back."""

    code = "login_denied"


class LoginNoRole(LoginRefused):
    """The account is good, and gives no role here."""

    code = "login_no_role"


class LoginProviderAway(LoginRefused):
    """The provider does not answer, or not as one does."""

    code = "login_provider_away"


class LoginClock(LoginRefused):
    """The clock of the provider and ours differ."""

    code = "login_clock"


class LoginNotVerified(LoginRefused):
    """What the provider says cannot be believed: it is set up in another way than here, or it is not the provider."""

    code = "login_not_verified"


class Busy(ApiError):
    """The previous message of the conversation is still being answered."""

    code = "busy"


class MissingKey(ApiError):
    """``Idempotency-Key`` is required to book."""

    code = "missing_key"


class MissingDocument(ApiError):
    """An appointment opens with its locator and the document together."""

    code = "missing_document"


class TooManyRequests(ApiError):
    """Over the limit of one client; ``retry_after`` is in seconds."""

    code = "too_many_requests"

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(f"retry after {retry_after} s")


class TooLarge(ApiError):
    """The body is over the limit."""

    code = "too_large"


class UnknownNeed(ApiError):
    """No such need or service in the catalogue."""

    code = "unknown_need"


class LanguageNotServed(ApiError):
    """The administration is not served in that language."""

    code = "language_not_served"


class UnknownPlace(ApiError):
    """No such postcode, province or office."""

    code = "unknown_place"


class NoOffice(ApiError):
    """The province has no office for the service."""

    code = "no_office"


class PastDate(ApiError):
    """The last day asked for has passed."""

    code = "past_date"


class NotBookable(ApiError):
    """The need is not done by appointment."""

    code = "not_bookable"

    def __init__(self, need: str, link: str) -> None:
        self.need, self.link = need, link
        super().__init__(f"{need} is not done by appointment")


class NoAppointmentNeeded(NotBookable):
    """Offices attend this need without appointment."""

    code = "no_appointment_needed"


class BadAudioRequest(ApiError):
    """The audio parameters of a socket are wrong."""

    code = "bad_audio_request"


class UnknownNotice(ApiError):
    """No notice has that version or text."""

    code = "unknown_notice"
