import pytest

from api.settings.smtp_url import smtp_server


def test_a_mail_server_is_read_from_its_address() -> None:
    server = smtp_server("smtp://cita%40x:a%2Fb@mail.example.org", "ISAC <cita@example.org>")
    assert (server.host, server.port, server.security) == ("mail.example.org", 587, "starttls")
    assert (server.user, server.password, server.sender) == ("cita@x", "a/b", "ISAC <cita@example.org>")


@pytest.mark.parametrize(
    ("url", "port", "security"),
    [("smtps://h", 465, "tls"), ("smtp+plain://h", 25, "none"), ("smtp+plain://h:1025", 1025, "none")],
)
def test_each_kind_has_its_port_and_security(url: str, port: int, security: str) -> None:
    server = smtp_server(url, "a@example.org")
    assert (server.port, server.security, server.user) == (port, security, None)


@pytest.mark.parametrize(
    "url",
    [
        "http://hush@h", "smtp://", "smtp://u:hush@h:port", "mail.example.org", "smtp://u:hush/x@h", "smtp://u:12/hush@h",
        "smtp://u:12#hush@h", "smtp://u:12?hush@h", "smtp://u:hush@[h", "smtp://u:hush@h:99999",
    ],
)  # fmt: skip
def test_another_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        smtp_server(url, "a@example.org")
    assert "hush" not in str(caught.value)
