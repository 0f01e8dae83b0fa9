"""Turns of agents with something wrong planted in them, and the same turns put right."""

from dataclasses import replace

import pytest

from agents.copilot.contradictions import Lines, contradictions
from agents.copilot.misnaming import NamedInArticles, misnamed
from agents.copilot.named_things import NamedThings
from agents.copilot.papers import Papers, wrong_papers
from agents.copilot.said_turn import SaidTurn, Wrong
from agents.copilot.turn_words import turn_words
from knowledge.languages import Language
from knowledge.search.knowledge_base import KnowledgeBase
from tests.agents.builders import NOW

TURNS: tuple[tuple[Language, str, str, str, str | None], ...] = (
    (
        "es",
        "auxilio_defuncion",
        "¿Cuánto pagan por el entierro?",
        "El auxilio por defunción es de 465 euros en total.",
        "figure",
    ),
    (
        "es",
        "auxilio_defuncion",
        "¿Cuánto pagan por el entierro?",
        "El auxilio por defunción es de 46,50 euros en total.",
        None,
    ),
    (
        "es",
        "viudedad",
        "¿Qué porcentaje se cobra?",
        "En general se cobra el 60 % de la base reguladora de la persona fallecida.",
        "figure",
    ),
    (
        "es",
        "viudedad",
        "¿Qué porcentaje se cobra?",
        "En general se cobra el 52 % de la base reguladora de la persona fallecida.",
        None,
    ),
    (
        "es",
        "viudedad",
        "¿cuánto tiempo tengo?",
        "Pídala pronto, porque se pagan atrasos de 12 meses como máximo.",
        "term",
    ),
    (
        "es",
        "nacimiento_cuidado",
        "¿cuántas semanas son?",
        "El permiso dura en total 16 semanas para cada progenitor.",
        "term",
    ),
    (
        "es",
        "nacimiento_cuidado",
        "¿cuántas semanas son?",
        "El permiso dura en total 19 semanas para cada progenitor.",
        None,
    ),
    ("es", "imv_variacion", "¿cuándo tengo que avisar?", "Hay 60 días naturales para comunicar cada cambio.", "term"),
    ("es", "imv_variacion", "¿cuándo tengo que avisar?", "Hay 30 días naturales para comunicar cada cambio.", None),
    (
        "es",
        "reclamacion_previa",
        "¿hasta cuándo puedo reclamar?",
        "Para la reclamación previa tiene 30 días hábiles desde la notificación de la resolución.",
        None,
    ),
    (
        "es",
        "jubilacion_ordinaria",
        "¿a qué edad me jubilo?",
        "La edad de jubilación es este año de 66 años y 10 meses.",
        None,
    ),
    ("es", "amianto", "¿dónde se pide?", "Se presenta en la Tesorería General de la Seguridad Social.", "body"),
    ("es", "amianto", "¿dónde se pide?", "Se presenta en el INSS.", None),
    ("es", "viudedad", "¿qué papeles llevo?", "Traiga el certificado de antecedentes penales.", "document"),
    ("es", "viudedad", "¿qué papeles llevo?", "Traiga el certificado de defunción.", None),
    ("es", "viudedad", "¿qué papeles llevo?", "Traiga el libro de familia y la última nómina.", None),
    (
        "ca",
        "auxilio_defuncion",
        "quant paguen per l'enterrament?",
        "L'auxili per defunció és de 465 euros en total.",
        "figure",
    ),
    (
        "ca",
        "auxilio_defuncion",
        "quant paguen per l'enterrament?",
        "L'auxili per defunció és de 46,50 euros en total.",
        None,
    ),
    (
        "ca",
        "viudedad",
        "quin percentatge es cobra?",
        "En general es cobra el 60 % de la base reguladora de la persona difunta.",
        "figure",
    ),
    (
        "ca",
        "viudedad",
        "quin percentatge es cobra?",
        "En general es cobra el 52 % de la base reguladora de la persona difunta.",
        None,
    ),
    (
        "ca",
        "imv_variacion",
        "quan ho he de dir?",
        "Hi ha 60 dies naturals per comunicar cada canvi, des que es produeix.",
        "term",
    ),
    (
        "ca",
        "imv_variacion",
        "quan ho he de dir?",
        "Hi ha 30 dies naturals per comunicar cada canvi, des que es produeix.",
        None,
    ),
    (
        "ca",
        "it_revision_alta_mutua",
        "quant temps tinc?",
        "Hi ha 30 dies hàbils per demanar la revisió de l'alta, des de la notificació.",
        "term",
    ),
    (
        "ca",
        "it_revision_alta_mutua",
        "quant temps tinc?",
        "Hi ha 10 dies hàbils per demanar la revisió de l'alta, des de la notificació.",
        None,
    ),
    (
        "ca",
        "agrario",
        "quants dies calen?",
        "Per continuar d'alta els dies sense feina al camp calen 60 dies de jornades reals.",
        "term",
    ),
    ("ca", "amianto", "on es demana?", "Es presenta a la Tresoreria.", "body"),
    ("ca", "amianto", "on es demana?", "Es presenta a l'INSS.", None),
    ("ca", "viudedad", "quins papers porto?", "Porti el certificat d'antecedents penals.", "document"),
    ("ca", "viudedad", "quins papers porto?", "Porti el certificat de defunció.", None),
    ("en", "auxilio_defuncion", "how much is it for the funeral?", "The death grant is 465 euros in total.", "figure"),
    ("en", "auxilio_defuncion", "how much is it for the funeral?", "The death grant is 46.50 euros in total.", None),
    (
        "en",
        "viudedad",
        "what percentage do I get?",
        "In general you get 52% of the deceased person's regulatory base.",
        None,
    ),
    (
        "en",
        "imv_variacion",
        "when do I have to say?",
        "You have 30 calendar days to report each change, from when it happens.",
        None,
    ),
    (
        "en",
        "nacimiento_cuidado",
        "how many weeks is it?",
        "The birth leave is 16 weeks in total for each parent.",
        "term",
    ),
    (
        "en",
        "nacimiento_cuidado",
        "how many weeks is it?",
        "The birth leave is 19 weeks in total for each parent.",
        None,
    ),
    ("en", "amianto", "where do I apply?", "You apply at the Social Security Treasury.", "body"),
    ("en", "amianto", "where do I apply?", "You apply at the INSS.", None),
    ("en", "viudedad", "which papers do I bring?", "Bring a criminal record certificate.", "document"),
    ("en", "viudedad", "which papers do I bring?", "Bring the death certificate.", None),
    (
        "gl",
        "viudedad",
        "que porcentaxe se cobra?",
        "Cóbrase en xeral o 60 % da base reguladora da persoa falecida.",
        "figure",
    ),
    ("eu", "imv_variacion", "noiz esan behar dut?", "Aldaketa bakoitza jakinarazteko 60 egun natural daude.", "term"),
    (
        "fr",
        "auxilio_defuncion",
        "combien pour l'enterrement ?",
        "L'allocation de décès est de 465 euros au total.",
        "figure",
    ),
)
"""Language, need on the table, what the citizen asked, what the agent says, and the kind of what is wrong, if any."""
_RANKED = 0.3
"""As probably as the reader asks for the line that is spoken of, or likelier; here for every line."""


