"""A conversation over PostgreSQL whose process ends itself, as a power cut would, at a boundary of its choice."""

import asyncio
import gc
import json
import multiprocessing
import os
import uuid
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypedDict

from langgraph.runtime import Runtime

from agents.reception.checkpoints import Checkpoints, ReportingSaver
from agents.reception.conversation import Conversations
from agents.reception.graph import Node, Reception, build_reception
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State
from agents.reception.turns.turn import Turn
from agents.understanding.reading import Reading
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import MENTIONS, NOW
from tests.agents.conftest import Archive, Queue
from tests.fakes.gap_log import MemoryGapLog
from tests.fakes.scripted_reader import ScriptedReader
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.gaps.gaps import GapKeeper
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules

KILLED = 137


class Countdown:
    """Ends the process at the given boundary; with none it only counts."""

    def __init__(self, at: int | None = None) -> None:
        self.at, self.passed = at, 0

    def __call__(self) -> None:
        self.passed += 1
        if self.passed == self.at:
            os._exit(KILLED)

    def around(self, _: str, node: Node) -> Node:
        """Boundaries before and after a node."""

        @wraps(node)
        async def stepped(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
            return await self.both(node(state, runtime))

        return stepped

    async def both(self, work: Awaitable[Any]) -> Any:
        self()
        result = await work
        self()
        return result


class MortalSaver(ReportingSaver):
    """The checkpointer, with a boundary before and after it writes."""

    countdown: Countdown

    async def aput(self, *args: Any, **kwargs: Any) -> Any:
        return await self.countdown.both(super().aput(*args, **kwargs))


class MortalMemory:
    """The memory of the conversations, with a boundary before and after it forgets."""

    def __init__(self, checkpoints: Checkpoints, countdown: Countdown) -> None:
        self._checkpoints, self._countdown = checkpoints, countdown

    async def last_said(self, conversation_id: str) -> str | None:
        return await self._checkpoints.last_said(conversation_id)

    async def forget_history(self, conversation_id: str) -> None:
        await self._countdown.both(self._checkpoints.forget_history(conversation_id))


class MortalLog(PostgresContactLog):
    """The log of contacts, with a boundary before and after it writes."""

    countdown: Countdown

    async def append(self, *args: Any, **kwargs: Any) -> Any:
        return await self.countdown.both(super().append(*args, **kwargs))


class Told(TypedDict):
    """What the citizen was told in a turn, and how many boundaries the turn had."""

    step: str
    text: str
    locator: str | None
    boundaries: int


@dataclass(frozen=True)
class Dialogue:
    """What one citizen says, as texts and their readings; ``notes`` is the citizen's own record, a file."""

    said: tuple[str, ...]
    readings: dict[str, Reading]
    notes: Path
    url: str

    def told(self) -> list[Told]:
        return [json.loads(line) for line in self._lines()[1:]]

    @property
    def conversation_id(self) -> str:
        return self._lines()[0]

    def _lines(self) -> list[str]:
        return self.notes.read_text(encoding="utf-8").splitlines()

    def note(self, line: str) -> None:
        with self.notes.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def say_all(self) -> None:
        """Undisturbed, in this process: what is built on the way is there for those that are forked from it."""
        _say([self], len(self.said), None)


def go_on(dialogues: Sequence[Dialogue], until: int, at: int | None = None) -> int | None:
    """Say what is not answered yet, each up to turn ``until``, in a process of its own. Its exit code.

    The process ends itself at boundary ``at`` of its first turn.
    """
    process = multiprocessing.get_context("fork").Process(target=_say, args=(dialogues, until, at))
    gc.freeze()  # looking for garbage writes to every object, and each page written to is copied for the new process
    process.start()
    gc.unfreeze()
    process.join()
    return process.exitcode


def _say(dialogues: Sequence[Dialogue], until: int, at: int | None) -> None:
    asyncio.run(_take_turns(dialogues, until, at))


async def _take_turns(dialogues: Sequence[Dialogue], until: int, at: int | None) -> None:
    database = Database.connect(dialogues[0].url)
    checkpoints = await Checkpoints.open(database.url)
    countdown, graph = _reception()
    saver = MortalSaver(checkpoints.saver.conn)
    saver.countdown = countdown
    reception = graph.copy(update={"checkpointer": saver})
    log = MortalLog(database, PostgresEventBus(database))
    log.countdown = countdown
    for dialogue in dialogues:
        conversations = Conversations(reception, _deps(dialogue, database), MortalMemory(checkpoints, countdown), log)
        if not dialogue.notes.exists():
            dialogue.note((await conversations.open("es"))[0])
        name = dialogue.conversation_id
        answered = len(dialogue.told())
        countdown.at = at
        for number, text in list(enumerate(dialogue.said))[answered:until]:
            countdown.passed = 0
            turn = await conversations.reply(name, text, key=f"message {number}")
            dialogue.note(json.dumps(_told(turn, countdown.passed), ensure_ascii=False))
    await checkpoints.close()
    await database.close()


def _told(turn: Turn, boundaries: int) -> Told:
    return {
        "step": turn.step,
        "text": "\n".join(message.text for message in turn.messages),
        "locator": turn.appointment.locator if turn.appointment else None,
        "boundaries": boundaries,
    }


@cache
def _reception() -> tuple[Countdown, Reception]:
    """Put together once too; a process counts for itself."""
    countdown = Countdown()
    return countdown, build_reception(shipped.MemorySaver(), countdown.around)


@cache
def _slots() -> SlotSpace:
    """Worked out once in the process of the test: each of those killed would do it again."""
    return SlotSpace(shipped.offices(), shipped.calendar(), BookingRules())


def _deps(dialogue: Dialogue, database: Database) -> Deps:
    knowledge_base, slots = shipped.knowledge_base(), _slots()
    waiting = PostgresWaitingList(database, slots, fixed(NOW), WaitingRules(b"secret", by_email=True))
    return Deps(
        administration=SEGURIDAD_SOCIAL,
        catalogue=knowledge_base.catalogue, knowledge_base=knowledge_base, reader=ScriptedReader(dialogue.readings),
        book=PostgresAppointmentBook(database, slots, fixed(NOW), b"secret"), offices=shipped.offices(),
        calendar=shipped.calendar(),
        places=shipped.places(), hand_offs=Queue(), citations=Archive(),
        gaps=GapKeeper(MemoryGapLog(), fixed(NOW), days=180), phrases=shipped.phrases(),
        mentions=MENTIONS, clock=fixed(NOW),
        new_id=lambda: uuid.uuid4().hex, waiting_list=waiting,
    )  # fmt: skip
