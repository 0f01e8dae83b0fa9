import socket

import pytest


def test_no_test_reaches_beyond_this_machine() -> None:
    with socket.socket() as outward, pytest.raises(ConnectionRefusedError, match="loopback"):
        outward.connect(("192.0.2.1", 80))