@pytest.mark.parametrize(("language", "need", "asked", "said", "kind"), TURNS)
def test_only_what_the_articles_tell_otherwise_is_wrong(
    knowledge_base: KnowledgeBase, language: Language, need: str, asked: str, said: str, kind: str | None
) -> None:
    found = wrongs(knowledge_base, SaidTurn(said, language, language, asked, [asked], [], {need: 0.8}))
    assert [one.kind for one in found[:1]] == ([kind] if kind else [])
    for one in found:
        assert one.said in said
        assert one.unit.need == need


@pytest.mark.parametrize(
    ("kind", "said", "least"),
    [("body", "Se presenta en la Tesorería.", 0.3), ("document", "Traiga el testamento.", 0.6)],
)
def test_a_need_that_is_not_likely_says_nothing_of_bodies_and_papers(
    knowledge_base: KnowledgeBase, kind: str, said: str, least: float
) -> None:
    need = "amianto" if kind == "body" else "viudedad"
    for chance, expected in ((least - 0.01, []), (least, [kind])):
        turn = SaidTurn(said, "es", "es", "", [], [], {need: chance})
        assert [one.kind for one in misnamed(turn, articles(knowledge_base))] == expected


def test_another_body_beside_the_right_one_is_no_mistake(knowledge_base: KnowledgeBase) -> None:
    turn = SaidTurn("Primero la Tesorería y después el INSS.", "es", "es", "", [], [], {"amianto": 0.8})
    assert not list(misnamed(turn, articles(knowledge_base)))


@pytest.mark.parametrize("said", ["¡Tesorería!", "la  TESORERÍA", "Tesorería General"])
def test_what_is_named_is_found_however_it_is_written(said: str) -> None:
    things = NamedThings.of({"body": {"TGSS": ["tesoreria*"]}})
    start, end = things.find("body", said)["TGSS"]
    assert said[start:end].casefold() == "tesorería"


