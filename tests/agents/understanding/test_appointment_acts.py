"""What is done at a step of an appointment is read as people say it; the kept model is of today's lines."""

from functools import cache
from typing import get_args

import pytest

from agents.reception.tasks.task import EXPECTED
from agents.understanding.appointments.act_model import KEPT, acts_digest, load_acts
from agents.understanding.appointments.steps import ACTS, LastAsked, Step, StepExample, step_examples
from agents.understanding.shared.labels import Label
from agents.understanding.shared.tables import own_model
from agents.understanding.understander import Understander
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import NOW

SAID: dict[tuple[Step, Label], dict[Language, str]] = {
    ("reference", "book"): {
        "es": "pues olvide esa y búsqueme otra nueva", "ca": "doncs oblidi aquella i busqui-me'n una de nova",
        "gl": "pois esqueza esa e búsqueme outra nova", "eu": "ba ahaztu hori eta hartu iezadazu berri bat",
        "en": "well forget that one and find me a new one", "fr": "eh bien oubliez celui-là et prenez-m'en un nouveau",
    },
    ("reference", "locator_lost"): {
        "es": "ese código no lo tengo apuntado en ningún sitio", "ca": "aquest codi no el tinc apuntat enlloc",
        "gl": "ese código non o teño apuntado en ningures", "eu": "kode hori ez daukat inon apuntatuta",
        "en": "I never wrote that code down anywhere", "fr": "ce code, je ne l'ai noté nulle part",
    },
    ("option", "drop"): {
        "es": "mejor lo dejamos, ya no quiero ninguna", "ca": "millor ho deixem, ja no en vull cap",
        "gl": "mellor deixámolo, xa non quero ningunha", "eu": "hobe dugu uztea, ez dut bat ere nahi",
        "en": "let's leave it, I don't want any after all", "fr": "laissons tomber, je n'en veux plus",
    },
    ("confirm", "affirm"): {
        "es": "sí, todo correcto, adelante", "ca": "sí, tot correcte, endavant", "gl": "si, todo correcto, adiante",
        "eu": "bai, dena ondo, aurrera", "en": "yes, all correct, go ahead", "fr": "oui, tout est correct, allez-y",
    },
    ("idle", "change"): {
        "es": "el lunes tengo cita y me es imposible ir", "ca": "dilluns tinc cita i m'és impossible anar-hi",
        "gl": "o luns teño cita e éme imposible ir", "eu": "astelehenean hitzordua dut eta ezinezkoa zait joatea",
        "en": "I have an appointment on Monday and I can't possibly make it",
        "fr": "j'ai rendez-vous lundi et il m'est impossible d'y aller",
    },
    ("option", "matter"): {
        "es": "esa no es, le he dicho que es por la orfandad", "ca": "aquesta no és, li he dit que és per l'orfandat",
        "gl": "esa non é, díxenlle que é pola orfandade", "eu": "ez da hori, umezurtz-pentsioagatik dela esan dut",
        "en": "that's not it, I told you it's about the orphan's pension",
        "fr": "ce n'est pas ça, je vous ai dit que c'est pour la pension d'orphelin",
    },
}  # fmt: skip


@cache
def taught() -> list[StepExample]:
    return step_examples()


def test_every_language_says_every_act_at_every_step() -> None:
    lines = taught()
    assert len(lines) > 9_000
    for language in LANGUAGES:
        own = [one for one in lines if one.language == language]
        assert {act for one in own for act in one.acts} == set(ACTS)
        assert {one.step for one in own} == set(get_args(Step))


def test_the_kept_model_is_of_the_lines_of_today(real: Understander) -> None:
    digest = acts_digest(taught(), real.encoder.identity)
    assert load_acts(own_model(SEGURIDAD_SOCIAL, KEPT), digest) is not None, "isac train appointments"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("step", "act"), SAID)
def test_an_act_is_read_at_its_step(real: Understander, step: Step, act: Label, language: Language) -> None:
    text = SAID[step, act][language]
    assert text not in {one.text for one in taught()}
    reading = real.read_message(text, prior=language, now=NOW, asked=LastAsked(step))
    assert act in reading.labels


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "sí, perfecto, hasta luego"), ("ca", "sí, ja està, gràcies"), ("gl", "vale, ata logo"),
        ("eu", "ados, agur"), ("en", "yep all good, bye"), ("fr", "oui c bon"),
    ],
)  # fmt: skip
def test_a_yes_that_takes_leave_is_a_yes(real: Understander, language: Language, text: str) -> None:
    labels = real.read_message(text, prior=language, now=NOW, asked=LastAsked("confirm")).labels
    assert "affirm" in labels
    assert labels.isdisjoint({"deny", "drop"})


@pytest.mark.parametrize(
    "text",
    ["bueno, no sé yo", "a ver, déjeme pensarlo", "well I'm not sure about that hour", "espera un moment", "hmm"],
)
def test_what_is_no_clear_yes_books_nothing(real: Understander, text: str) -> None:
    assert "affirm" not in real.read_message(text, prior=None, now=NOW, asked=LastAsked("confirm")).labels


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "quiero cita en Granada, la semana que viene no puedo, la siguiente"),
        ("ca", "vull cita a Girona, la setmana vinent no puc, la següent"),
        ("gl", "quero cita en Lugo, a semana que vén non podo, a seguinte"),
        ("eu", "hitzordua nahi dut Bilbon, datorren astean ezin dut, hurrengoan"),
        ("en", "I want an appointment in Malaga, next week I can't, the one after"),
        ("fr", "je veux un rendez-vous à Irun, la semaine prochaine je ne peux pas, celle d'après"),
    ],
)
def test_a_new_one_is_not_one_to_move_because_of_a_week_that_will_not_do(
    real: Understander, language: Language, text: str
) -> None:
    labels = real.read_message(text, prior=language, now=NOW, asked=LastAsked("idle")).labels
    assert "book" in labels
    assert labels.isdisjoint({"change", "cancel"})


BETTER_BY_PHONE: dict[Language, str] = {
    "es": "mejor por telefono", "ca": "millor presencial", "gl": "mellor en persoa", "eu": "aurrez aurre hobeto",
    "en": "I'd rather do it by phone", "fr": "je préfère au téléphone",
}  # fmt: skip
NOT_TOMORROW: dict[Language, str] = {
    "es": "mañana no me viene bien", "ca": "dema no em va be", "gl": "mañá non me vén ben",
    "eu": "bihar ez datorkit ondo", "en": "tomorrow is no good", "fr": "demain ca va pas",
}  # fmt: skip


@pytest.mark.parametrize("said", [BETTER_BY_PHONE, NOT_TOMORROW])
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_wants_another_way_or_another_day_leaves_nothing(
    real: Understander, language: Language, said: dict[Language, str]
) -> None:
    asked = LastAsked("option", EXPECTED["option"])
    labels = real.read_message(said[language], prior=language, now=NOW, asked=asked).labels
    assert labels.isdisjoint({"drop", "crisis", "unsafe", "person"})


@pytest.mark.parametrize(
    "text", ["déjalo, mañana no puedo", "leave it, I'd rather phone them by phone", "mejor no, ya llamo por teléfono"]
)
def test_who_says_so_leaves_it_whatever_else_is_said(real: Understander, text: str) -> None:
    labels = real.read_message(text, prior=None, now=NOW, asked=LastAsked("option", EXPECTED["option"])).labels
    assert labels & {"drop", "lets_go"}
