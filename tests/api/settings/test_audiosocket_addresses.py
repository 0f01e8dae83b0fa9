"""Where Asterisk connects, as the setting writes it."""

import asyncio
from pathlib import Path

import pytest

from api.settings.audiosocket_addresses import AudioSocketAddress, parse_addresses
from api.settings.settings import Settings, SettingsError
from api.telephony.audiosocket_server import asterisk_served
from tests.api.telephony.world import make_calls


def test_the_first_address_is_for_citizens_and_the_second_for_agents() -> None:
    assert parse_addresses("127.0.0.1:9019") == [AudioSocketAddress("citizen", "127.0.0.1", 9019)]
    assert parse_addresses("pbx:1, [::1]:2") == [
        AudioSocketAddress("citizen", "pbx", 1),
        AudioSocketAddress("agent", "::1", 2),
    ]


async def test_nobody_listens_without_the_setting(tmp_path: Path) -> None:
    async with asterisk_served(make_calls(tmp_path), Settings(_env_file=None)):
        pass


async def test_an_address_that_is_taken_is_told_to_the_operator(tmp_path: Path) -> None:
    taken = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    with pytest.raises(SettingsError, match=f"ISAC_AUDIOSOCKET: cannot listen on 127.0.0.1:{port}"):
        async with asterisk_served(make_calls(tmp_path), Settings(_env_file=None, audiosocket=f"127.0.0.1:{port}")):
            pass
    taken.close()
