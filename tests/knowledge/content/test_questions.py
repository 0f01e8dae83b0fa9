"""Questions of the answer units: read with their unit, language and writer, or refused with file and line."""

from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.checks.check import check_content
from knowledge.content.questions import load_questions, parse_questions
from knowledge.errors import ContentError
from knowledge.passages import UnitId

WHAT, AMOUNT, WIDOWS = UnitId("pension", "what", 1), UnitId("pension", "amount", 2), UnitId("widow", "amount", 1)
UNITS = {WHAT, AMOUNT, WIDOWS}


def written(tree: Path, text: str, name: str = "pension/ana.txt") -> Path:
    file = tree / "questions" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return tree


def test_a_question_has_its_units_language_and_writer(tree: Path) -> None:
    written(tree, "# what.1\nes ¿qué es la pensión?\neu> eta hori zer da\n\n# amount.2 widow/amount.1\nen> how much\n")
    first, second, third = parse_questions(load_administration(tree), UNITS)[0]
    assert (first.units, first.language, first.text, first.leans) == ((WHAT,), "es", "¿qué es la pensión?", False)
    assert (second.language, second.leans, second.writer) == ("eu", True, "ana")
    assert third.units == (AMOUNT, WIDOWS)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("# what.9\nes ¿qué?\n", 1, "there is no answer unit 'pension/what.9'"),
        ("# price.1\n", 1, "there is no answer unit '# price.1'"),
        ("es ¿qué?\n", 1, "neither '# unit' nor a language and a question"),
        ("# what.1\npt o que é?\n", 2, "neither '# unit' nor a language and a question"),
        ("# what.1\nes\n", 2, "neither '# unit' nor a language and a question"),
    ],
)
def test_mistakes_are_named_with_file_and_line(tree: Path, text: str, line: int, problem: str) -> None:
    _, problems = parse_questions(load_administration(written(tree, text)), UNITS)
    assert ("questions/pension/ana.txt", line) in [(one.file, one.line) for one in problems]
    assert any(problem in one.problem for one in problems)
    with pytest.raises(ContentError):
        load_questions(load_administration(tree), UNITS)


def test_an_administration_without_questions_has_none(tree: Path) -> None:
    assert parse_questions(load_administration(tree), UNITS) == ((), [])


def test_the_content_check_names_a_unit_that_no_article_has(tree: Path) -> None:
    written(tree, "# what.1\nes ¿qué es?\n# what.99\nes ¿y eso?\n")
    found = [one for one in check_content(tree).errors if one.file.startswith("questions/")]
    assert [(one.file, one.line, one.problem) for one in found] == [
        ("questions/pension/ana.txt", 3, "there is no answer unit 'pension/what.99'")
    ]
