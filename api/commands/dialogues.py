"""``isac suggest``: conversations from the standard input as JSON Lines, one answer a line."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from pydantic import ValidationError

from agents.copilot.citing import keep_citations
from agents.copilot.copilot import Copilot
from api.commands.batch import batch, utf8
from api.schemas.copilot import AdviceOut, DialogueIn, alerts_out
from api.wiring.conversations import open_copilot
from api.wiring.early import EarlyStart
from knowledge.administration import Administration

Record = dict[str, Any]
_PROBLEMS_TOLD = 3
"""Of a line with many: whoever wrote it has understood."""


async def suggest(early: EarlyStart, language: str | None, agent_language: str | None) -> None:
    """The advice after the last turn of each conversation, with the alerts of all of them."""
    async with open_copilot(early.settings, early=early) as copilot:

        async def answer(record: Record) -> Record:
            dialogue = parse_dialogue(record, language, agent_language)
            return await advise(copilot, dialogue)

        await _answer_lines(answer)


async def advise(copilot: Copilot, dialogue: DialogueIn) -> Record:
    """Raises ValueError on a language that the administration does not serve."""
    deps = copilot.deps
    check_served(deps.administration, dialogue)
    advice = await copilot.advise(dialogue.transcript(deps.clock()), dialogue.language, dialogue.agent_language)
    await keep_citations(advice, deps)
    out = AdviceOut.of(advice, deps.phrases, dialogue.told_in).model_dump(mode="json")
    return {**out, "alerts": [alert.model_dump(mode="json") for alert in alerts_out(advice.alerts)]}


def parse_dialogue(record: Record, language: str | None, agent_language: str | None) -> DialogueIn:
    """``language`` and ``agent_language`` hold where the record names none. Raises ValueError that says what is wrong,
    without repeating what was said.
    """
    known = {"language": language, "agent_language": agent_language}
    given = {name: value for name, value in record.items() if value is not None}
    try:
        return DialogueIn.model_validate({**known, **given})
    except ValidationError as error:
        raise ValueError(_words(error)) from None


def check_served(administration: Administration, dialogue: DialogueIn) -> None:
    """Raises ValueError."""
    for language in (dialogue.language, dialogue.agent_language):
        if language is not None and language not in administration.languages:
            raise ValueError(f"{language} is not served; served are {', '.join(administration.languages)}")


def _words(error: ValidationError) -> str:
    found = error.errors(include_url=False, include_input=False)
    told = [f'field "{".".join(map(str, one["loc"]))}": {one["msg"]}' for one in found[:_PROBLEMS_TOLD]]
    more = len(found) - len(told)
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")


async def _answer_lines(answer: Callable[[Record], Coroutine[Any, Any, Record]]) -> None:
    """Lines are read and written in a thread; what they ask runs in this loop."""
    loop = asyncio.get_running_loop()

    def handle(record: Record) -> Record:
        return asyncio.run_coroutine_threadsafe(answer(record), loop).result()

    def carry() -> None:
        out = utf8(sys.stdout)
        for line in batch(utf8(sys.stdin), handle):
            out.write(line + "\n")
            out.flush()

    await asyncio.to_thread(carry)
