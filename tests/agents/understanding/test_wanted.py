"""What a question wants: the side of the need and the kind of figure, in words that no example has."""

from functools import cache

import pytest

from agents.understanding.question.expected_answer import (
    ExpectedAnswer,
    ExpectedAnswerModel,
    build_expected_answer_model,
    train,
)
from agents.understanding.shared.tables import load_table, table_names
from knowledge.content.measures import Figure
from knowledge.languages import LANGUAGES
from tools.reading.folding import fold


@cache
def reader() -> ExpectedAnswerModel:
    return build_expected_answer_model()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("¿De dónde me descargo el papel de la vida laboral?", "url"),
        ("D'on em descarrego l'informe de vida laboral?", "url"),
        ("De onde descargo o informe de vida laboral?", "url"),
        ("Nondik deskargatzen dut lan-bizitzaren txostena?", "url"),
        ("Where could I download my work history?", "url"),
        ("Où puis-je télécharger mon relevé de carrière ?", "url"),
        ("¿Cuánto tardan en resolver la viudedad?", "time"),
        ("Quant triguen a resoldre la viduïtat?", "time"),
        ("Canto tardan en resolver a viuvez?", "time"),
        ("Zenbat denbora dute alarguntza ebazteko?", "time"),
        ("How long do they take to decide on a widow's pension?", "time"),
        ("Combien de temps mettent-ils à décider de la pension de veuve ?", "time"),
    ],
)
def test_the_kind_of_figure_is_told_from_the_wording(text: str, figure: Figure) -> None:
    assert reader().predict(fold(text)).figure == figure


def test_a_question_for_words_wants_no_figure() -> None:
    wanted = reader().predict(fold("¿Qué documentos tengo que llevar a la oficina?"))
    assert wanted.figure is None
    assert max(wanted.aspects, key=lambda aspect: wanted.aspects[aspect]) == "documents"


def test_nothing_is_known_of_words_never_seen() -> None:
    assert reader().predict(fold("xyzzy")) == ExpectedAnswer()
    assert reader().predict(fold("")) == ExpectedAnswer()


def test_the_sides_share_all_of_the_belief() -> None:
    wanted = reader().predict(fold("¿a qué edad?"))
    assert sum(wanted.aspects.values()) == pytest.approx(1, abs=1e-5)
    assert sum(wanted.figures.values()) < 1


def test_a_new_kind_is_learnt_from_its_examples() -> None:
    taught = train({("how", "url"): ["find it"], ("amount", "money"): ["pay it"]})
    assert taught.predict(fold("pay")).figure == "money"


def test_every_language_teaches_the_same_kinds() -> None:
    tables = {name: set(load_table(f"asked/{name}")) for name in table_names("asked")}
    assert set(tables) == set(LANGUAGES)
    assert len({frozenset(kinds) for kinds in tables.values()}) == 1
