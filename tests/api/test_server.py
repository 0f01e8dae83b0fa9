"""The port is taken on the address that the settings name."""

import socket

import pytest

from api.server import take_port
from api.settings import Settings


def test_every_address_of_this_machine_means_both_families() -> None:
    try:
        socket.socket(socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 on this machine")
    with take_port(Settings(_env_file=None, host="::", port=0)) as port:
        port.listen()
        for host in ("127.0.0.1", "::1"):
            socket.create_connection((host, port.getsockname()[1]), timeout=5).close()
