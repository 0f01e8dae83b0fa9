"""``isac chat`` and ``isac ask``: conversations with the reception."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console

from api.commands.batch import write_lines
from api.commands.terminal import as_json as turn_json
from api.commands.terminal import converse, play, read_script, show
from api.wiring.conversations import open_conversations
from api.wiring.early import EarlyStart
from knowledge.languages import Language, parse_language

Record = dict[str, Any]


async def chat(early: EarlyStart, language: str | None, script: Path | None, *, as_json: bool) -> None:
    """A conversation, or a script of one. Raises ContentError for a script that cannot be read."""
    spoken, lines = _language(language), [] if script is None else read_script(script)
    async with open_conversations(early) as conversations:
        if script is None:
            await converse(conversations, Console(), spoken)
            return
        turns = await play(conversations, lines, spoken)
        write_lines([json.dumps(turn, ensure_ascii=False) for turn in turns] if as_json else _plain(turns, lines))


async def ask(early: EarlyStart, text: str, language: str | None, *, as_json: bool) -> None:
    """One question, one answer."""
    async with open_conversations(early) as conversations:
        conversation_id, _ = await conversations.open(_language(language))
        turn = await conversations.reply(conversation_id, text)
        if as_json:
            sys.stdout.write(json.dumps(turn_json(turn), ensure_ascii=False) + "\n")
        else:
            show(Console(), turn)


def _language(code: str | None) -> Language | None:
    return None if code is None else parse_language(code)


def _plain(turns: list[Record], lines: list[str]) -> Iterator[str]:
    """Both sides of a script, the sources under what they support."""
    for said, turn in zip([None, *lines], turns, strict=True):
        if said is not None:
            yield f"> {said}\n"
        for message in turn["messages"]:
            yield message["text"]
            yield from (
                f"  [{number}] {one['source_title']}" for number, one in enumerate(message["citations"], start=1)
            )
        yield ""
