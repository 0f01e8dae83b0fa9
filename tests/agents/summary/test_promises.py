"""What a citizen says that they will do, in six languages."""

import pytest

from agents.summary.wording import promises
from agents.summary.words import load_summary_words

WORDS = load_summary_words()


@pytest.mark.parametrize(
    "text",
    [
        "ok les escribo ahora", "lo mandaré mañana", "val, ho faig dilluns", "fágoo coa filla", "oraintxe bidaliko dut",
        "ok I'll send it tonight", "bon ben je leur demanderai les deux", "je demande demain. merci",
    ],
)  # fmt: skip
def test_a_promise_is_heard(text: str) -> None:
    """As calls and chats have it."""
    assert promises(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "¿lo mando mañana?",
        "me llamo Ana",
        "no sé cómo lo hago",
        "la meva mare viu sola",
        "i am ill",
        "gaur etorri naiz",
    ],
)
def test_what_is_asked_or_told_is_no_promise(text: str) -> None:
    """Nor a name."""
    assert not promises(text, WORDS)
