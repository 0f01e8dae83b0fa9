"""What agents and citizens do with a call-back that is promised."""

from dataclasses import dataclass, replace
from datetime import datetime

from agents.reception.turns.call_words import free_windows, room_in
from agents.reception.turns.deps import Deps
from api.services.people import People
from tools.errors import CallBackNotFound, HandOffTaken, UnknownSlot
from tools.queues.call_backs import CallBack, CallBacks
from tools.queues.floor import Floor
from tools.queues.hand_offs import CALL_BACK, HandOffQueue
from tools.spans import Span


@dataclass(frozen=True, slots=True)
class CallingService:
    """Every method may raise ToolUnavailable; those with an id, CallBackNotFound."""

    deps: Deps
    call_backs: CallBacks
    hand_offs: HandOffQueue
    floor: Floor
    people: People

    async def open(self) -> tuple[CallBack, ...]:
        """All that are to be made, by window."""
        return await self.call_backs.open()

    async def of(self, call_back_id: str, phone: str) -> CallBack:
        """The one that is to be made, for whoever knows its telephone too."""
        found = await self.call_backs.find(call_back_id)
        if not found.is_open or _digits(found.phone) != _digits(phone):
            raise CallBackNotFound(call_back_id)
        return found

    async def windows(self, call_back: CallBack) -> tuple[Span, ...]:
        """Those it may be moved to."""
        hand_off = call_back.hand_off
        return await free_windows(hand_off.unit, hand_off.language, self.deps)

    async def move(self, call_back: CallBack, begins: datetime) -> CallBack:
        """Give it another window. Raises UnknownSlot, WindowFull."""
        window = next((one for one in await self.windows(call_back) if one.begins == begins), None)
        if window is None:
            raise UnknownSlot(begins.isoformat())
        moved = replace(call_back, window=window, state="kept")
        await self.call_backs.keep(moved, room_in(call_back.hand_off.language, self.deps))
        await self.hand_offs.withdraw(call_back.id)
        return moved

    async def cancel(self, call_back: CallBack) -> CallBack:
        """Call nobody."""
        cancelled = await self.call_backs.settle(call_back.id, "cancelled")
        await self.hand_offs.withdraw(call_back.id)
        return cancelled

    async def held(self, call_back_id: str, who: str) -> CallBack:
        """The one that an agent is making. Raises HandOffNotFound, HandOffTaken."""
        standing = await self.floor.find(call_back_id)
        if not (standing.state == "held" and standing.is_with(who) and standing.hand_off.reason == CALL_BACK):
            raise HandOffTaken(call_back_id)
        return await self.call_backs.find(call_back_id)

    async def not_reached(self, call_back_id: str, who: str) -> CallBack:
        """Nobody answered: they are called in the next window with room, or no more. The citizen is told in the chat.

        Raises what ``held`` raises, and Busy.
        """
        found = await self.held(call_back_id, who)
        after = replace(found, tries=found.tries + 1, state="kept")
        rules, free = self.deps.administration.call_backs, await self.windows(found)
        if rules is not None and after.tries < rules.tries and free:
            after = replace(after, window=free[0])
            await self.call_backs.keep(after, room_in(found.hand_off.language, self.deps))
        else:
            after = replace(await self.call_backs.settle(call_back_id, "unreached"), tries=after.tries)
        await self.people.close(call_back_id, who)
        await self.people.tell_of_call(after)
        return after

    async def reached(self, call_back_id: str) -> None:
        """The agent has dealt with it."""
        await self.call_backs.settle(call_back_id, "reached")


def _digits(phone: str) -> str:
    """The last nine: with or without the prefix of the country it is the same telephone."""
    return "".join(letter for letter in phone if letter.isdigit())[-9:]
