import pytest

from tools.errors import WebhookRefused
from tools.webhooks.reach import Reach, parse_networks

STRICT = Reach()


@pytest.mark.parametrize(
    "url",
    [
        "http://crm.example.org/",
        "ftp://crm.example.org/",
        "//crm.example.org/",
        "https:///path",
        "https://user@crm.example.org/",
        "https://user:word@crm.example.org/",
        "https://crm.example.org/#part",
        "https://crm.example.org:99999/",
        "https://[::1/",
        "https://crm.example.org/a b",
        "https://crm.example.org/\r\nHost: other",
        "https://crm.example.org/ñ",
        "",
    ],
)
def test_what_is_no_plain_https_address_is_refused(url: str) -> None:
    with pytest.raises(WebhookRefused):
        STRICT.check_url(url)


@pytest.mark.parametrize(
    "url", ["https://crm.example.org", "https://crm.example.org:8443/isac?from=1", "https://[::1]/"]
)
def test_others_are_not(url: str) -> None:
    STRICT.check_url(url)


def test_without_encryption_only_where_the_setting_says_so() -> None:
    Reach(http=True).check_url("http://127.0.0.1:9/x")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::",
        "2001:0:7f00:1::", "::7f00:1", "no address",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_however_they_are_written(address: str) -> None:
    assert not STRICT.allows(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4003:800::200e", "::ffff:8.8.8.8"])
def test_public_ones_are_not(address: str) -> None:
    assert STRICT.allows(address)


def test_a_private_network_may_be_allowed_and_no_other() -> None:
    reach = Reach(networks=parse_networks("10.20.0.0/16, fd00:1::/32"))
    assert [reach.allows(one) for one in ("10.20.3.4", "::ffff:10.20.3.4", "fd00:1::5", "10.21.0.1", "8.8.8.8")] == [
        True, True, True, False, True,
    ]  # fmt: skip


def test_a_setting_that_is_no_network_is_refused() -> None:
    assert parse_networks("") == ()
    with pytest.raises(ValueError, match="must be networks"):
        parse_networks("10.0.0.0/8,crm")
