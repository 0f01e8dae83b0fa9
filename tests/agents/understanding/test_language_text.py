"""What is left of a message to tell its language by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.language.courtesies import load_courtesies
from agents.understanding.language.words import language_words
from tests.administrations import SEGURIDAD_SOCIAL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Holaaaa!! @ana http://t.co/x", ["hola"]),
        ("jajajaja qué risa XD", ["qué", "risa"]),
        ("m’han anul·lat la cita", ["m'han", "anul·lat", "la", "cita"]),
        ("12345678Z 41013 🙂", []),
        ("hehehe ha arribat ja", ["ha", "arribat", "ja"]),
    ],
)
def test_only_words_are_left(text: str, words: list[str]) -> None:
    assert [word.text for word in language_words(text)] == words


def test_names_inside_a_sentence_count_less() -> None:
    weights = {word.text: word.weight for word in language_words("Ayer llamé a Núria. Mañana vuelvo")}
    assert weights == {"ayer": 1.0, "llamé": 1.0, "a": 1.0, "núria": 0.5, "mañana": 1.0, "vuelvo": 1.0}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("kaixo, quiero cita", "quiero cita"),
        ("bon dia, bona tarda, he perdut el DNI", "he perdut el dni"),
        ("quiero la cita, eskerrik asko", "quiero la cita"),
        ("hola buenas", "hola buenas"),
        ("good morning", "good morning"),
    ],
)
def test_courtesies_come_off_a_request(text: str, left: str) -> None:
    assert " ".join(word.text for word in load_courtesies(SEGURIDAD_SOCIAL).stripped(language_words(text))) == left


@given(st.text(max_size=60))
def test_words_are_never_lost_to_courtesies_alone(text: str) -> None:
    words = language_words(text)
    assert bool(load_courtesies(SEGURIDAD_SOCIAL).stripped(words)) == bool(words)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("hola, ¿a qué edad me jubilo?", "¿a qué edad me jubilo?"),
        ("Hola, buenos días. Quiero jubilarme, muchas gracias.", "Quiero jubilarme"),
        ("egun on, bajan nago. Eskerrik asko!", "bajan nago"),
        ("Bonjour ! je pars à la retraite", "je pars à la retraite"),
        ("hola jubilación", "jubilación"),
        ("Hola, perdone que le moleste, una pregunta: ¿a qué edad me jubilo?", "¿a qué edad me jubilo?"),
        ("pues mire es que me han despedido", "me han despedido"),
        ("excusez-moi, je suis en arrêt maladie", "je suis en arrêt maladie"),
        ("necesito ayuda, quiero cita", "quiero cita"),
        ("necesito ayuda para mi hijo", "necesito ayuda para mi hijo"),
        ("help, my pension has stopped", "my pension has stopped"),
        ("em vull jubilar", "em vull jubilar"),
        ("ayuda por hijo a cargo", "ayuda por hijo a cargo"),
        ("una consulta médica", "una consulta médica"),
        ("ayuda", "ayuda"),
        ("quiero decir hola a mi asesor", "quiero decir hola a mi asesor"),
        ("hola, gracias", "hola, gracias"),
        ("", ""),
    ],
)
def test_a_request_is_what_stands_between_courtesies(text: str, wanted: str) -> None:
    assert load_courtesies(SEGURIDAD_SOCIAL).request(text) == wanted


@given(st.text(max_size=60))
def test_a_request_is_a_part_of_the_text_and_never_nothing_of_something(text: str) -> None:
    request = load_courtesies(SEGURIDAD_SOCIAL).request(text)
    assert request in text
    assert bool(request.strip()) == bool(text.strip())


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("una pregunta", True),
        ("Bonjour, j'ai une question", True),
        ("hi, can you help me?", True),
        ("kaixo, galdera bat daukat", True),
        ("necesito ayuda", True),
        ("hola", False),
        ("ayuda", False),
        ("una pregunta sobre la viudedad", False),
        ("", False),
    ],
)
def test_what_only_begins_is_told_from_a_greeting_a_cry_and_a_request(text: str, opens: bool) -> None:
    assert load_courtesies(SEGURIDAD_SOCIAL).only_opens(text) is opens
