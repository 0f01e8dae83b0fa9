from datetime import timedelta
from random import Random

import pytest

from tools.appointments.fairness import random_delay
from tools.rate_limit import origin_key


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "unknown", ""])
def test_this_machine_and_what_is_no_address_have_no_origin(address: str) -> None:
    assert origin_key(address, b"secret") is None


def test_an_origin_tells_addresses_apart_without_saying_them() -> None:
    one, other = origin_key("203.0.113.9", b"secret"), origin_key("203.0.113.10", b"secret")
    assert one != other
    assert one is not None
    assert "203" not in one
    assert origin_key("203.0.113.9", b"another") != one
    assert origin_key("::ffff:203.0.113.9", b"secret") == one


def test_all_addresses_of_an_ipv6_network_are_one_origin() -> None:
    assert origin_key("2001:db8:1:2::1", b"s") == origin_key("2001:db8:1:2:ffff::9", b"s")
    assert origin_key("2001:db8:1:2::1", b"s") != origin_key("2001:db8:1:3::1", b"s")


def test_a_random_delay_is_anywhere_up_to_the_longest() -> None:
    delay = random_delay(timedelta(minutes=5), Random(1))
    found = [delay() for _ in range(1000)]
    assert timedelta() <= min(found) < timedelta(seconds=5)
    assert timedelta(seconds=295) < max(found) <= timedelta(minutes=5)
