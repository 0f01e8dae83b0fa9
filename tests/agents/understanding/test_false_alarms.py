"""Who is in no danger is not asked about it, who is is heard; who wants nobody is not put through, and who wants is."""

from datetime import UTC, datetime

import pytest

from agents.understanding.shared.labels import DANGERS
from agents.understanding.understander import Understander
from knowledge.languages import Language

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ca",
            "Perfecte! I les setmanes les pot repartir com vulga o ha de ser tot seguit? volen que ell les agafe "
            "després d'ella",
        ),
        ("eu", "Nola eskatzen da joan gabe? Ama ez da mugitzen, nik egin dezaket semea naizelako?"),
        ("es", "Mi madre ya no se mueve de casa, ¿puedo pedir la pensión yo en su nombre?"),
        ("ca", "La meva mare no es mou de casa, puc demanar la pensió jo en nom seu?"),
        ("gl", "Miña nai xa non se move da casa, podo pedir a pensión eu no seu nome?"),
        ("en", "My mother does not get about any more, can I apply for the pension on her behalf?"),
        ("fr", "Ma mère ne bouge plus de chez elle, puis-je demander la pension à sa place ?"),
    ],
)
def test_who_is_in_no_danger_is_not_asked_about_it(real: Understander, language: Language, text: str) -> None:
    assert not real.read_message(text, prior=language, now=NOW).labels & {*DANGERS, "unsafe"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Mi padre se ha caído y no se mueve, ¿qué hago?"),
        ("ca", "El meu pare ha caigut i no es mou, què faig?"),
        ("gl", "Meu pai caeu e non se move, que fago?"),
        ("eu", "Aita erori da eta ez da mugitzen, zer egingo dut?"),
        ("en", "My father has collapsed and is unconscious, what do I do?"),
        ("fr", "Mon père est tombé et il ne bouge plus, qu'est-ce que je fais ?"),
    ],
)
def test_who_is_in_danger_and_asks_is_heard(real: Understander, language: Language, text: str) -> None:
    assert real.read_message(text, prior=language, now=NOW).labels & {"emergency", "unsafe"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "No, si me tiene que atender una persona para eso, paso. ¿No hay un formulario para quejas o algo?"),
        ("ca", "No, si he de parlar amb una persona, passo. No hi ha cap formulari?"),
        ("gl", "Non, se teño que falar cunha persoa, paso. Non hai un formulario?"),
        ("en", "No, if I have to speak to a person, forget it. Is there no form?"),
        ("fr", "Non, s'il faut parler à un conseiller, laissez tomber. Il n'y a pas de formulaire ?"),
    ],
)
def test_who_would_rather_have_nobody_is_not_put_through(real: Understander, language: Language, text: str) -> None:
    assert "person" not in real.read_message(text, prior=language, now=NOW).labels


def test_a_person_asked_for_in_the_words_of_a_valley_is_heard(real: Understander) -> None:
    text = "12 urte?? gezurre! 41 esan dot hiru bidar. zuek ez dozue ezer entenduten, norbaitegaz berba egin gura dot"
    assert "person" in real.read_message(text, prior="eu", now=NOW).labels
