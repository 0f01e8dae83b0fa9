"""What the agent has just asked for."""

import pytest

from knowledge.languages import Language
from speech.calls.questions import kinds_asked, standing_question
from speech.segments import Segment, Word

DOCUMENT = frozenset({"dni", "nie"})


def segment(text: str, language: Language = "es", start: float = 0.0) -> Segment:
    words = text.split()
    return Segment(0, language, tuple(Word(word, start + n, start + n + 1, 0.9) for n, word in enumerate(words)))


def asked(text: str, language: Language = "es", after: float = 1.0) -> frozenset[str]:
    question = segment(text, language)
    return kinds_asked(question, segment("doce treinta y cuatro", language, question.end + after))


@pytest.mark.parametrize(
    ("language", "question", "kinds"),
    [
        ("es", "¿Me dice su DNI, por favor?", DOCUMENT),
        ("es", "Dígame el número de la Seguridad Social.", {"nuss"}),
        ("es", "Necesito un teléfono para llamarle", {"phone"}),
        ("es", "¿Puede repetirme la cuenta?", {"iban"}),
        ("ca", "Digui'm el seu DNI, si us plau.", DOCUMENT),
        ("ca", "Quin és el seu codi postal", {"postcode"}),
        ("gl", "Pode dicirme o seu DNI", DOCUMENT),
        ("gl", "Cal é o seu teléfono?", {"phone"}),
        ("eu", "Esadazu zure NAN zenbakia, mesedez.", DOCUMENT),
        ("eu", "Zein da zure telefono zenbakia?", {"phone"}),
        ("en", "Tell me your ID number, please.", DOCUMENT),
        ("en", "I need your social security number", {"nuss"}),
        ("fr", "Donnez-moi votre numéro de téléphone.", {"phone"}),
        ("fr", "Pouvez-vous me dire votre code postal ?", {"postcode"}),
    ],
)
def test_the_agent_asks(language: Language, question: str, kinds: set[str]) -> None:
    assert asked(question, language) == kinds


@pytest.mark.parametrize("said", ["Su DNI está caducado.", "¿En qué puedo ayudarle?", "Muy bien, gracias.", "Dígame."])
def test_no_identity_is_asked_for(said: str) -> None:
    assert asked(said) == frozenset()


def test_after_a_while_it_is_no_answer() -> None:
    assert asked("¿Me dice su DNI?", after=21) == frozenset()
    assert kinds_asked(None, segment("doce")) == frozenset()


@pytest.mark.parametrize(
    ("more", "after", "kinds"),
    [
        ("Sí, dígame.", 1.0, DOCUMENT),
        ("Un momento, por favor.", 1.0, DOCUMENT),
        ("¿Y su teléfono?", 1.0, {"phone"}),
        ("Gracias, ¿y cuántos hijos tiene usted?", 1.0, set()),
        ("Sí, dígame.", 21.0, set()),
    ],
)
def test_a_yes_of_the_agent_takes_nothing_back(more: str, after: float, kinds: set[str]) -> None:
    question = segment("¿Me dice su DNI?")
    stands = standing_question(question, segment(more, start=question.end + after))
    assert kinds_asked(stands, segment("doce treinta y cuatro", start=question.end + after + 6)) == kinds


def test_what_was_said_before_the_question_is_no_answer() -> None:
    question = segment("¿Me dice su DNI?", start=10)
    assert kinds_asked(question, segment("doce treinta y cuatro")) == frozenset()
    assert kinds_asked(question, segment("doce treinta y cuatro", start=question.end - 0.5)) == DOCUMENT
