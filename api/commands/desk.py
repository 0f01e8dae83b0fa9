"""``isac desk``: days of an office that close, and tokens for staff."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from zoneinfo import ZoneInfo

from api.commands.db import opened_database
from api.services.desk import DeskServices
from api.services.tokens import Role
from api.settings.agendas import require_own_agenda
from api.settings.settings import load_settings
from api.wiring.booking import build_slots
from api.wiring.desk import build_desk, build_notices
from knowledge.administration import load_administration
from tools.appointments.staff_view import DeskAppointment
from tools.audit import Actor
from tools.clock import LocalClock, system_clock
from tools.errors import ToolRefused
from tools.offices.offices import Office
from tools.reading.masking import mask
from tools.store.events import PostgresEventBus
from tools.store.signing_keys import signing_key


async def close(office_id: str, day: date, reason: str, who: str) -> int:
    """Close a day; one line for each person, 1 when somebody has to be called. Raises ToolUnavailable, ToolRefused."""
    require_own_agenda(load_settings())
    async with _opened(office_id) as (parts, office):
        if day < system_clock().astimezone(ZoneInfo(office.timezone)).date():
            raise ToolRefused(f"{day} has passed")
        closing = await parts.closures.close(office, day, Actor(who, "admin", mask(reason)))
    lines = [f"moved to   {_told(one)}" for one in closing.moved]
    lines += [f"to be called {_told(one)}" for one in closing.unplaced]
    lines.append(f"{office_id} closes on {day}: {len(closing.moved)} moved, {len(closing.unplaced)} to be called")
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if closing.unplaced else 0


async def reopen(office_id: str, day: date, reason: str, who: str) -> None:
    """Offer a day again. Raises ToolUnavailable, ToolRefused."""
    async with _opened(office_id) as (parts, office):
        await parts.closures.reopen(office, day, Actor(who, "admin", mask(reason)))
    sys.stdout.write(f"{office_id} opens on {day}\n")


async def token(who: str, role: Role) -> None:
    """A token for a member of staff, good as long as the settings say. Raises ToolUnavailable."""
    from api.wiring.tokens import build_tokens

    async with opened_database() as database:
        tokens = await build_tokens(load_settings(), database, system_clock)
    sys.stdout.write(f"{tokens.for_role(role, who)}\n")


@asynccontextmanager
async def _opened(office_id: str) -> AsyncIterator[tuple[DeskServices, Office]]:
    settings = load_settings()
    administration = load_administration(settings.administration)
    slots, clock = build_slots(settings, administration), LocalClock(system_clock, administration.zone)
    office = slots.office(office_id)
    if office is None:
        raise ToolRefused(f"there is no office {office_id}")
    async with opened_database() as database:
        secret = await signing_key(database)
        notices = build_notices(settings, PostgresEventBus(database))
        yield build_desk(slots, database, notices, secret, clock), office


def _told(one: DeskAppointment) -> str:
    reach = " ".join(part for part in (one.name, one.phone, one.email) if part)
    slot = one.shown.slot
    return f"{one.shown.locator} {slot.starts_at:%Y-%m-%d %H:%M} ({slot.channel}) {reach}".rstrip()
