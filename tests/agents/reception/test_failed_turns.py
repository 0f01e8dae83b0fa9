"""A turn that fails in any of its nodes leaves the conversation as it was, and saying it again is saying it once."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

import pytest

from agents.reception.conversation import Conversations
from agents.reception.graph import Node, build_reception
from agents.reception.turns.turn import Turn
from tests.agents.conftest import MemorySaver, Queue, reading
from tests.agents.reception.test_unsure import ShakyBook
from tests.agents.reception.test_waiting_dialogue import SCRIPT, fill
from tests.books import OpenBook
from tests.embedded import empty
from tests.fakes.contact_log import MemoryContactLog
from tools.errors import HoldExpired, ToolUnavailable
from tools.ids import LOCATOR_ALPHABET, LOCATOR_LENGTH

SAID = SCRIPT | {
    "hola": reading("greeting"),
    "cómo se pide": reading("question", need="jubilacion_ordinaria", aspect="how"),
    "cita o cambio": reading("question", need="cita_modificar", confidence=0.40),
    "persona": reading("person"),
    "anular": reading("cancel", need="cita_modificar"),
    "no la quiero": reading("cancel"),
}
BOOKED = ("cita", "la primera", "mi DNI", "sí")
DIALOGUES = {
    "talked": ("hola", "cómo se pide", "cita o cambio", "persona", "adiós"),
    "booked": (*BOOKED, "anular", "sí"),
    "given up": (*BOOKED[:3], "no la quiero", *BOOKED[:2], "adiós"),
    "unsure": (*BOOKED, "hola"),
    "waiting": ("lista de espera para jubilarme", "mi DNI", "mi correo", "sí"),
}
ERRORS = [ToolUnavailable("the archive"), HoldExpired("of a tool"), KeyError("ours"), TimeoutError("of a library")]
"""What goes on around a node asks of none what it is: each boundary fails with one, those of a node with one after
another.
"""
LOCATOR = re.compile(f"[{LOCATOR_ALPHABET}]{{{LOCATOR_LENGTH}}}")


@dataclass
class Failing:
    """Ends a turn with an error at boundary ``at``: before a node, or after it, its result lost."""

    at: int | None = None
    error: Exception = field(default_factory=RuntimeError)
    passed: list[str] = field(default_factory=list)

    def around(self, name: str, node: Node) -> Node:
        async def failing(state: Any, runtime: Any) -> dict[str, Any]:
            self._pass(name)
            changed = await node(state, runtime)
            self._pass(name)
            return changed

        return failing

    def begin(self, at: int | None, error: Exception) -> None:
        self.at, self.error, self.passed = at, error, []

    def _pass(self, name: str) -> None:
        self.passed.append(name)
        if len(self.passed) == self.at:
            raise self.error


class Citizen:
    """A conversation over an empty book, with a queue of its own; each message carries a key, as the page's do."""

    def __init__(self, talk: Callable[..., Any], book: OpenBook, failing: Failing, *writes: str) -> None:
        self._book, self._queue, self._saver = ShakyBook(book, *writes), Queue(), MemorySaver()
        self.failing = failing
        deps = talk(SAID, book=self._book, hand_offs=self._queue, waiting_list=book.waiting_list()).deps
        self._talks = Conversations(build_reception(self._saver, failing.around), deps, self, MemoryContactLog())

    async def open(self) -> None:
        await self._book.inner.database.run(empty)
        await fill(self._book.inner)
        self._id, _ = await self._talks.open("es")

    async def say(self, text: str, key: str, at: int | None = None, error: Exception = ERRORS[0]) -> Turn:
        self.failing.begin(at, error)
        return await self._talks.reply(self._id, text, key)

    async def kept(self) -> dict[str, Any]:
        checkpoint = await self._saver.aget({"configurable": {"thread_id": self._id}})
        assert checkpoint is not None
        return checkpoint["channel_values"]

    async def done(self) -> tuple[int, int]:
        return await self._book.count(), len(self._queue.waits)

    async def last_said(self, conversation_id: str) -> str | None:
        return (await self.kept()).get("said")

    async def forget_history(self, conversation_id: str) -> None:
        return None


def told(turn: Turn) -> tuple[str, str]:
    """What the citizen is told, but for locators, which are drawn."""
    return turn.step, LOCATOR.sub("…", "\n".join(message.text for message in turn.messages))


@pytest.fixture
def citizen(talk: Callable[..., Any], book: OpenBook) -> Callable[..., Citizen]:
    def new(dialogue: str, failing: Failing) -> Citizen:
        return Citizen(talk, book, failing, *(["done"] * 99 if dialogue == "unsure" else []))

    return new


async def said(one: Citizen, dialogue: str) -> list[tuple[tuple[str, str], list[str]]]:
    """Of each turn what was told, and the nodes it passed, each twice."""
    await one.open()
    texts = enumerate(DIALOGUES[dialogue])
    return [(told(await one.say(text, f"message {number}")), one.failing.passed) for number, text in texts]


@pytest.mark.parametrize("dialogue", DIALOGUES)
async def test_a_turn_that_fails_in_any_node_is_not_kept_and_said_again_it_is_answered(
    citizen: Callable[..., Citizen], dialogue: str
) -> None:
    unharmed, harmed = citizen(dialogue, Failing()), citizen(dialogue, Failing())
    errors = defaultdict[str, Any](lambda: cycle(ERRORS))
    expected = await said(unharmed, dialogue)
    done = await unharmed.done()
    await harmed.open()
    for number, (text, (turn, passed)) in enumerate(zip(DIALOGUES[dialogue], expected, strict=True)):
        key, before = f"message {number}", await harmed.kept()
        for boundary, node in enumerate(passed, start=1):
            error = next(errors[node])
            with pytest.raises(type(error)):
                await harmed.say(text, key, at=boundary, error=error)
            assert await harmed.kept() == before
        assert told(await harmed.say(text, key)) == turn
        assert told(await harmed.say(text, key)) == turn
    assert await harmed.done() == done


async def test_every_node_is_among_those_that_fail(citizen: Callable[..., Citizen]) -> None:
    turns = [turn for dialogue in DIALOGUES for turn in await said(citizen(dialogue, Failing()), dialogue)]
    passed = {name for _, names in turns for name in names}
    # "listen" is passed only while a person has the conversation: test_with_person.py has its failures.
    # Not passed here: "listen", while a person has the conversation (test_with_person.py has its failures), and "call"
    # (test_call_backs.py).
    assert passed == {*build_reception(MemorySaver()).nodes} - {"__start__", "listen", "call"}
