"""What a conversation was taken to be, put right by the agent who has it: need, language, danger.

It holds from then on for the floor, the assistant, the summary and the timeline. What it was before stays in the
contact, as a case for a person to look at: nothing learns from it by itself.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from agents.phrases.phrases import Phrases
from agents.reception.turns.packet import summary_put_right
from agents.routing.rules import unit_of
from agents.understanding.shared.labels import DANGERS
from api.problems.errors import NotAttending
from api.services.chat import ChatServices
from api.services.desk import AuditTrail
from api.services.tokens import Staff
from knowledge.administration import Administration
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from tools.audit import Actor, AuditRecord
from tools.contacts.contact import READING, ContactEvent, NewEvent
from tools.queues.floor import PutRight, Standing
from tools.queues.hand_offs import HandOff, Reason

_ASKED: Reason = "asked"
_KEPT = ("need", "language", "reason")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be put right; what is not ``named`` stays. ``danger``: None where nobody is in any."""

    named: frozenset[str]
    need: str | None = None
    language: Language | None = None
    danger: Reason | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """Changes how conversations are read. Each change is in the audit before it is made."""

    chat: ChatServices
    trail: AuditTrail
    administration: Administration
    catalogue: Catalogue
    phrases: Phrases

    async def put_right(self, conversation_id: str, staff: Staff, wish: Wish) -> Standing:
        """As it stands then. The same again changes nothing, and mends what a failure left half done.

        Raises NotAttending when it is not with them, UnknownConversation, Busy, ToolUnavailable.
        """
        chat = self.chat
        async with chat.turn_locks.turn(conversation_id):
            standing = await chat.floor.of_conversation(conversation_id)
            if standing is None or standing.state != "held" or not standing.is_with(staff.who):
                raise NotAttending(conversation_id)
            events = [one for one in await chat.contacts.events(conversation_id) if one.kind == READING]
            reading = self._reading(standing.hand_off, wish, events)
            if (told := _event(standing.hand_off, reading, staff.who, events)) is not None:
                await self._note(conversation_id, staff, told)
                await chat.contacts.append(await chat.contacts.find(conversation_id), [told])
            await chat.conversations.put_right(conversation_id, reading)
            return await chat.floor.put_right(standing.hand_off.id, staff.who, reading)

    async def _note(self, conversation_id: str, staff: Staff, told: NewEvent) -> None:
        before, after = told.data["before"], {"conversation": conversation_id, **told.data["after"]}
        record = AuditRecord("correct", before=before, after=after)
        await self.trail.note(Actor(staff.who, staff.role, ""), record)

    def _reading(self, now: HandOff, wish: Wish, events: list[ContactEvent]) -> PutRight:
        new = replace(
            now,
            need=wish.need if "need" in wish.named else now.need,
            language=wish.language or now.language,
            reason=_reason(now, wish.danger, events) if "danger" in wish.named else now.reason,
            urgent=wish.danger is not None if "danger" in wish.named else now.urgent,
        )
        need = self.catalogue.get(new.need) if new.need else None
        unit = unit_of(need, self.administration) if new.need != now.need else now.unit
        summary = summary_put_right(now, new, self.phrases, self.catalogue)
        return PutRight(new.need, unit, new.language, new.reason, new.urgent, summary)


def _reason(now: HandOff, danger: Reason | None, events: list[ContactEvent]) -> Reason:
    """Without danger it is why they came, where that was another reason."""
    if danger is not None or now.reason not in DANGERS:
        return danger or now.reason
    others: list[Reason] = [one.data["before"]["reason"] for one in events]
    return next((one for one in reversed(others) if one not in DANGERS), _ASKED)


def _event(now: HandOff, reading: PutRight, who: str, events: list[ContactEvent]) -> NewEvent | None:
    """None where nothing changes, or where the event is there already: then only what follows it failed."""
    before, after = _kept(asdict(now)), _kept(asdict(reading))
    if before == after or (events and (events[-1].data["before"], events[-1].data["after"]) == (before, after)):
        return None
    return NewEvent(READING, {"by": who, "before": before, "after": after})


def _kept(reading: Mapping[str, Any]) -> dict[str, Any]:
    danger = reading["reason"] if reading["urgent"] else None
    return {**{name: reading[name] for name in _KEPT}, "danger": danger}