@pytest.mark.parametrize(
    ("language", "need", "asked", "said", "wrong"),
    [
        ("es", "auxilio_defuncion", "¿qué llevo?", "el dni, la factura de la funeraria no hace falta", "documents.2"),
        ("es", "auxilio_defuncion", "¿qué llevo?", "el dni y la factura de la funeraria", None),
        ("es", "auxilio_defuncion", "¿qué llevo?", "si ya la entregó, la factura de la funeraria no hace falta", None),
        ("es", "auxilio_defuncion", "¿y el libro de familia?", "no, no hace falta", None),
        ("es", "auxilio_defuncion", "¿y el certificado de defunción?", "no, no hace falta", "documents.1"),
        (
            "es",
            "auxilio_defuncion",
            "¿y el certificado de defunción?",
            "no hace falta que pague nada hasta junio",
            None,
        ),
        ("es", "orfandad", "", "no hace falta el libro de familia, vale el certificado de nacimiento", None),
        ("es", "incapacidad_temporal_info", "", "el parte de baja lo tiene que entregar en la empresa", "what.3"),
        ("es", "incapacidad_temporal_info", "", "el parte de baja no hace falta entregarlo", None),
        ("ca", "viudedad", "i el certificat de defunció", "no, el de defunció no cal que el porti", "documents.1"),
        ("gl", "viudedad", "", "non fai falta o certificado de defunción", "documents.1"),
        ("eu", "orfandad", "", "heriotza-ziurtagiria ez duzu ekarri behar", "documents.1"),
        ("en", "orfandad", "", "you don't need the death certificate", "documents.1"),
        ("fr", "orfandad", "", "l'acte de décès n'est pas nécessaire", "documents.1"),
    ],
)
def test_a_paper_that_the_article_lists_is_needed(
    knowledge_base: KnowledgeBase, language: Language, need: str, asked: str, said: str, wrong: str | None
) -> None:
    turn = SaidTurn(said, language, language, asked, [asked], [], {need: 0.8})
    found = list(wrong_papers(turn, papers(knowledge_base)))
    assert [str(one.unit) for one in found] == ([f"{need}/{wrong}"] if wrong else [])
    assert all(one.said in said for one in found)


def test_papers_of_a_need_that_is_not_likely_are_left(knowledge_base: KnowledgeBase) -> None:
    turn = SaidTurn("no hace falta el certificado de defunción", "es", "es", "", [], [], {"viudedad": 0.29})
    assert not list(wrong_papers(turn, papers(knowledge_base)))


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("Son 60 días naturales para comunicarlo.", "mi número es dos tres seis cero uno cuatro", True),
        ("Son 60 días naturales para comunicarlo.", "me dijeron que tenía sesenta días", False),
        ("Son sesenta días naturales para comunicarlo.", "trabajo sesenta horas", True),
    ],
)
def test_what_the_person_told_is_no_mistake(knowledge_base: KnowledgeBase, said: str, heard: str, wrong: bool) -> None:
    turn = SaidTurn(said, "es", "es", "¿cuándo tengo que comunicarlo?", [heard], [], {"imv_variacion": 0.9})
    assert bool(wrongs(knowledge_base, turn)) is wrong


def test_a_figure_is_read_in_the_language_of_who_says_it(knowledge_base: KnowledgeBase) -> None:
    said = "en general se cobra el sesenta y siete por ciento de la base reguladora de la persona fallecida"
    turn = SaidTurn(said, "es", "en", "what percentage do I get?", [], [], {"viudedad": 0.8})
    assert [one.kind for one in wrongs(knowledge_base, turn)] == ["figure"]


def test_what_is_told_beside_a_figure_does_not_contradict_it(knowledge_base: KnowledgeBase) -> None:
    said = "son diecinueve semanas cada uno las seis primeras obligatorias y seguidas después del parto"
    turn = SaidTurn(said, "es", "es", "¿cuántas semanas tengo?", [], [], {"nacimiento_cuidado": 0.8})
    assert not wrongs(knowledge_base, turn)


def wrongs(knowledge_base: KnowledgeBase, turn: SaidTurn) -> list[Wrong]:
    day = NOW.date()
    lines = Lines(knowledge_base.on(day).corpus, knowledge_base.facts, day, turn.language)
    ranked = {line.unit: _RANKED for need in turn.needs for line in lines.of(need)}
    turn = replace(turn, ranked=ranked)
    return [*contradictions(turn, lines, turn_words()), *misnamed(turn, articles(knowledge_base))]


def articles(knowledge_base: KnowledgeBase) -> NamedInArticles:
    corpus = knowledge_base.on(NOW.date()).corpus
    return NamedInArticles(
        corpus, knowledge_base.catalogue, NamedThings.load(knowledge_base.administration), turn_words()
    )


def papers(knowledge_base: KnowledgeBase) -> Papers:
    things = NamedThings.load(knowledge_base.administration)
    return Papers(knowledge_base.on(NOW.date()).corpus, things, turn_words())


def test_the_report_of_an_accident_is_no_sick_note(knowledge_base: KnowledgeBase) -> None:
    things = NamedThings.load(knowledge_base.administration)
    assert things.find("document", "Traiga el parte de accidente.").keys() == {"accident_report"}
    assert things.find("document", "el parte no hace falta").keys() == {"sick_note"}
    assert not things.find("document", "por cada año, o parte de un año")
