"""Time from a final segment, or a message, to the advice on it, and from the end of a conversation to its summary.

Four conversations at once, on two threads.
"""

import asyncio
import math
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from agents.copilot.copilot import Copilot
from agents.summary.summarizer import Summarizer
from api.settings.settings import Settings
from api.wiring.models import Models, build_models
from api.wiring.summaries import build_summaries
from evals.apart import apart
from evals.bench.timing import LEAST_TIMES, Figures, percentile, resident_mb, timed
from evals.copilot.dialogues import Dialogue, load_dialogues
from evals.opened_copilot import opened_copilot
from tools.store.database import Database

AT_ONCE, THREADS = 4, 2
_WORDS_A_SECOND = 3.0


@dataclass(frozen=True, slots=True)
class Listeners:
    """What listens to each conversation."""

    copilot: Copilot
    summarizer: Summarizer


def bench_copilot(settings: Settings, seconds: float) -> Figures:
    """The dialogues of the suite: spoken at the pace of calls, then as fast as it goes. Raises ToolUnavailable."""
    models = build_models(settings)

    async def measure() -> Figures:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
        with tempfile.TemporaryDirectory(prefix="isac-bench-") as folder:
            database = await Database.start(None, Path(folder))
            try:
                async with opened_copilot(apart(settings, database.url, Path(folder)), models) as copilot:
                    return await _measured(Listeners(copilot, build_summaries(settings, models)), models, seconds)
            finally:
                await database.close()

    return asyncio.run(measure())


async def _measured(listeners: Listeners, models: Models, seconds: float) -> Figures:
    dialogues = list(load_dialogues(models.today()).values())
    await PacedCalls(listeners, dialogues[-1:]).listen(dialogues[-1])
    spoken, crowded = PacedCalls(listeners, dialogues, paced=True), PacedCalls(listeners, dialogues)
    for calls in (spoken, crowded):
        await calls.hold(time.perf_counter() + seconds)
    return {
        "conversations": AT_ONCE,
        "threads": THREADS,
        "utterances": len(spoken.times),
        "p50_ms": percentile(spoken.times, 50),
        "p95_ms": percentile(spoken.times, 95),
        "without_pause": len(crowded.times),
        "without_pause_p50_ms": percentile(crowded.times, 50),
        "without_pause_p95_ms": percentile(crowded.times, 95),
        "summaries": len(crowded.summed_up),
        "summary_p50_ms": percentile(crowded.summed_up, 50),
        "summary_p95_ms": percentile(crowded.summed_up, 95),
        "rss_mb": resident_mb(),
    }


@dataclass(slots=True)
class PacedCalls:
    """Conversations that are listened to, how long each utterance took and the summary of each, in seconds.

    ``paced``: an utterance comes when it would have been said; else as soon as the one before is advised on.
    """

    listeners: Listeners
    dialogues: Sequence[Dialogue]
    paced: bool = False
    times: list[float] = field(default_factory=list)
    summed_up: list[float] = field(default_factory=list)

    async def hold(self, until: float) -> None:
        """``AT_ONCE`` at a time, one after the other."""
        numbers = count()

        async def line() -> None:
            while time.perf_counter() < until:
                await self.listen(self.dialogues[next(numbers) % len(self.dialogues)], until)

        await asyncio.gather(*(line() for _ in range(AT_ONCE)))

    async def listen(self, dialogue: Dialogue, until: float = math.inf) -> None:
        """To a conversation, or to as much of it as there is time for. It is held today: a service is never asked for
        the knowledge of other days, which takes two seconds to build.
        """
        copilot = self.listeners.copilot
        memory = copilot.begin(dialogue.language, dialogue.agent_language)
        for utterance in dialogue.transcript:
            if time.perf_counter() >= until and len(self.times) >= LEAST_TIMES:
                return
            if self.paced:
                await asyncio.sleep(len(utterance.text.split()) / _WORDS_A_SECOND)
            with timed(self.times):
                memory, _ = await copilot.listen(memory, utterance)
        with timed(self.summed_up):
            await asyncio.to_thread(
                self.listeners.summarizer.summarize, dialogue.transcript, dialogue.language, dialogue.agent_language
            )
