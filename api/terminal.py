"""The reception in a terminal: a conversation, a script of turns, or one question."""

import json
from collections.abc import Iterable
from typing import Any

from rich.console import Console

from agents.turn import Turn
from api.schemas import TurnOut
from api.services import Talks
from knowledge.languages import Language


async def converse(talks: Talks, console: Console, language: Language | None) -> None:
    """Read turns until the end of input."""
    conversation_id, turn = await talks.open(language)
    show(console, turn)
    while True:
        try:
            text = console.input("[bold]> [/bold]")
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        show(console, await talks.reply(conversation_id, text))


async def play(talks: Talks, lines: Iterable[str], language: Language | None) -> list[dict[str, Any]]:
    """One JSON turn per line of a script (plain text, or {"text": …}), the greeting first."""
    conversation_id, turn = await talks.open(language)
    turns = [as_json(turn)]
    for line in lines:
        if line.strip():
            turns.append(as_json(await talks.reply(conversation_id, _said(line))))
    return turns


def _said(line: str) -> str:
    stripped = line.strip()
    if not stripped.startswith("{"):
        return stripped
    record = json.loads(stripped)
    return str(record["text"])


def as_json(turn: Turn) -> dict[str, Any]:
    """The turn as it travels over HTTP."""
    return TurnOut.of(turn).model_dump(mode="json")


def show(console: Console, turn: Turn) -> None:
    """Messages with numbered citations under them, then what can be pressed."""
    for message in turn.messages:
        console.print(message.text, markup=False, highlight=False)
        for citation in message.citations:
            console.print(
                f"  [{citation.id}] {citation.source_title} · {citation.source_url}", style="dim", markup=False
            )
    if turn.quick_replies:
        console.print(" · ".join(turn.quick_replies), style="cyan", markup=False)
    console.print()
