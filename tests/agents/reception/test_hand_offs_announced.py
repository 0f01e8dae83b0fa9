"""Over random conversations: what is announced of a person happened in that turn, and what happened is announced."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.languages import LANGUAGES
from tests.agents.conftest import Queue, Talk, reading

TURNS = 8
SAID = {
    "persona": reading("person"),
    "queja": reading("complaint"),
    "sí": reading("affirm"),
    "no": reading("deny"),
    "me pega": reading("violence"),
    "no hay peligro": reading("safe"),
    "cuándo": reading("after_hand_off", "question"),
    "otra vez": reading("repeat"),
    "nadie": reading("no_person"),
    "jubilarme": reading("question", need="jubilacion_ordinaria", aspect="requirements"),
    "cita": reading("book", need="jubilacion_ordinaria"),
    "Girona": reading(slots={"municipality": "Girona"}),
    "la primera": reading(slots={"option": "1"}),
    "mi DNI": reading(slots={"document": "12345678Z"}),
    "anular": reading("cancel"),
    "adiós": reading("goodbye"),
    "blablá": reading(),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_announcement_has_its_event_and_every_event_its_announcement(
    talk: Callable[..., Talk], language: str, request: pytest.FixtureRequest
) -> None:
    conversations = request.config.getoption("--conversations")
    chance, called = random.Random(f"hand-offs {language}"), 0
    for _ in range(conversations):
        called += await _calls_in(talk, language, [chance.choice(list(SAID)) for _ in range(TURNS)])
    assert called > conversations / 2  # else the conversations show nothing


async def _calls_in(talk: Callable[..., Talk], language: str, words: list[str]) -> int:
    queue = Queue()
    conversation = talk({text: replace(one, language=language) for text, one in SAID.items()}, hand_offs=queue)
    for text in words:
        before = len(queue.origins)
        turn = await conversation.say(text)
        announced = turn.hand_off is not None
        said = any(message.kind == "hand_off" for message in turn.messages)
        happened = len(queue.origins) > before
        assert announced == said == (happened or (turn.repeats and announced)), (words, text)
        if happened:
            assert turn.hand_off is not None
            assert (turn.hand_off.id, turn.step) == (queue.waits[0].id, "handed_off")
    return len(queue.origins)
