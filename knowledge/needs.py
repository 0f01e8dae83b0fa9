"""The catalogue of needs: what a citizen may come for and what the service may do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.languages import Names
from knowledge.passages import Aspect

Body = Literal[
    "INSS", "TGSS", "ISM", "SS", "ITSS", "MUTUA", "SEPE", "IMSERSO", "CCAA", "AEAT", "AYUNTAMIENTO", "POLICIA", "SALUD",
    "112",
]  # fmt: skip
"""Who handles a need; ``SS`` is any of the Social Security's own bodies."""
Action = Literal["answer", "refer", "appointment", "change_appointment", "person", "emergency"]
Identity = Literal["none", "low", "required"]
AppointmentRule = Literal["bookable", "walk_in", "none"]
Channel = Literal["in_person", "phone", "video"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Provinces (INE codes) where another administration manages the need; ``body`` is the key of its name."""

    provinces: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be done about a need. ``service`` is the appointment motive; ``documents`` are checklist keys."""

    action: Action
    identity: Identity
    appointment: AppointmentRule
    channels: tuple[Channel, ...]
    service: str | None
    unit: str
    link: str
    documents: tuple[str, ...]
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One entry of the catalogue; ``sources`` are ids of the source register by aspect."""

    id: str
    body: Body
    group: str
    names: Names
    policy: Policy
    confusable: tuple[str, ...]
    sources: Mapping[Aspect, tuple[str, ...]]


Catalogue = Mapping[str, Need]
