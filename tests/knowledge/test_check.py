from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.check import check


def test_good_content_has_nothing_to_say(tree: Path, day: date) -> None:
    report = check(tree, day)
    assert report.errors == ()
    assert report.warnings == ()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("articles/pension/eu.md", "Hileko pentsioa da.\n", "Hileko pentsioa da.\nBai.\n"), "has 2 lines"),
        (("articles/pension/eu.md", "{fact:pension.minimum}", "{fact:pension.age}"), "facts pension.age"),
        (("articles/pension/eu.md", "- ", ""), "a bullet in one language"),
        (("articles/pension/eu.md", "## how\nDeitu {fact:contact.phone} zenbakira.\n", ""), "sections are"),
        (("articles/pension/es.md", "{fact:pension.age}", "66 años"), "figure '66'"),
        (("articles/pension/es.md", "{fact:pension.age}", "{fact:pension.old}"), "unknown fact"),
        (("facts.yaml", "source: law", "source: lore"), "unknown source 'lore'"),
        (("catalogue/pension.yaml", "documents: [dni]", "documents: [passport]"), "unknown document"),
        (("catalogue/pension.yaml", "  how: [law]\n", ""), "no source for the aspect how"),
    ],
)
def test_errors(spoil: Callable[[str, str, str], Path], day: date, change: tuple[str, str, str], problem: str) -> None:
    report = check(spoil(*change), day)
    assert any(problem in error.problem for error in report.errors)


def test_forms_may_have_digits_in_their_names(spoil: Callable[[str, str, str], Path], day: date) -> None:
    root = spoil("articles/pension/es.md", "Es una pensión mensual.", "Pida el modelo TA.1 o el S1 (MP-1).")
    assert check(root, day).errors == ()


def test_a_missing_language_is_an_error(tree: Path, day: date) -> None:
    (tree / "articles" / "pension" / "gl.md").unlink()
    errors = check(tree, day).errors
    assert [error.file for error in errors] == ["articles/pension/gl.md"]


def test_an_article_of_no_need_is_an_error(tree: Path, day: date) -> None:
    (tree / "articles" / "widow").rename(tree / "articles" / "orphan")
    problems = " ".join(error.problem for error in check(tree, day).errors)
    assert "there is no need 'orphan'" in problems
    assert "the need names sources and has no article" in problems


def test_expired_facts_warn_with_the_sentences_they_block(tree: Path) -> None:
    warnings = check(tree, date(2027, 2, 1)).warnings
    assert len(warnings) == 12
    assert all("pension.minimum is expired" in warning.problem for warning in warnings)
    assert {warning.line for warning in warnings} == {10}


def test_facts_not_checked_for_half_a_year_warn(tree: Path) -> None:
    warnings = check(tree, date(2027, 5, 24)).warnings
    assert any("pension.age was last checked" in warning.problem for warning in warnings)


def test_long_sentences_warn(spoil: Callable[[str, str, str], Path], day: date) -> None:
    root = spoil("articles/pension/es.md", "Es una pensión mensual.", "palabra " * 36)
    assert [warning.problem for warning in check(root, day).warnings] == ["a sentence of 36 words; 35 at most"]
