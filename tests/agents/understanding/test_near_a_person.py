"""What asks about the service, or books, asks for no person by what the model guesses."""

from datetime import UTC, datetime

import pytest

from agents.understanding.understander import Understander
from knowledge.languages import Language

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿esto es un robot?"), ("ca", "això és un robot?"), ("gl", "isto é un robot?"),
        ("eu", "robot bat zara?"), ("en", "is this a robot?"), ("fr", "c'est un robot qui répond ?"),
        ("en", "I would like an appointment please, as soon as possible, anywhere near Torrevieja"),
        ("es", "quiero cita para hablar de mi jubilación"),
    ],
)  # fmt: skip
def test_no_person_is_called(real: Understander, language: Language, text: str) -> None:
    assert "person" not in real.read_message(text, prior=language, now=NOW).labels


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "quiero hablar con una persona"), ("ca", "vull parlar amb una persona"),
        ("gl", "quero falar cunha persoa"), ("eu", "pertsona batekin hitz egin nahi dut"),
        ("en", "put me through to a person"), ("fr", "je veux parler à quelqu'un"),
    ],
)  # fmt: skip
def test_who_asks_for_a_person_is_heard(real: Understander, language: Language, text: str) -> None:
    assert "person" in real.read_message(text, prior=language, now=NOW).labels
