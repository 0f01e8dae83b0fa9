"""The catalogue of needs: what a citizen may come for and what the service may do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, ConfigDict, Field

from knowledge.channels import Channel
from knowledge.content.yaml_entries import ONLY_KNOWN_KEYS, Text, WrittenNames
from knowledge.passages import ASPECTS, Aspect

Action = Literal["answer", "refer", "appointment", "change_appointment", "person", "emergency"]
Identity = Literal["none", "low", "required"]
AppointmentRule = Literal["bookable", "walk_in", "none"]
Identification = Literal["photo", "code", "sms", "certificate"]
"""The ways into an online procedure: photos of document and face, the code of a request already made, a text
message to the phone on file, or Cl@ve and digital certificates."""


def _in_order(channels: tuple[Channel, ...]) -> tuple[Channel, ...]:
    return tuple(channel for channel in get_args(Channel) if channel in channels)


def _ways_in_order(ways: tuple[Identification, ...]) -> tuple[Identification, ...]:
    return tuple(way for way in get_args(Identification) if way in ways)


def _by_aspect(sources: Mapping[Aspect, tuple[str, ...]]) -> Mapping[Aspect, tuple[str, ...]]:
    return {aspect: sources[aspect] for aspect in ASPECTS if aspect in sources}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Provinces (INE codes) where another body manages the need."""

    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    provinces: tuple[Text, ...]
    body: Text


@dataclass(frozen=True, slots=True)
class Online:
    """An online procedure that replaces the appointment. ``link``: the fact in the line of ``how`` that gives it.

    ``sentences``: how many of its lines say it, from that one on.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    link: Text
    identification: Annotated[tuple[Identification, ...], AfterValidator(_ways_in_order)]
    sentences: Annotated[int, Field(strict=True, ge=1)] = 1


@dataclass(frozen=True, slots=True)
class Policy:
    """The actions allowed for a need. ``service``: the appointment motive; ``documents``: checklist keys.

    ``urgent``: the short name of the centres that attend an urgent case without an appointment, as the line of ``how``
    that says so writes it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    action: Action
    identity: Identity
    appointment: AppointmentRule
    channels: Annotated[tuple[Channel, ...], AfterValidator(_in_order)]
    service: Annotated[Text | None, Field(default=None)]
    unit: Text
    link: Text
    documents: tuple[Text, ...]
    elsewhere: Elsewhere | None = None
    online: Online | None = None
    urgent: Text | None = None

    @property
    def bookable(self) -> bool:
        """Whether an appointment may be offered."""
        return self.appointment == "bookable" and self.action in ("answer", "appointment")


@dataclass(frozen=True, slots=True)
class Need:
    """An entry of the catalogue; ``body`` and its policy's ``unit`` are the administration's.

    ``sources`` are ids of the source register by aspect.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    id: Text
    body: Text
    group: Text
    names: WrittenNames
    policy: Policy
    confusable: tuple[Text, ...]
    sources: Annotated[Mapping[Aspect, tuple[Text, ...]], AfterValidator(_by_aspect)]


Catalogue = Mapping[str, Need]
