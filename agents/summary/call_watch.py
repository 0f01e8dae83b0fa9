"""When a call ends, its summary is told."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from agents.calls.need_watch import Teller
from agents.summary.summarizing import Summarizing
from agents.summary.summary import Summary
from speech.calls.record import Call, Track
from speech.segments import Heard
from tools.contacts.contact_log import ContactLog

_log = structlog.get_logger("api.calls")


@dataclass(frozen=True, slots=True)
class SummaryWatch:
    """Implements ``CallObserver``. ``write`` gives a summary as its event carries it."""

    summarizer: Summarizing
    log: ContactLog
    tell: Teller
    write: Callable[[Summary], Mapping[str, Any]]
    ending_s: float = 15.0
    """A call does not wait longer to end: its summary can be asked for afterwards."""

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """See the port."""

    async def ending(self, call: Call) -> None:
        """See the port. The end is never kept from happening."""
        try:
            await asyncio.wait_for(self._summarize(call), self.ending_s)
        except Exception as error:  # the call ends without it
            _log.warning("call not summarized", reason=type(error).__name__)

    def forget(self, call: Call) -> None:
        """See the port."""

    async def _summarize(self, call: Call) -> None:
        if any(event.kind == "summary" for event in await self.log.events(call.id)):
            return  # told by a process that died before the call ended
        if transcript := await self.log.transcript(call.id):
            summary = await asyncio.to_thread(self.summarizer.summarize, transcript, call.language, call.agent_language)
            await self.tell(call.id, "summary", self.write(summary))
