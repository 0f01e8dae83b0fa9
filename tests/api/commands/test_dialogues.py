"""Conversations as lines of JSON: what is wrong with one is said, and nothing of what was said in it."""

from typing import Any

import pytest

from api.commands.dialogues import check_served, parse_dialogue
from knowledge.administration import load_administration
from tests.administrations import VILLA_EJEMPLO

TURNS = [{"speaker": "citizen", "text": "hola"}]


def test_the_languages_of_the_command_hold_where_the_line_names_none() -> None:
    record = {"id": 1, "turns": TURNS, "language": None, "agent_language": "ca", "other": True}
    dialogue = parse_dialogue(record, "eu", "es")
    assert (dialogue.language, dialogue.agent_language, dialogue.told_in) == ("eu", "ca", "ca")
    assert parse_dialogue({"turns": TURNS}, None, None).told_in == "es"


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({}, "turns"),
        ({"turns": []}, "turns"),
        ({"turns": None}, "turns"),
        ({"turns": "hola"}, "turns"),
        ({"turns": [{"speaker": "robot", "text": "x"}]}, "turns.0.speaker"),
        ({"turns": [*TURNS, {"speaker": "agent", "text": 7}]}, "turns.1.text"),
        ({"turns": [*TURNS, {"speaker": "agent"}]}, "turns.1.text"),
        ({"turns": TURNS, "language": "de"}, "language"),
        ({"turns": TURNS, "agent_language": 3}, "agent_language"),
    ],
)
def test_what_is_wrong_names_its_field(record: dict[str, Any], field: str) -> None:
    with pytest.raises(ValueError, match=f'^field "{field}": ') as told:
        parse_dialogue(record, None, None)
    assert "\n" not in str(told.value)


def test_many_mistakes_are_counted() -> None:
    with pytest.raises(ValueError, match=r"and 7 more$"):
        parse_dialogue({"turns": [{"speaker": "x", "text": "secret"}] * 10}, None, None)


def test_an_administration_refuses_a_language_that_it_does_not_serve() -> None:
    dialogue = parse_dialogue({"turns": TURNS, "language": "eu"}, None, None)
    with pytest.raises(ValueError, match="eu is not served; served are es, ca"):
        check_served(load_administration(str(VILLA_EJEMPLO)), dialogue)
