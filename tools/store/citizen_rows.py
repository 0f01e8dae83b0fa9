"""Rows of the tables of citizens as what they tell, and the lock under which a person's cases change."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC
from typing import Any

from sqlalchemy import Row, text

from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Case
from tools.citizens.timeline import Interaction, Promise

LOCK_PERSON = text("SELECT pg_advisory_xact_lock(hashtextextended('cases:' || CAST(:person AS text), 20261202))")


def promises_json(promises: Sequence[Promise]) -> list[dict[str, Any]]:
    """As they are kept."""
    return [asdict(one) for one in promises]


def interaction_of(row: Row[Any]) -> Interaction:
    """A row of ``interactions`` that is somebody's."""
    return Interaction(
        system=row.system,
        reference=row.reference,
        at=row.at.astimezone(UTC),
        channel=row.channel,
        person=Pseudonym(row.person_key),
        need=row.need,
        outcome=row.outcome,
        summary=row.summary,
        appointment=row.appointment,
        agent=row.agent,
        case_name=row.case_name,
        promises=_promises(row.promises or []),
        case=row.case_id,
    )


def case_of(row: Row[Any], interactions: Sequence[tuple[str, str]] = ()) -> Case:
    """A row of ``cases``, with the names of the interactions in it."""
    return Case(
        id=row.id,
        person=Pseudonym(row.person_key),
        need=row.need,
        opened_at=row.opened_at.astimezone(UTC),
        changed_at=row.changed_at.astimezone(UTC),
        state=row.state,
        resolved_at=None if row.resolved_at is None else row.resolved_at.astimezone(UTC),
        agent=row.agent,
        note=row.note,
        promises=_promises(row.promises),
        origin=None if row.name is None else (row.system, row.name),
        interactions=tuple(interactions),
    )


def case_values(case: Case) -> dict[str, Any]:
    """A row of ``cases``."""
    system, name = case.origin or (None, None)
    return {
        "id": case.id,
        "person_key": str(case.person),
        "need": case.need,
        "state": case.state,
        "opened_at": case.opened_at,
        "changed_at": case.changed_at,
        "resolved_at": case.resolved_at,
        "agent": case.agent,
        "note": case.note,
        "promises": promises_json(case.promises),
        "system": system,
        "name": name,
    }


def _promises(kept: Sequence[dict[str, Any]]) -> tuple[Promise, ...]:
    return tuple(Promise(**one) for one in kept)
