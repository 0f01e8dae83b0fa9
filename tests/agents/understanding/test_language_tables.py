"""Whole tables of messages: how many of them are read right, language by language."""

import pytest

from agents.understanding.language.wishes import load_language_wishes
from agents.understanding.language.words import parse_variety
from tests.agents.understanding.languages import TABLES, detector, table
from tests.yaml_files import read_yaml
from tools.reading.folding import fold

LEAST = {"service": 0.98, "short": 0.9, "social": 0.9, "mixed": 0.9}
ENOUGH = {"service": 90, "short": 55, "social": 59, "mixed": 8}


@pytest.mark.parametrize(
    ("name", "code"), [(name, code) for name in LEAST for code in table(name)], ids=lambda value: str(value)
)
def test_messages_are_read_in_their_language(name: str, code: str) -> None:
    texts = table(name)[code]
    guesses = {text: detector().detect(text) for text in texts}
    wrong = {text: guess for text, guess in guesses.items() if code not in (guess.language, guess.code)}
    assert len(texts) >= ENOUGH[name]
    assert 1 - len(wrong) / len(texts) >= LEAST[name], wrong


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in table("wishes").items() for text in texts])
def test_a_wish_for_a_language_is_heard(code: str, text: str) -> None:
    guess = detector().asked(fold(text))
    assert (guess.code if guess else "none") == code


@pytest.mark.parametrize("kind", ["asks", "names_only"])
def test_every_language_is_asked_for_and_remarked_on_in_every_language(kind: str) -> None:
    frames = read_yaml(TABLES / "frames.yaml")
    wishes = load_language_wishes()
    wrong: dict[str, str | None] = {}
    for language, texts in frames[kind].items():
        for code, name in frames["names"][language].items():
            said = [text.replace("{}", name) for text in texts]
            wrong |= {
                text: heard
                for text in said
                if (heard := wishes.asked(fold(text))) != (code if kind == "asks" else None)
            }
    assert not wrong


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in table("varieties").items() for text in texts]
)
def test_varieties_are_told_apart(code: str, text: str) -> None:
    guess = detector().detect(text)
    assert (guess.language, parse_variety(guess.code) or "ca") == ("ca", code)
