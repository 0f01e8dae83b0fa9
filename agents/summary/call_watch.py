"""The summary of a call grows while it lasts, and is told when it ends."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog

from agents.calls.need_watch import Teller
from agents.summary.summarizing import Summarizing
from agents.summary.summary import Summary
from speech.calls.record import Call, Track
from speech.segments import Final, Heard
from tools.contacts.contact_log import ContactLog

_log = structlog.get_logger("api.calls")


@dataclass(slots=True)
class SummaryWatch:
    """Implements ``CallObserver``. ``write`` gives a summary as its event carries it.

    A summarizer keeps what it has read: it reads along, so that at the end it has only the last words to read.
    """

    summarizer: Summarizing
    log: ContactLog
    tell: Teller
    write: Callable[[Summary], Mapping[str, Any]]
    ending_s: float = 15.0
    """A call does not wait longer to end: its summary can be asked for afterwards."""
    pause_s: float = 10.0
    """Between two readings of a call: what was said last is needed by others at once."""
    _pausing: "dict[str, asyncio.Task[None]]" = field(default_factory=dict)
    _reading: "dict[str, asyncio.Task[None]]" = field(default_factory=dict)

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """See the port. Returns at once."""
        if isinstance(heard, Final) and call.id not in self._pausing:
            self._pausing[call.id] = asyncio.create_task(self._read_along(call))

    async def ending(self, call: Call) -> None:
        """See the port. Nothing keeps the call from ending."""
        reading = self._reading.get(call.id)
        self.forget(call)
        try:
            async with asyncio.timeout(self.ending_s):
                if reading is not None:
                    await asyncio.wait([reading])  # what it has read need not be read again
                await self._tell(call)
        except Exception as error:
            _log.warning("call not summarized", reason=type(error).__name__)

    def forget(self, call: Call) -> None:
        """See the port."""
        self._reading.pop(call.id, None)
        if (pausing := self._pausing.pop(call.id, None)) is not None:
            pausing.cancel()

    async def _read_along(self, call: Call) -> None:
        """Once; the next words said begin it again."""
        await asyncio.sleep(self.pause_s)
        self._pausing.pop(call.id, None)
        if call.id not in self._reading:
            self._reading[call.id] = asyncio.create_task(self._read(call))

    async def _read(self, call: Call) -> None:
        """A thread cannot be stopped: whoever ends the call waits for it."""
        try:
            await self._summarize(call)
        except Exception as error:
            _log.info("call not read along", reason=type(error).__name__)
        self._reading.pop(call.id, None)

    async def _tell(self, call: Call) -> None:
        if any(event.kind == "summary" for event in await self.log.events(call.id)):
            return  # told by a process that died before the call ended
        if (summary := await self._summarize(call)) is not None:
            await self.tell(call.id, "summary", self.write(summary))

    async def _summarize(self, call: Call) -> Summary | None:
        """None of a call in which nothing was said."""
        transcript = await self.log.transcript(call.id)
        if not transcript:
            return None
        return await asyncio.to_thread(self.summarizer.summarize, transcript, call.language, call.agent_language)
