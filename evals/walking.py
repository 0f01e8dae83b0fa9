"""Walks a citizen to a given step of a conversation, then says something there."""

from dataclasses import dataclass
from typing import Any
from zlib import crc32

from agents.reception.turns.turn import Turn, dump_turn
from evals.asking import archived, queued
from evals.bookable import load_bookable
from evals.citizens import Citizen, person
from evals.scenario import Phrasebook, Scenario
from evals.stage import Stage
from knowledge.languages import Language

ONE_TURN = ("answered", "lost")
"""Not steps of the service: the state after the opening, whatever it was."""
MOST_TURNS = 8
MOST_PEOPLE = 1_000_000
"""Every walk is another person's: one may hold few appointments at once."""


@dataclass(frozen=True, slots=True)
class Walk:
    """``opening``: the first words, none for a fresh conversation; ``step``: where the walk ends."""

    language: Language
    opening: str | None
    step: str


async def walk_and_say(stage: Stage, walk: Walk, text: str) -> dict[str, Any]:
    """Plain values as ``ask`` gives them. Never reaching the step is the simulator's failure: nothing was tried."""
    conversations = stage.services.chat.conversations
    conversation_id, turn = await conversations.open(walk.language)
    who = person(crc32(f"{walk}{text}".encode()) % MOST_PEOPLE)
    citizen = Citizen(Scenario("walk", load_bookable().need, (), ()), walk.language, who, Phrasebook())
    name = stage.services.knowledge.catalogue[load_bookable().need].names[walk.language]
    said: list[str] = []
    turns: list[Any] = []
    words = walk.opening
    while words is not None and len(said) < MOST_TURNS:
        turn = await conversations.reply(conversation_id, words)
        said.append(words)
        turns.append(dump_turn(turn))
        words = None if _arrived(turn, walk) else citizen.answer(turn, name)
    arrived = walk.opening is None or _arrived(turn, walk)
    said.append(text)
    turns.append(dump_turn(await conversations.reply(conversation_id, text)))
    error = None if arrived else f"never reached {walk.step}, only {turn.step}"
    seen = {"said": said, "turns": turns, "waiting": await queued(stage, turns), "simulator_error": error}
    return seen | await archived(stage, turns)


def _arrived(turn: Turn, walk: Walk) -> bool:
    return walk.step in ONE_TURN or turn.step == walk.step
