"""What members of staff do with a conversation. It is kept apart from its turns: none is answered after one has it."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from agents.reception.attending import AgentWords
from agents.reception.errors import UnknownConversation
from agents.reception.turns.turn import TalkLine
from agents.reception.turns.waiting_words import NOTHING_KNOWN
from api.problems.errors import NotAttending
from api.services.conversations import ConversationService
from api.services.tokens import Staff
from api.services.turn_locks import TurnLocks
from knowledge.administration import Administration
from tools.appointments.book import Appointment
from tools.clock import Clock
from tools.offices.attention import opens_at
from tools.offices.calendar import Calendar
from tools.queues.call_backs import CallBack
from tools.queues.floor import Agent, Floor, Standing, Transfer
from tools.queues.hand_offs import HandOffQueue, Prospect


@dataclass(frozen=True, slots=True)
class Party:
    """Who uses a conversation: the citizen (``staff`` is None), who attends to them, or a supervisor.

    ``holds``: it is the agent who has it, to whom what the citizen writes is shown as it was written. ``theirs``: they
    have it or had it last. ``consulted``: a colleague who is asked about it, who may only read.
    """

    conversation_id: str
    staff: Staff | None = None
    holds: bool = False
    theirs: bool = False
    consulted: bool = False


@dataclass(frozen=True, slots=True)
class AttentionHours:
    """When the people of an administration attend."""

    administration: Administration
    calendar: Calendar
    clock: Clock

    def open_again(self) -> datetime | None:
        """Out of hours: when somebody is there again."""
        return opens_at(self.clock(), self.administration, self.calendar)


class People:
    """The floor and the conversations together."""

    def __init__(
        self,
        floor: Floor,
        hand_offs: HandOffQueue,
        conversations: ConversationService,
        locks: TurnLocks,
        hours: AttentionHours,
    ) -> None:
        self._floor, self._conversations, self._locks = floor, conversations, locks
        self._hand_offs, self._hours = hand_offs, hours

    async def party(self, conversation_id: str, staff: Staff) -> Party:
        """The member of staff, as long as the conversation is theirs. Supervisors may use all.

        Who had it last may still read it. Raises NotAttending, ToolUnavailable.
        """
        standing = await self._floor.of_conversation(conversation_id)
        holds = standing is not None and _holds(standing, staff.who)
        had = standing is not None and standing.state in ("returned", "closed") and _was_theirs(standing, staff.who)
        if not (holds or had or staff.role == "admin"):
            raise NotAttending(conversation_id)
        return Party(conversation_id, staff, holds, theirs=holds or had)

    async def standing(self, conversation_id: str) -> tuple[Standing | None, Prospect]:
        """Where the conversation stands, and what may be told to who waits."""
        standing = await self._floor.of_conversation(conversation_id)
        if standing is None or not standing.waits:
            return standing, NOTHING_KNOWN
        known = await self._hand_offs.prospect(standing.hand_off.id)
        return standing, replace(known, opens_at=self._hours.open_again())

    async def accept(self, hand_off_id: str, who: str) -> Standing:
        """Take it, and say so in the conversation. Raises what the floor raises, and Busy."""
        return await self._change(hand_off_id, lambda: self._floor.accept(hand_off_id, who))

    async def transfer(self, hand_off_id: str, who: str, transfer: Transfer) -> Standing:
        """Send it to another, and say so. Raises what the floor raises, and Busy."""
        return await self._change(hand_off_id, lambda: self._floor.transfer(hand_off_id, who, transfer))

    async def give_back(self, hand_off_id: str, who: str) -> Standing:
        """Give it to the assistant, which says so. Raises what the floor raises, and Busy."""
        return await self._change(hand_off_id, lambda: self._floor.end(hand_off_id, who, "returned"))

    async def close(self, hand_off_id: str, who: str) -> Standing:
        """End it, and say so. Raises what the floor raises, and Busy."""
        return await self._change(hand_off_id, lambda: self._floor.end(hand_off_id, who, "closed"))

    async def tell(self, conversation_id: str) -> None:
        """Say in the conversation who has it now, unless that was said. Raises UnknownConversation, Busy."""
        async with self._locks.turn(conversation_id):
            await self._conversations.tell_who_has_it(conversation_id)

    async def tell_of_call(self, call_back: CallBack) -> None:
        """Say in its conversation, while there is one, when they are called again, if they are. Raises Busy."""
        conversation_id = call_back.hand_off.conversation_id
        async with self._locks.turn(conversation_id):
            with suppress(UnknownConversation):
                await self._conversations.tell_of_call(conversation_id, call_back)

    async def say(self, party: Party, text: str, key: str, appointment: Appointment | None = None) -> TalkLine:
        """Say something to the citizen, with an appointment made for them.

        Raises NotAttending unless the conversation is the agent's now, and Busy.
        """
        assert party.staff is not None
        async with self._locks.turn(party.conversation_id):
            standing = await self._floor.of_conversation(party.conversation_id)
            if standing is None or not _may_speak(standing, party.staff):
                raise NotAttending(party.conversation_id)
            agent = await self._agent(party.staff.who)
            return await self._conversations.agent_says(
                party.conversation_id, AgentWords(agent, text, key, appointment)
            )

    async def _agent(self, who: str) -> Agent:
        """As they came in; a supervisor need not be at a desk."""
        here = (one.agent for one in await self._floor.present() if one.agent.who == who)
        return next(here, Agent(who, who, self._hours.administration.languages))

    async def _change(self, hand_off_id: str, change: Callable[[], Awaitable[Standing]]) -> Standing:
        conversation_id = (await self._floor.find(hand_off_id)).hand_off.conversation_id
        async with self._locks.turn(conversation_id):
            standing = await change()
            with suppress(UnknownConversation):  # a hand-off is kept longer than its conversation
                await self._conversations.tell_who_has_it(conversation_id)
        return standing


def _was_theirs(standing: Standing, who: str) -> bool:
    return standing.agent is not None and standing.agent.who == who


def _holds(standing: Standing, who: str) -> bool:
    return standing.state == "held" and _was_theirs(standing, who)


def _may_speak(standing: Standing, staff: Staff) -> bool:
    """Where an agent has it, a supervisor may join them."""
    return standing.state == "held" and (_was_theirs(standing, staff.who) or staff.role == "admin")
