"""Headers of every answer, and what single pages may do beyond them."""

from collections.abc import Mapping, Sequence

from api.http.shell import SCRIPT_SOURCE, STYLE_SOURCE

_POLICY = (
    "default-src 'none'; script-src 'self'{scripts}; style-src 'self'{styles}; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)
_MICROPHONE = {"Permissions-Policy": "camera=(), geolocation=(), microphone=(self)"}

SECURITY_HEADERS = {
    "Content-Security-Policy": _POLICY.format(scripts="", styles="", ancestors="'none'"),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def page_headers(embedded_in: Sequence[str] = ()) -> Mapping[str, Mapping[str, str | None]]:
    """By route: use the microphone, play sound fetched with the token, bring a style within, be part of other sites.

    ``embedded_in``: the origins of those sites. None takes a header away.
    """
    styles, scripts = f" {STYLE_SOURCE}", f" {SCRIPT_SOURCE}"
    informs = {"Content-Security-Policy": _POLICY.format(scripts="", styles=styles, ancestors="'none'")}
    ancestors = " ".join(("'self'", *embedded_in)) if embedded_in else "'none'"
    talks = _POLICY.format(scripts=scripts, styles=styles, ancestors=ancestors)
    citizen: dict[str, str | None] = {"Content-Security-Policy": talks, **_MICROPHONE}  # so that one can dictate
    if embedded_in:
        citizen["X-Frame-Options"] = None
    return {
        "/": citizen,
        "/privacidad": informs,
        "/aviso-legal": informs,
        "/accesibilidad": informs,
        "/widget.js": {"Cross-Origin-Resource-Policy": "cross-origin"},
        "/llamada": _MICROPHONE,
        "/llamada/{call_id}": {
            "Content-Security-Policy": f"{SECURITY_HEADERS['Content-Security-Policy']}; media-src blob:"
        },
    }
