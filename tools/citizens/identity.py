"""How far it is known who somebody is in a contact, and what that shows of them to the agent who has the contact.

Citizens have no row in the table: whatever they state, no door shows them a timeline.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Case
from tools.citizens.timeline import OWN, Interaction

Level = Literal["none", "stated", "verified"]
"""``none``: nobody said who they are, or several were named. ``stated``: a valid document was typed or dictated, and
nobody checked whose it is. ``verified``: an agent checked it."""
How = Literal["in_person", "questions"]
"""How an agent checked it: the document itself, or questions only that person answers. No certificate comes in by any
door of the service, so none can be claimed."""

Part = Literal["contacts", "cases", "details"]
SHOWN: Mapping[Level, frozenset[Part]] = {
    "none": frozenset(),
    "stated": frozenset({"contacts", "cases"}),
    "verified": frozenset({"contacts", "cases", "details"}),
}
"""``contacts``: that there were some, when, by which channel and of which need. ``cases``: of which need, open or not.
``details``: all that was said, done, noted and promised, by whom, and what opens an appointment or a transcript. Who
types the document of another must not learn, through an agent, where that person will be and when."""


@dataclass(frozen=True, slots=True)
class ContactIdentity:
    """Who a contact is with, as far as is known. ``by``: who checked it."""

    citizen: Pseudonym | None = None
    level: Level = "none"
    how: How | None = None
    by: str | None = None


NOBODY = ContactIdentity()


def interaction_shown(one: Interaction, level: Level) -> Interaction | None:
    """What is shown of it; None for nothing."""
    shown = SHOWN[level]
    if "contacts" not in shown:
        return None
    if "details" in shown:
        return one
    return Interaction(
        system=one.system,
        reference=_veiled(one.name),
        at=one.at,
        channel=one.channel,
        person=one.person,
        need=one.need if one.system == OWN else None,  # another system's may be any words
        case=one.case,
    )


def case_shown(case: Case, level: Level) -> Case | None:
    """What is shown of it; None for nothing."""
    shown = SHOWN[level]
    if "cases" not in shown:
        return None
    if "details" in shown:
        return case
    return replace(
        case,
        need=case.need if case.origin is None else None,
        agent=None,
        note=None,
        promises=(),
        origin=None,
        interactions=tuple((system, _veiled((system, reference))) for system, reference in case.interactions),
    )


def _veiled(name: tuple[str, str]) -> str:
    """A name that tells it from others and opens nothing: that of a call opens its transcript."""
    return hashlib.sha256("|".join(name).encode()).hexdigest()[:16]
