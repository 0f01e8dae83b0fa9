"""What words alone tell: a death, despair, hardship and worry, who asks what answers, who wants nobody."""

from functools import cache
from pathlib import Path

import pytest

from agents.understanding.labels.acts import ActReader, build_act_reader
from agents.understanding.labels.plain_words import PlainWords, load_plain_words
from tests.administrations import SEGURIDAD_SOCIAL
from tests.yaml_files import read_yaml
from tools.reading.folding import fold

CASES = read_yaml(Path(__file__).parent / "cases_plain_words.yaml")


@cache
def readers() -> tuple[ActReader, PlainWords]:
    return build_act_reader(SEGURIDAD_SOCIAL), load_plain_words()


def labels(text: str) -> frozenset[str]:
    acts, plain = readers()
    return frozenset(plain.added_to(acts.find_acts(fold(text), text), fold(text)).labels)


def cases(side: str) -> list[tuple[str, str]]:
    return [(label, str(text)) for label, sides in CASES.items() for text in sides[side]]


@pytest.mark.parametrize(("label", "text"), cases("said"))
def test_it_is_told(label: str, text: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(("label", "text"), cases("not"))
def test_a_look_alike_does_not_tell_it(label: str, text: str) -> None:
    assert label not in labels(text)


@pytest.mark.parametrize("text", [one for label in ("asks_what", "no_person") for one in CASES[label]["said"]])
def test_who_asks_what_answers_or_wants_nobody_asks_for_no_person(text: str) -> None:
    assert "person" not in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "¿eres un robot? pásame con una persona", "ets un robot? vull parlar amb una persona",
        "es unha máquina? quero falar cunha persoa", "robota zara? pertsona batekin hitz egin nahi dut",
        "are you a bot? put me through to a person", "vous êtes un robot ? je veux parler à quelqu'un",
        "no. vull parlar amb una persona", "no, quiero hablar con una persona", "non, quero falar cunha persoa",
        "no quiero hablar con una máquina", "I don't want to talk to a machine",
    ],
)  # fmt: skip
def test_a_person_asked_for_in_other_words_of_the_message_is_heard(text: str) -> None:
    assert "person" in labels(text)


def test_despair_is_no_complaint() -> None:
    assert "complaint" not in labels("no puc pagar ni el lloguer, estic desesperada")
    assert "complaint" in labels("estic farta, vull posar una queixa")
