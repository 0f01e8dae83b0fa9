"""What is said before an answer is said once in a conversation, in every language; the answer is not."""

from dataclasses import replace

import pytest

from agents.reception.turns.state import SAID_ONCE
from agents.understanding.reading import Reading
from knowledge.languages import LANGUAGES, Language
from tests.agents.conftest import reading

ASKED: dict[str, tuple[Reading, Reading]] = {
    "answer-not-decision": (
        reading("question", "decision_bait", need="viudedad", aspect="requirements"),
        reading("question", "decision_bait", need="jubilacion_ordinaria", aspect="requirements"),
    ),
    "answer-own-amount": (
        reading("question", "personal_data", need="viudedad", aspect="amount"),
        reading("question", "personal_data", need="jubilacion_ordinaria", aspect="amount"),
    ),
    "answer-for-other": (
        reading("question", "leans", "third_person", aspect="amount"),
        reading("question", "leans", "third_person", aspect="documents"),
    ),
}


OF_TASKS = {"help-visit"}
"""Said before a question of a task: ``test_finding_flow`` has it."""


def test_each_has_its_case() -> None:
    assert set(ASKED) | OF_TASKS == SAID_ONCE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(ASKED))
async def test_it_is_said_before_the_first_answer_alone(talk, key: str, language: Language) -> None:
    first, later = ASKED[key]
    script = {"hola": reading("greeting"), "viuda": reading(need="viudedad"), "primera": first, "segunda": later}
    citizen = talk({said: replace(one, language=language) for said, one in script.items()})
    await citizen.say("hola")
    await citizen.speak(language)
    await citizen.say("viuda")
    said = citizen.deps.phrases.say(language, key)
    once, again = await citizen.say("primera"), await citizen.say("segunda")
    assert [one.text for one in once.messages].count(said) == 1
    assert said not in [one.text for one in again.messages]
    assert [one.kind for one in again.messages if one.kind == "answer"]
