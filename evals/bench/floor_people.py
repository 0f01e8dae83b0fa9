"""Citizens who ask for a person and talk with them, and agents who take what is offered: over HTTP."""

import asyncio
import random
import time
from collections.abc import Callable, Collection
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from evals.bench.floor_line import ServerEvent, ServerLine
from evals.bench.floor_record import Listener, Record, SaidLine, Talk
from knowledge.languages import Language

NewLine = Callable[[dict[str, str]], ServerLine]
WORDS: dict[Language, tuple[str, str, str]] = {
    "es": ("quiero hablar con una persona", "le pregunto {}", "le respondo {}"),
    "eu": ("pertsona batekin hitz egin nahi dut", "galdera {}", "erantzuna {}"),
}
"""By language: asking for a person, what the citizen says and what the agent says."""
_THINKS_S = (2.0, 4.0)
_TALKS_S = (8.0, 16.0)
_COMES_AFTER_S = (0.0, 3.0)
_HEARD_OF_S = 10.0
_GONE = ("waiting", "closed", "returned")
_PATIENCE_S = 30.0
"""For what was said to arrive, before it counts as never heard."""


def bearer(token: str) -> dict[str, str]:
    """The header of a token."""
    return {"Authorization": f"Bearer {token}"}


@dataclass(frozen=True, slots=True)
class FloorCitizen:
    """Asks for a person, talks while one is there, and comes again."""

    number: int
    language: Language
    line: NewLine
    record: Record

    async def come(self, until: float) -> None:
        """Again and again; a conversation under way is finished."""
        while time.monotonic() < until:
            await asyncio.sleep(random.uniform(*_COMES_AFTER_S))
            await self._visit()

    async def _visit(self) -> None:
        address = {"X-Forwarded-For": f"192.0.2.{self.number + 1}"}
        opened = (await self.line(address).ask("POST", "/conversations", language=self.language)).json()
        theirs, path = self.line(address | bearer(opened["token"])), f"/conversations/{opened['id']}"
        talk, state = self.record.talk(opened["id"]), WhoHasIt()
        listener = talk.listens((await theirs.ask("GET", path)).json()["number"])
        following = asyncio.create_task(listen(theirs, path, listener, state))
        asks, says, _ = WORDS[self.language]
        turn = (await theirs.ask("POST", f"{path}/messages", uuid4().hex, text=asks)).json()
        if turn["hand_off"] is None:
            self.record.refused += 1
        else:
            talk.asked_at = time.monotonic()
            await self._talk(theirs, path, says, state)
            await _all_heard(theirs, path, talk, listener)
        following.cancel()

    async def _talk(self, line: ServerLine, path: str, says: str, state: "WhoHasIt") -> None:
        """Until it is over, say the next as long as a person is there."""
        said = self.record.talk(path.rpartition("/")[2]).said["citizen"]
        while state.now not in ("closed", "returned"):
            if state.now == "held":
                text = says.format(len(said) + 1)
                if (await line.ask("POST", f"{path}/messages", uuid4().hex, text=text)).status_code == 200:
                    said.append(text)
            await state.changes(random.uniform(*_THINKS_S))


class WhoHasIt:
    """Who has the conversation, as its events tell."""

    def __init__(self) -> None:
        self.now, self._changed = "none", asyncio.Event()

    def is_now(self, state: str) -> None:
        """Another."""
        self.now = state
        self._changed.set()

    async def changes(self, seconds: float) -> None:
        """Wait so long, or until it changes."""
        self._changed.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), seconds)


class DeskAgent:
    """Comes in, takes what is offered, talks for some seconds, closes it."""

    def __init__(self, who: str, languages: list[Language], line: ServerLine, record: Record) -> None:
        self._who, self._languages, self._line, self._record = who, languages, line, record
        self._talks: dict[str, asyncio.Task[None]] = {}

    async def work(self) -> None:
        """Until cancelled; what is offered or held is told by the events of the desk."""
        heard = asyncio.create_task(self._be_heard())
        try:
            async with aclosing(self._line.follow("/desk/events")) as events:
                async for event in events:
                    await self._take_note(event)
        finally:
            for task in (heard, *self._talks.values()):
                task.cancel()

    async def _be_heard(self) -> None:
        while True:
            here: dict[str, Any] = {"name": self._who, "languages": self._languages}
            await self._line.ask("PUT", "/desk/presence", state="available", most=2, **here)
            await asyncio.sleep(_HEARD_OF_S)

    async def _take_note(self, event: ServerEvent) -> None:
        if event.kind == "offer":
            await self._line.ask("POST", f"/queue/{event.data['hand_off']['id']}/accept")
        elif event.kind == "held":
            hand_off = event.data["standing"]["hand_off"]
            if (running := self._talks.get(hand_off["id"])) is None or running.done():
                self._talks[hand_off["id"]] = asyncio.create_task(self._talk(hand_off))

    async def _talk(self, hand_off: dict[str, Any]) -> None:
        talk, path = self._record.talk(hand_off["conversation_id"]), f"/conversations/{hand_off['conversation_id']}"
        talk.taken_by.append(self._who)
        talk.taken_at = talk.taken_at or time.monotonic()
        read = await self._line.ask("GET", path)
        if read.status_code != 200:
            return
        listener = talk.listens(read.json()["number"])
        following = asyncio.create_task(listen(self._line, path, listener, WhoHasIt(), _GONE))
        if await self._answer(path, WORDS[hand_off["language"]][2], talk):
            closed = await self._line.ask("POST", f"/queue/{hand_off['id']}/close", disposition="resolved")
            talk.closed = talk.closed or closed.status_code == 200
        with suppress(TimeoutError):
            await asyncio.wait_for(following, _PATIENCE_S)

    async def _answer(self, path: str, words: str, talk: Talk) -> bool:
        """Say something now and then; whether it is theirs until they want to close it."""
        until = time.monotonic() + random.uniform(*_TALKS_S)
        while time.monotonic() < until:
            text = words.format(len(talk.said["agent"]) + 1)
            said = await self._line.ask("POST", f"{path}/agent-messages", uuid4().hex, text=text)
            if said.status_code != 201:
                return False
            talk.said["agent"].append(text)
            await asyncio.sleep(random.uniform(*_THINKS_S))
        return True


async def listen(line: ServerLine, path: str, listener: Listener, state: WhoHasIt, over: Collection[str] = ()) -> None:
    """Note every line, and who has the conversation, until that is one of ``over``."""
    async with aclosing(line.follow(f"{path}/events", str(listener.since))) as events:
        async for event in events:
            if event.kind == "utterance":
                listener.heard.append(event.data["number"])
            elif event.kind == "person":
                state.is_now(event.data["state"])
                if state.now in over and event.id is not None:
                    listener.until = int(event.id)
                    return


async def _all_heard(line: ServerLine, path: str, talk: Talk, listener: Listener) -> None:
    """Keep the whole conversation once the citizen has heard it, or would not hear it any more."""
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        now = (await line.ask("GET", path)).json()
        talk.kept = [SaidLine(one["number"], one["speaker"], one["text"]) for one in now["transcript"]]
        if not listener.missed(talk.kept) or time.monotonic() > deadline:
            return
        await asyncio.sleep(0.5)
