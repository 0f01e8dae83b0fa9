"""A mail server as operators write it."""

from urllib.parse import unquote, urlsplit

from tools.notifications_smtp import Security, SmtpServer

_SECURITY: dict[str, tuple[Security, int]] = {
    "smtp": ("starttls", 587),
    "smtps": ("tls", 465),
    "smtp+plain": ("none", 25),
}


def smtp_server(url: str, sender: str) -> SmtpServer:
    """The server of ``smtp://user:password@host:port`` and its kin. Raises ValueError that tells no password."""
    parts = urlsplit(url)
    if parts.scheme not in _SECURITY or not parts.hostname:
        raise ValueError("must be smtp://, smtps:// or smtp+plain:// and a host")
    security, usual_port = _SECURITY[parts.scheme]
    return SmtpServer(
        host=parts.hostname,
        port=parts.port or usual_port,
        sender=sender,
        security=security,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )
