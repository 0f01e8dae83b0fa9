"""Offices as data: where one is attended, when, and for what."""

from dataclasses import dataclass
from datetime import time

from knowledge.languages import Language
from knowledge.needs import Body, Channel


@dataclass(frozen=True, slots=True)
class Office:
    """An office. ``province`` is the INE code; times are local to ``timezone``; ``desks`` attend at once."""

    id: str
    body: Body
    name: dict[Language, str]
    address: str
    municipality: str
    province: str
    region: str
    timezone: str
    opens: time
    closes: time
    slot_minutes: int
    desks: int
    services: tuple[str, ...]
    channels: tuple[Channel, ...]
    demonstration: bool
