"""The port is taken on the address that the settings name, and a socket waits for no pong."""

import socket

import pytest

from api.server import http_config, take_port
from api.settings.settings import Settings
from tests.api.fakes import make_services


def test_every_address_of_this_machine_means_both_families() -> None:
    try:
        socket.socket(socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 on this machine")
    with take_port(Settings(_env_file=None, host="::", port=0)) as port:
        port.listen()
        for host in ("127.0.0.1", "::1"):
            socket.create_connection((host, port.getsockname()[1]), timeout=5).close()


def test_a_line_whose_sound_waits_its_turn_is_not_cut_for_its_pong() -> None:
    assert http_config(make_services()).ws_ping_timeout is None
