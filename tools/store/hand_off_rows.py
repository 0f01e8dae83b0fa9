"""Rows of hand-offs and of agents, and the values that they stand for."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.queues.floor import Agent, Presence, Standing
from tools.queues.hand_offs import HandOff
from tools.store.floor_schema import hand_offs

_IN_COLUMNS = ("id", "urgent", "created_at")
_PLAIN = ("state", "since", "until", "front", "apart", "wanted_agent", "wanted_unit", "note", "supervisor")


async def standing_of(connection: AsyncConnection, hand_off_id: str) -> Standing | None:
    """The hand-off, locked until the transaction ends."""
    this = select(hand_offs).where(hand_offs.c.id == hand_off_id).with_for_update()
    row = (await connection.execute(this)).one_or_none()
    return None if row is None else load_standing(row)


def standing_row(standing: Standing) -> dict[str, Any]:
    """Everything of the row but where it comes from and when it was first taken."""
    agent, hand_off = standing.agent, standing.hand_off
    body = asdict(hand_off)
    return {
        **{name: body.pop(name) for name in _IN_COLUMNS},
        "body": {**body, "summary": list(hand_off.summary), "slots": dict(hand_off.slots)},
        **{name: getattr(standing, name) for name in _PLAIN},
        "place": standing.place.at,
        "who": agent.who if agent else None,
        "agent": asdict(agent) if agent else None,
        "misfit": list(standing.misfit),
        "declined": {who: at.isoformat() for who, at in standing.declined.items()},
    }


def load_standing(row: Row[Any]) -> Standing:
    """What a row says."""
    plain = {name: _utc(getattr(row, name)) for name in _PLAIN}
    return Standing(
        hand_off=load_hand_off(row),
        agent=load_agent(row.agent) if row.agent else None,
        misfit=tuple(row.misfit),
        declined={who: datetime.fromisoformat(at) for who, at in row.declined.items()},
        **plain,
    )


def load_hand_off(row: Row[Any]) -> HandOff:
    """The hand-off of a row."""
    body = {**row.body, "summary": tuple(row.body["summary"])}
    return HandOff(id=row.id, urgent=row.urgent, created_at=_utc(row.created_at), **body)


def load_presence(row: Row[Any]) -> Presence:
    """What a row says of an agent, without how much they have."""
    return Presence(
        agent=load_agent(row.agent),
        state=row.state,
        since=_utc(row.since),
        heard_at=_utc(row.heard_at),
        supervisor=row.supervisor,
        asked_at=_utc(row.asked_at),
    )


def load_agent(body: Mapping[str, Any]) -> Agent:
    """The agent of a column."""
    lists = {name: tuple(body[name]) for name in ("languages", "units", "skills")}
    return Agent(who=body["who"], name=body["name"], most=body["most"], **lists)


def _utc(value: Any) -> Any:
    return value.astimezone(UTC) if isinstance(value, datetime) else value
