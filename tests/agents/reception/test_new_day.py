"""The first turn of a day does not hold up everybody else while the day's corpus is built."""

import threading
from copy import copy
from dataclasses import replace
from datetime import date, timedelta

from agents.reception.conversation import Conversations
from knowledge.search.knowledge_base import DailyIndex, KnowledgeBase
from tests import shipped
from tests.agents.builders import NOW
from tests.agents.conftest import MemorySaver, reading
from tests.agents.reception.test_checkpoints import Remembering
from tests.fakes.contact_log import MemoryContactLog
from tools.clock import fixed

TOMORROW = NOW + timedelta(days=1)


async def test_the_library_of_a_new_day_is_built_beside_the_conversations(talk, knowledge_base: KnowledgeBase) -> None:
    own, today, builders = copy(knowledge_base), knowledge_base.on(NOW.date()), []

    def build(day: date) -> DailyIndex:
        builders.append((day, threading.current_thread() is threading.main_thread()))
        return replace(today, day=day)

    own._build = build  # type: ignore[method-assign]
    deps = talk({"gracias": reading("thanks")}, knowledge_base=own, clock=fixed(TOMORROW)).deps
    conversations = Conversations(shipped.reception(MemorySaver()), deps, Remembering(), MemoryContactLog())
    conversation_id, _ = await conversations.open("es")
    await conversations.reply(conversation_id, "gracias")
    assert builders == [(TOMORROW.date(), False)]
