"""Addresses for Asterisk AudioSocket, as the setting writes them."""

import re
from dataclasses import dataclass
from typing import Literal

Side = Literal["citizen", "agent"]
_SIDES: tuple[Side, ...] = ("citizen", "agent")
_ADDRESS = re.compile(r"\A(?P<host>[^\s:,]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class AudioSocketAddress:
    """Address that receives the audio of one side of calls."""

    track: Side
    host: str
    port: int


def parse_addresses(setting: str) -> list[AudioSocketAddress]:
    """Parse ``host:port`` for citizens, then optionally a comma and another for agents. Raises ValueError."""
    parts = [part.strip() for part in setting.split(",")]
    found = [_ADDRESS.fullmatch(part) for part in parts]
    if len(parts) > len(_SIDES) or not all(one and int(one["port"]) < 65_536 for one in found):
        raise ValueError("must be host:port, or two of them with a comma between")
    return [
        AudioSocketAddress(track, one["host"].strip("[]"), int(one["port"]))
        for track, one in zip(_SIDES, found, strict=False)
        if one is not None
    ]
