"""Time from a final segment, or a message, to the advice on it, with four conversations at once on two threads."""

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
from api.settings.settings import Settings
from api.wiring.models import Models, build_models
from evals.apart import apart
from evals.bench.timing import LEAST_TIMES, Figures, percentile, resident_mb, timed
from evals.copilot.dialogues import Dialogue, load_dialogues
from evals.copilot.opened import at_the_time, opened_copilot
from tools.store.database import Database

AT_ONCE, THREADS = 4, 2
_WORDS_A_SECOND = 3.0


def bench_copilot(settings: Settings, seconds: float) -> Figures:
    """The dialogues of the suite: spoken at the pace of calls, then as fast as it goes. Raises ToolUnavailable."""
    models = build_models(settings)

    async def measure() -> Figures:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
        with tempfile.TemporaryDirectory(prefix="isac-bench-") as folder:
            database = await Database.start(None, Path(folder))
            try:
                async with opened_copilot(apart(settings, database.url, Path(folder)), models) as copilot:
                    return await _both(copilot, models, seconds)
            finally:
                await database.close()

    return asyncio.run(measure())


async def _both(copilot: Copilot, models: Models, seconds: float) -> Figures:
    dialogues = list(load_dialogues(models.today()).values())
    await Calls(copilot, dialogues[:1]).listen(dialogues[0])
    spoken, crowded = Calls(copilot, dialogues, paced=True), Calls(copilot, dialogues)
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
        "rss_mb": resident_mb(),
    }


@dataclass(slots=True)
class Calls:
    """Conversations that are listened to, and how long each utterance took, in seconds.

    ``paced``: an utterance comes when it would have been said; else as soon as the one before is advised on.
    """

    copilot: Copilot
    dialogues: Sequence[Dialogue]
    paced: bool = False
    times: list[float] = field(default_factory=list)

    async def hold(self, until: float) -> None:
        """``AT_ONCE`` at a time, one after the other."""
        numbers = count()

        async def line() -> None:
            while time.perf_counter() < until:
                await self.listen(self.dialogues[next(numbers) % len(self.dialogues)], until)

        await asyncio.gather(*(line() for _ in range(AT_ONCE)))

    async def listen(self, dialogue: Dialogue, until: float = math.inf) -> None:
        """To a conversation, or to as much of it as there is time for."""
        memory = self.copilot.begin(dialogue.language, dialogue.agent_language)
        for utterance in dialogue.transcript:
            if time.perf_counter() >= until and len(self.times) >= LEAST_TIMES:
                return
            if self.paced:
                await asyncio.sleep(len(utterance.text.split()) / _WORDS_A_SECOND)
            with timed(self.times):
                memory, _ = await at_the_time(self.copilot, utterance.at).listen(memory, utterance)
