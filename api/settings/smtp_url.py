"""The mail server, as the setting writes it."""

from urllib.parse import unquote, urlsplit

from tools.letters.smtp import Security, SmtpServer

_SECURITY: dict[str, tuple[Security, int]] = {
    "smtp": ("starttls", 587),
    "smtps": ("tls", 465),
    "smtp+plain": ("none", 25),
}


def smtp_server(url: str, sender: str) -> SmtpServer:
    """Parse ``smtp://user:password@host:port``, ``smtps://`` or ``smtp+plain://``.

    Raises ValueError, whose text never holds the password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # its words repeat what it could not read, which may be the password
        raise ValueError("must have a host, and after it a port from 1 to 65535 or none") from None
    if parts.scheme not in _SECURITY or not parts.hostname:
        raise ValueError("must be smtp://, smtps:// or smtp+plain:// and a host")
    # A password with one of these signs is cut there, and what stands before it is taken for the host.
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("must end after the host and the port; write / as %2F, ? as %3F and # as %23 in a password")
    security, usual_port = _SECURITY[parts.scheme]
    return SmtpServer(
        host=parts.hostname,
        port=port or usual_port,
        sender=sender,
        security=security,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )
