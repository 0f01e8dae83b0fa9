"""The language of short and long messages, the weight of the conversation, and explicit wishes."""

from functools import cache

import pytest

from agents.understanding.folding import fold
from agents.understanding.language import LanguageDetector, build_detector
from knowledge.languages import LANGUAGES, Language


@cache
def detector() -> LanguageDetector:
    return build_detector()


SENTENCES: dict[Language, list[str]] = {
    "es": [
        "quiero pedir cita para jubilarme",
        "¿qué papeles tengo que llevar?",
        "no me han pagado la baja",
        "hola, buenas tardes",
        "mañana no puedo",
        "se me ha muerto el marido",
    ],
    "ca": [
        "vull demanar cita per jubilar-me",
        "quins papers he de portar?",
        "no m'han pagat la baixa",
        "bona vesprada",
        "demà no puc",
        "vullc saber quan cobraré",
        "m'agradaria parlar amb algú",
    ],
    "gl": [
        "quero pedir cita para xubilarme",
        "que papeis teño que levar?",
        "non me pagaron a baixa",
        "boas tardes",
        "mañá non podo",
        "grazas pola axuda",
        "onde está a oficina máis preto",
    ],
    "eu": [
        "erretiratzeko hitzordua nahi dut",
        "zein paper eraman behar ditut?",
        "ez didate baja ordaindu",
        "arratsalde on",
        "bihar ezin dut",
        "kaixo",
        "eskerrik asko",
    ],
    "en": [
        "I want to book an appointment",
        "what papers do I need?",
        "they have not paid my sick leave",
        "good afternoon",
        "tomorrow I can't",
    ],
    "fr": [
        "je voudrais prendre rendez-vous",
        "quels papiers faut-il apporter ?",
        "on ne m'a pas payé l'arrêt maladie",
        "bonjour",
        "demain je ne peux pas",
    ],
}

SWITCHES: list[tuple[str, Language]] = [
    ("en català, si us plau", "ca"),
    ("can we speak English", "en"),
    ("euskaraz mesedez", "eu"),
    ("¿podemos hablar en gallego?", "gl"),
    ("en castellano por favor", "es"),
    ("parlez-vous français ?", "fr"),
    ("me puede atender en catalán", "ca"),
    ("prefiero seguir en euskera", "eu"),
    ("in English please", "en"),
    ("falamos en galego?", "gl"),
    ("podem parlar en valencià?", "ca"),
    ("gaztelaniaz hitz egin dezakegu?", "es"),
    ("English", "en"),
    ("do you speak French?", "fr"),
    ("pots parlar en castellà?", "es"),
    ("en français s'il vous plaît", "fr"),
    ("ingelesez mesedez", "en"),
]


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in SENTENCES.items() for text in texts]
)
def test_the_language_is_recognised(language: Language, text: str) -> None:
    assert detector().detect(text).language == language


@pytest.mark.parametrize(("text", "language"), SWITCHES)
def test_an_explicit_wish_is_heard(text: str, language: Language) -> None:
    assert detector().switch(fold(text)) == language


@pytest.mark.parametrize(
    "text",
    [
        "necesito un certificado en inglés",
        "quiero jubilarme",
        "trabajé en el sector francés",
        "mi hija vive en Francia",
    ],
)
def test_naming_a_language_is_not_asking_for_it(text: str) -> None:
    assert detector().switch(fold(text)) is None


@pytest.mark.parametrize("prior", LANGUAGES)
@pytest.mark.parametrize("text", ["ok", "12345678Z", "41013", "hola", "Sevilla", "ana@example.org", "🙂", ""])
def test_one_word_or_a_number_keeps_the_conversation_language(text: str, prior: Language) -> None:
    assert detector().detect(text, prior).language == prior


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_message_outweighs_the_conversation_language(language: Language) -> None:
    prior: Language = "fr" if language != "fr" else "es"
    text = " ".join(SENTENCES[language][:3])
    assert detector().detect(text, prior).language == language


def test_a_neighbour_is_answered_in_the_nearest_served_language() -> None:
    guess = detector().detect("quero marcar uma consulta amanhã de manhã, por favor, não posso hoje")
    assert (guess.language, guess.code) == ("gl", "pt")


def test_confidence_is_a_probability() -> None:
    for texts in SENTENCES.values():
        assert all(0 <= detector().detect(text).confidence <= 1 for text in texts)
