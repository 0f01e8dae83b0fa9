"""Translations between a citizen and the agent who has the conversation: kept beside what was said, for both."""

import asyncio
import logging
from dataclasses import dataclass, field

from agents.reception.turns.transcript import line_of
from agents.translation.translator import Original, Translator
from knowledge.languages import Language
from tools.contacts.contact import UTTERANCE, NewEvent
from tools.contacts.contact_log import ContactLog
from tools.errors import ToolError
from tools.queues.floor import Floor
from tools.queues.person import PERSON

TRANSLATION = "translation"
"""Kind of the event: ``of`` is the number of what was said; without ``text`` there is no translation to be shown."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Translations:
    """Made after what was said has been told: nobody waits for a model. Without a ``translator`` there are none."""

    contacts: ContactLog
    floor: Floor
    translator: Translator | None = None
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    def begin(self, conversation_id: str) -> None:
        """Translate what is not translated yet of what was said since a person has the conversation."""
        if self.translator is None:
            return
        task = asyncio.create_task(self.catch_up(conversation_id))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def catch_up(self, conversation_id: str) -> None:
        """Each once: an event has the key of what it translates."""
        try:
            await self._catch_up(conversation_id)
        except ToolError as error:
            _log.warning("not translated: %s", error.code)

    async def close(self) -> None:
        """Leave what is not done."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _catch_up(self, conversation_id: str) -> None:
        standing = await self.floor.of_conversation(conversation_id)
        if self.translator is None or standing is None or standing.state != "held" or standing.agent is None:
            return
        events = await self.contacts.events(conversation_id)
        done = {event.data["of"] for event in events if event.kind == TRANSLATION}
        contact = await self.contacts.find(conversation_id)
        joined = max((one.number for one in events if one.kind == PERSON and one.data["state"] == "held"), default=0)
        for event in events:
            if event.kind != UTTERANCE or event.number in done or event.number < joined:
                continue
            said = line_of(event, {}).said
            target = _target(said.speaker, said.language, standing.hand_off.language, standing.agent.languages)
            if target is None or said.language is None:
                continue
            text = await self.translator.translate(Original(said.text, said.language, target, conversation_id))
            data = {"of": event.number, "language": target, "text": text}
            await self.contacts.append(contact, [NewEvent(TRANSLATION, data, f"{TRANSLATION}:{event.number}")])


def _target(
    speaker: str, language: Language | None, citizens: Language, agents: tuple[Language, ...]
) -> Language | None:  # fmt: skip
    """The language that the other one reads; None where they read what was written."""
    if speaker == "citizen":
        return None if language in agents else agents[0]
    if speaker == "agent":
        return None if language == citizens else citizens
    return None
