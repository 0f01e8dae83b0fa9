"""The reception in a terminal: a conversation, a script of turns, or one question."""

import asyncio
import json
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import Any

from rich.console import Console

from agents.reception.turns.turn import Turn
from api.schemas.conversations import TurnOut
from api.services.conversations import ConversationService
from knowledge.errors import ContentError
from knowledge.languages import Language


async def converse(conversations: ConversationService, console: Console, language: Language | None) -> None:
    """Read turns until the end of input."""
    conversation_id, turn = await conversations.open(language)
    show(console, turn)
    while True:
        try:
            text = await _typed(lambda: console.input("[bold]> [/bold]"))
        except EOFError:
            console.print()
            return
        show(console, await conversations.reply(conversation_id, text))


async def _typed(read: Callable[[], str]) -> str:
    """Read what the person types while the event loop goes on: a blocked write would keep its rows locked.

    In a thread that nothing waits for, so that who leaves with Ctrl-C need not type first. Raises EOFError.
    """
    typed: Future[str] = Future()
    typed.set_running_or_notify_cancel()

    def wait() -> None:
        try:
            typed.set_result(read())
        except Exception as error:
            typed.set_exception(error)

    Thread(target=wait, daemon=True).start()
    return await asyncio.wrap_future(typed)


def read_script(script: Path) -> list[str]:
    """Read messages, one a line (plain text, or {"text": …}); ``-`` is the standard input.

    Raises ContentError with the line, OSError.
    """
    try:
        text = sys.stdin.read() if str(script) == "-" else script.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(str(script), None, "not text in UTF-8") from error
    lines = enumerate(text.splitlines(), start=1)
    return [_said(line, str(script), number) for number, line in lines if line.strip()]


async def play(
    conversations: ConversationService, lines: Iterable[str], language: Language | None
) -> list[dict[str, Any]]:
    """One JSON turn for each text, the greeting first."""
    conversation_id, turn = await conversations.open(language)
    turns = [as_json(turn)]
    for text in lines:
        turns.append(as_json(await conversations.reply(conversation_id, text)))
    return turns


def _said(line: str, script: str, number: int) -> str:
    stripped = line.strip()
    if not stripped.startswith("{"):
        return stripped
    try:
        text = json.loads(stripped)["text"]
    except (ValueError, KeyError, RecursionError) as error:
        raise ContentError(script, number, 'not a text, nor a record with "text"') from error
    if not isinstance(text, str):
        raise ContentError(script, number, '"text" is not a text')
    return text


def as_json(turn: Turn) -> dict[str, Any]:
    """The turn as it travels over HTTP."""
    return TurnOut.of(turn).model_dump(mode="json")


def show(console: Console, turn: Turn) -> None:
    """Messages with their citations under them, in the words of the source that are held, then what can be pressed."""
    for message in turn.messages:
        console.print(message.text, markup=False, highlight=False)
        for citation in message.citations:
            console.print(
                f"  [{citation.id}] {citation.source_title} · {citation.source_url}", style="dim", markup=False
            )
            if citation.quote:
                console.print(f"    «{citation.quote}»", style="dim", markup=False, highlight=False)
    if turn.quick_replies:
        console.print(" · ".join(turn.quick_replies), style="cyan", markup=False)
    console.print()
