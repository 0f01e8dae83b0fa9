"""The language of short and long messages, the weight of the conversation, and explicit wishes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.languages import LANGUAGES, Language
from tests.agents.understanding.languages import detector, table
from tools.reading.folding import fold

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
    asked = detector().asked(fold(text))
    assert asked is not None
    assert asked.language == language


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
    assert detector().asked(fold(text)) is None


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


@given(st.text(max_size=80), st.sampled_from([None, *LANGUAGES]))
@settings(max_examples=150, deadline=None)
def test_any_text_has_a_served_language_and_a_probability(text: str, prior: Language | None) -> None:
    guess = detector().detect(text, prior)
    assert guess.language in LANGUAGES
    assert 0 <= guess.confidence <= 1


@given(
    st.sampled_from([text for texts in table("short").values() for text in texts if " " not in text]),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=100, deadline=None)
def test_one_word_never_moves_a_conversation(word: str, prior: Language) -> None:
    assert detector().detect(word, prior).language == prior


def test_a_word_of_no_language_stays_in_that_of_the_conversation() -> None:
    assert detector().detect("vale", "eu").language == "eu"
    assert detector().detect("vale").language == "es"


@given(
    st.sampled_from([(code, text) for code, texts in table("service").items() for text in texts]),
    st.sampled_from(
        ["@ana_93", "#cita", "https://t.co/x1Y2z3", "ana@example.org", "12345678Z", "🙂", "www.inss.es/cita"]
    ),
)
@settings(max_examples=60, deadline=None)
def test_addresses_tags_and_numbers_are_of_no_language(case: tuple[str, str], noise: str) -> None:
    assert detector().detect(f"{noise} {case[1]}") == detector().detect(case[1])


@pytest.mark.parametrize(
    ("text", "language"), [("holaaaaa", "es"), ("grazaaaas", "gl"), ("kaixooo", "eu"), ("ADÉU", "ca")]
)
def test_long_vowels_and_capitals_change_nothing(text: str, language: Language) -> None:
    assert detector().detect(text).language == language


@pytest.mark.parametrize("text", ["ok", "hola", "no", "si", "vale", "cita", "pension", "cita previa", "DNI", "Sevilla"])
def test_what_many_languages_share_is_not_clear(text: str) -> None:
    assert detector().detect(text).confidence < 0.9


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ola, necesito cita", "gl"), ("ola necesito cita", "gl"), ("boas, cita", "gl"),
        ("hola, necesito cita", "es"), ("kaixo, quiero cita", "es"), ("ola, quiero pedir cita mañana", "es"),
    ],
)  # fmt: skip
def test_a_greeting_decides_where_no_other_word_does(text: str, language: Language) -> None:
    assert detector().detect(text).language == language
