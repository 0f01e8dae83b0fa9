"""An agent closes a conversation: what they say became of it stays in its log and on the citizen's timeline."""

import asyncio
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from agents.reception.errors import UnknownConversation
from api.calls.advice_events import summary_event
from api.schemas.floor import WrapUpIn
from api.services.contact_ends import promises_in
from api.services.identities import Identities
from api.services.services import Services
from knowledge.languages import Language
from tools.appointments.keys import Pseudonym
from tools.citizens.timeline import OWN, Interaction, Promise
from tools.contacts.contact import NewEvent
from tools.errors import ContactNotFound
from tools.queues.floor import Standing

WRAP_UP = "wrap_up"
"""Kind of the event of a contact that says how an agent closed it."""


async def wrap_up(services: Services, identities: Identities, hand_off_id: str, who: str, said: WrapUpIn) -> Standing:
    """Close it; the same again changes nothing. Raises what the floor raises, and Busy."""
    conversation_id = (await services.chat.floor.find(hand_off_id)).hand_off.conversation_id
    # Read before it is closed: what was written to the agent is forgotten with it.
    person = said.citizen or (await identities.of_chat(conversation_id)).citizen
    closed = await services.chat.people.close(hand_off_id, who)
    told: dict[str, Any] = {"by": who, "disposition": said.disposition, "summary": said.summary, "citizen": person}
    told["promises"] = [asdict(one) for one in await _promises(services, conversation_id, said, person)]
    told["appointment"] = await _appointment(services, conversation_id)
    kept = await _kept(services, closed, told)
    await services.citizens.timelines.add(_interaction(closed, kept))
    return closed


async def _kept(services: Services, closed: Standing, told: dict[str, Any]) -> dict[str, Any]:
    """What was said first; of a conversation that is deleted already, what is said now."""
    contacts, conversation_id = services.chat.contacts, closed.hand_off.conversation_id
    key = f"{closed.hand_off.id}:{closed.since.isoformat()}:{WRAP_UP}"
    with suppress(ContactNotFound):
        await contacts.append(await contacts.find(conversation_id), [NewEvent(WRAP_UP, told, key)])
    stored = await contacts.by_key(conversation_id, key)
    return told if stored is None else dict(stored.data)


def _interaction(closed: Standing, told: dict[str, Any]) -> Interaction:
    person = told.get("citizen")
    return Interaction(
        system=OWN,
        reference=f"hand_off:{closed.hand_off.id}:{closed.since.isoformat()}",
        at=closed.since,
        channel="chat",
        person=None if person is None else Pseudonym(person),
        need=closed.hand_off.need,
        outcome=told["disposition"],
        summary=told["summary"],
        appointment=told.get("appointment"),
        agent=told["by"],
        promises=tuple(Promise(**one) for one in told.get("promises", ())),
    )


async def _promises(
    services: Services, conversation_id: str, said: WrapUpIn, person: str | None
) -> tuple[Promise, ...]:
    """Those that the agent names, else those of the summary; where nobody is known, no case could have them."""
    if said.promises is not None:
        return tuple(one.promise() for one in said.promises)
    transcript = await services.chat.contacts.transcript(conversation_id)
    if person is None or not transcript:
        return ()
    spoken: Language | None = next((one.language for one in reversed(transcript) if one.speaker == "citizen"), None)
    summarize, read = services.summaries.summarizer.summarize, services.settings.language
    return promises_in(summary_event(await asyncio.to_thread(summarize, transcript, spoken, read)))


async def _appointment(services: Services, conversation_id: str) -> str | None:
    """The one that was made in the conversation."""
    try:
        locator = (await services.chat.conversations.snapshot(conversation_id, as_written=True)).booked
    except UnknownConversation:
        return None
    found = await services.citizens.appointment(locator) if locator is not None else None
    return None if found is None else found.id
