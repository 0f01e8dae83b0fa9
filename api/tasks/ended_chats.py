"""Conversations that nobody goes on with leave an interaction, and are deleted."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import structlog

from agents.reception.errors import UnknownConversation
from agents.reception.turns.ended import ChatEnd
from agents.summary.summarizing import Summarizing
from api.calls.advice_events import summary_event
from api.services.contact_ends import promises_in, reason_in
from api.services.identities import Identities
from knowledge.languages import Language
from tools.citizens.timeline import OWN, Interaction
from tools.contacts.contact import Transcript
from tools.errors import ToolUnavailable

_log = structlog.get_logger("api.ended_chats")


class KeptChats(Protocol):
    """The states of conversations. Methods raise ToolUnavailable."""

    async def ended(self, life: timedelta) -> list[str]:
        """Conversations in which nothing was said for so long."""
        ...

    async def forget_ended(self, life: timedelta, ids: Sequence[str] | None = None) -> None:
        """Delete them; with ``ids``, only those."""
        ...


class EndingChats(Protocol):
    """Conversations, as this needs them."""

    async def end_of(self, conversation_id: str) -> ChatEnd | None:
        """What became of it; None when nothing was said to it. Raises UnknownConversation, ToolUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class EndedChats:
    """``language``: in which agents read what is left. ``life``: how long nothing was said in what has ended."""

    kept: KeptChats
    conversations: EndingChats
    identities: Identities
    summarizer: Summarizing
    language: Language
    life: timedelta

    async def settle(self) -> None:
        """A process that dies in the middle leaves the rest for the next time. Raises ToolUnavailable."""
        ended = await self.kept.ended(self.life)
        for conversation_id in ended:
            try:
                await self._leave(conversation_id)
            except ToolUnavailable:
                raise
            except Exception as error:  # what cannot be read is deleted in time all the same
                _log.warning("nothing left of a conversation", reason=type(error).__name__)
        await self.kept.forget_ended(self.life, ended)

    async def _leave(self, conversation_id: str) -> None:
        """What an agent closed, or still has, leaves what that agent says of it."""
        standing = await self.identities.chat.floor.of_conversation(conversation_id)
        if standing is not None and standing.state in ("held", "closed"):
            return
        try:
            end = await self.conversations.end_of(conversation_id)
        except UnknownConversation:  # another process was here
            return
        transcript = await self.identities.chat.contacts.transcript(conversation_id)
        if end is not None and transcript:
            await self.identities.citizens.timelines.add(await self._interaction(conversation_id, end, transcript))

    async def _interaction(self, conversation_id: str, end: ChatEnd, transcript: Transcript) -> Interaction:
        """Of nobody that is known no words are kept."""
        person = (await self.identities.of_chat(conversation_id)).citizen
        find = self.identities.citizens.appointment
        made = await find(end.locator) if end.locator is not None else None
        summary = {} if person is None else await asyncio.to_thread(self._summary, transcript)
        return Interaction(
            system=OWN,
            reference=f"chat:{conversation_id}",
            at=transcript[-1].at,
            channel="chat",
            person=person,
            need=end.need,
            outcome=end.outcome,
            summary=reason_in(summary),
            appointment=None if made is None else made.id,
            promises=promises_in(summary),
        )

    def _summary(self, transcript: Transcript) -> dict[str, object]:
        spoken = next((one.language for one in reversed(transcript) if one.speaker == "citizen"), None)
        return summary_event(self.summarizer.summarize(transcript, spoken, self.language))
