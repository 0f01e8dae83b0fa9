"""Where Asterisk connects, as the setting writes it."""

import re
from dataclasses import dataclass
from typing import Literal

Side = Literal["citizen", "agent"]
_SIDES: tuple[Side, ...] = ("citizen", "agent")
_ADDRESS = re.compile(r"\A(?P<host>[^\s:,]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Address:
    """That takes the sound of one side of calls."""

    track: Side
    host: str
    port: int


def addresses_of(setting: str) -> list[Address]:
    """Of ``host:port`` for citizens, and after a comma for agents. Raises ValueError."""
    parts = [part.strip() for part in setting.split(",")]
    found = [_ADDRESS.fullmatch(part) for part in parts]
    if len(parts) > len(_SIDES) or not all(one and int(one["port"]) < 65_536 for one in found):
        raise ValueError("must be host:port, or two of them with a comma between")
    return [
        Address(track, one["host"].strip("[]"), int(one["port"]))
        for track, one in zip(_SIDES, found, strict=False)
        if one is not None
    ]
