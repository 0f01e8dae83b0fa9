"""Plays a conversation of given words, and looks up in the archive what it cited."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from agents.reception.turns.turn import dump_turn
from evals.stage import Stage
from knowledge.errors import CitationNotFound
from knowledge.languages import Language


async def ask(stage: Stage, language: Language, words: Sequence[str]) -> dict[str, Any]:
    """Say everything in a new conversation. Returns plain values: said, turns, archive, passages, waiting."""
    conversations = stage.services.chat.conversations
    conversation_id, _ = await conversations.open(language)
    turns = [dump_turn(await conversations.reply(conversation_id, text)) for text in words]
    return {"said": list(words), "turns": turns, "waiting": await queued(stage, turns)} | await archived(stage, turns)


async def queued(stage: Stage, turns: Iterable[Mapping[str, Any]]) -> list[str]:
    """Ids of the turns' hand-offs that are in the queue."""
    page = await stage.services.chat.hand_offs.page(limit=10_000)
    waiting = {entry.hand_off.id for entry in page.entries}
    return [turn["hand_off"]["id"] for turn in turns if turn["hand_off"] and turn["hand_off"]["id"] in waiting]


async def archived(stage: Stage, turns: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Each citation as the archive has it, and the need and aspect of each cited passage of the pinned day."""
    archive: dict[str, Any] = {}
    passages: dict[str, Any] = {}
    for citation in (c for turn in turns for message in turn["messages"] for c in message["citations"]):
        with suppress(CitationNotFound):  # one of another day
            passage = stage.corpus.passage(citation["passage_id"])
            passages[passage.id] = (passage.need, passage.aspect)
        try:
            stored = await stage.services.knowledge.citations.find(citation["id"])
            text = await stage.services.knowledge.citations.document_text(stored.document_sha256)
        except CitationNotFound:
            continue
        archive[stored.id] = {"quote": stored.quote, "text": text[stored.start : stored.end]}
    return {"archive": archive, "passages": passages}
