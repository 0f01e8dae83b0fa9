"""The catalogue of needs: what a citizen may come for and what the service may do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.languages import Names
from knowledge.passages import Aspect

Action = Literal["answer", "refer", "appointment", "change_appointment", "person", "emergency"]
Identity = Literal["none", "low", "required"]
AppointmentRule = Literal["bookable", "walk_in", "none"]
Channel = Literal["in_person", "phone", "video"]
Identification = Literal["photo", "code", "sms", "certificate"]
"""What an online procedure may be entered with: photos of document and face, the code of a request already made, a text
message to the phone on file, or Cl@ve and digital certificates."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Provinces (INE codes) where another body manages the need."""

    provinces: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Online:
    """Where the need is settled without an appointment. ``link``: the fact in the line of ``how`` that says so.

    ``sentences``: how many of its lines say it, from that one on.
    """

    link: str
    identification: tuple[Identification, ...]
    sentences: int = 1


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be done about a need. ``service`` is the appointment motive; ``documents`` are checklist keys.

    ``urgent``: the short name of the centres that attend an urgent case without an appointment, as the line of ``how``
    that says so writes it.
    """

    action: Action
    identity: Identity
    appointment: AppointmentRule
    channels: tuple[Channel, ...]
    service: str | None
    unit: str
    link: str
    documents: tuple[str, ...]
    elsewhere: Elsewhere | None = None
    online: Online | None = None
    urgent: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One entry of the catalogue; ``body`` and its policy's ``unit`` are the administration's.

    ``sources`` are ids of the source register by aspect.
    """

    id: str
    body: str
    group: str
    names: Names
    policy: Policy
    confusable: tuple[str, ...]
    sources: Mapping[Aspect, tuple[str, ...]]


Catalogue = Mapping[str, Need]
