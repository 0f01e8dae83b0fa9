"""What is left of conversations that nobody goes on with, and that they are deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from agents.reception.errors import UnknownConversation
from agents.reception.turns.ended import ChatEnd
from api.services.identities import Identities
from api.services.services import Services
from api.tasks.ended_chats import EndedChats
from tests.api.fakes import NOW, make_citizens, make_services
from tests.fakes.timelines import MemoryTimelines
from tools.citizens.identity import ContactIdentity
from tools.citizens.timeline import Interaction
from tools.contacts.contact import Contact, Utterance, utterance_event
from tools.errors import ToolUnavailable

LIFE = timedelta(hours=2)
END = ChatEnd("jubilacion_ordinaria", "pending", None)


@dataclass
class Chats:
    """Implements ``KeptChats`` and ``EndingChats``."""

    ends: Mapping[str, ChatEnd | Exception | None]
    gone: list[str] = field(default_factory=list)

    async def ended(self, life: timedelta) -> list[str]:
        return list(self.ends)

    async def forget_ended(self, life: timedelta, ids: Sequence[str] | None = None) -> None:
        self.gone += ids or ()

    async def end_of(self, conversation_id: str) -> ChatEnd | None:
        if isinstance(end := self.ends[conversation_id], Exception):
            raise end
        return end


@pytest.fixture
def timelines() -> MemoryTimelines:
    return MemoryTimelines()


@pytest.fixture
def services(timelines: MemoryTimelines) -> Services:
    return replace(make_services(), citizens=make_citizens(timelines))


async def settle(services: Services, chats: Chats, known: bool = False) -> None:
    identities = Identities(services.chat, services.calls.record, services.citizens, services.clock)
    for conversation_id in chats.ends:
        contact = Contact(conversation_id, "chat", NOW, "es")
        await services.chat.contacts.append(contact, [utterance_event(Utterance("citizen", "¿Y ahora?", NOW, "es"))])
        if known:
            person = services.citizens.pseudonym("12345678Z")
            await identities.check(contact, ContactIdentity(person, "verified", "questions", "ana"))
    await EndedChats(chats, chats, identities, services.summaries.summarizer, "es", LIFE).settle()


async def test_a_chat_of_nobody_leaves_what_it_was_about_and_no_words(
    services: Services, timelines: MemoryTimelines
) -> None:
    chats = Chats({"a": END})
    for _ in range(2):
        await settle(services, chats)
    assert timelines.all == (Interaction("isac", "chat:a", NOW, "chat", None, "jubilacion_ordinaria", "pending"),)
    assert chats.gone == ["a", "a"]


async def test_a_chat_of_somebody_leaves_a_summary_and_opens_their_case(
    services: Services, timelines: MemoryTimelines
) -> None:
    await settle(services, Chats({"a": END}), known=True)
    person = services.citizens.pseudonym("12345678Z")
    (case,) = await services.citizens.cases.of(person)
    (one,) = timelines.all
    assert (case.interactions, one.person, bool(one.summary), one.agent) == ((one.name,), person, True, None)


async def test_where_nothing_was_said_or_what_was_cannot_be_read_nothing_is_left_and_all_is_deleted(
    services: Services, timelines: MemoryTimelines
) -> None:
    chats = Chats({"a": None, "b": UnknownConversation("b"), "c": RuntimeError("broken"), "d": END})
    await settle(services, chats)
    assert [one.reference for one in timelines.all] == ["chat:d"]
    assert chats.gone == ["a", "b", "c", "d"]


async def test_nothing_is_deleted_while_what_is_left_cannot_be_kept(services: Services) -> None:
    chats = Chats({"a": ToolUnavailable("away")})
    with pytest.raises(ToolUnavailable):
        await settle(services, chats)
    assert chats.gone == []
