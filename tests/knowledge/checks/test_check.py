from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.checks.check import check_content
from knowledge.checks.readability import lix


def test_good_content_has_nothing_to_say(tree: Path, day: date) -> None:
    report = check_content(tree, day)
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
        (("needs/pension.yaml", "documents: [dni]", "documents: [passport]"), "unknown document"),
        (
            ("needs/pension.yaml", "[dni]\n", "[dni]\n  online: {link: pension.age, identification: [photo]}\n"),
            "no line of 'how' has 'pension.age'",
        ),
        (
            (
                "needs/pension.yaml",
                "[dni]\n",
                "[dni]\n  online: {link: contact.phone, identification: [photo], sentences: 2}\n",
            ),
            "'how' ends before",
        ),
        (("needs/pension.yaml", "[dni]\n", "[dni]\n  urgent: CAISS\n"), "no line of 'how' names 'CAISS'"),
        (
            ("needs/pension.yaml", "[dni]\n", "[dni]\n  online: {link: contact.phone, identification: [fax]}\n"),
            "'identification' has 'fax'",
        ),
        (("documents.yaml", "ca: DNI", "ca: DNI, ca-valencia: DNI"), "says the same as 'ca'"),
        (("needs/pension.yaml", "  how: [law]\n", ""), "no source for the aspect how"),
        (
            ("articles/pension/es.md", "Es una pensión mensual.", "Lea https://www.boe.es."),
            "link 'https://www.boe.es.'",
        ),
        (("articles/pension/es.md", "Es una pensión mensual.", "Lea www.boe.es."), "link 'www.boe.es.'"),
        (("needs/pension.yaml", "https://prestaciones.seg-social.es", "https://pensions.example"), "official site"),
        (("articles/pension/es.md", "Llame al", "Es una pensión mensual.\nLlame al"), "the sentence of line 7 again"),
        (("easy/pension/eu.md", "Hileko dirua da.", "Hileko dirua da.\nBai."), "what has 2 lines"),
        (("easy/pension/es.md", "{fact:contact.phone}", "{fact:contact.fax}"), "unknown fact 'contact.fax'"),
        (("easy/pension/es.md", "Es dinero cada mes.", "Es dinero 14 veces."), "figure '14'"),
        (("easy/pension/es.md", "Es dinero cada mes.", "palabra " * 17), "an easy-read sentence of 17 words"),
    ],
)
def test_errors(spoil: Callable[[str, str, str], Path], day: date, change: tuple[str, str, str], problem: str) -> None:
    report = check_content(spoil(*change), day)
    assert any(problem in error.problem for error in report.errors)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("needs/pension.yaml", "action: answer", "action: decide"), "'action' is 'decide'"),
        (("facts.yaml", "unit: age", "unit: old_age"), "'unit' is 'old_age'"),
        (("sources.yaml", "retrieved: 2026-11-24", "retrieved: yesterday"), "'retrieved' must be a date"),
        (("documents.yaml", "ca: DNI", "ca: 3"), "'ca' must be text"),
    ],
)
def test_what_names_an_entry_with_a_mistake_is_not_wrong_too(
    spoil: Callable[[str, str, str], Path], day: date, change: tuple[str, str, str], problem: str
) -> None:
    (error,) = check_content(spoil(*change), day).errors
    assert problem in error.problem


def test_forms_may_have_digits_in_their_names(spoil: Callable[[str, str, str], Path], day: date) -> None:
    root = spoil("articles/pension/es.md", "Es una pensión mensual.", "Pida el modelo TA.1 o el S1 (MP-1).")
    assert check_content(root, day).errors == ()


def test_a_missing_language_is_an_error(tree: Path, day: date) -> None:
    (tree / "articles" / "pension" / "gl.md").unlink()
    errors = check_content(tree, day).errors
    assert [error.file for error in errors] == ["articles/pension/gl.md"]


def test_an_article_of_no_need_is_an_error(tree: Path, day: date) -> None:
    (tree / "articles" / "widow").rename(tree / "articles" / "orphan")
    problems = " ".join(error.problem for error in check_content(tree, day).errors)
    assert "there is no need 'orphan'" in problems
    assert "the need names sources and has no article" in problems


def test_expired_facts_warn_with_the_sentences_they_block(tree: Path) -> None:
    warnings = check_content(tree, date(2027, 2, 1)).warnings
    assert len(warnings) == 12
    assert all("pension.minimum is expired" in warning.problem for warning in warnings)
    assert {warning.line for warning in warnings} == {10}


def test_facts_not_checked_for_half_a_year_warn(tree: Path) -> None:
    warnings = check_content(tree, date(2027, 5, 24)).warnings
    assert any("pension.age was last checked" in warning.problem for warning in warnings)


def test_long_sentences_warn(spoil: Callable[[str, str, str], Path], day: date) -> None:
    root = spoil("articles/pension/es.md", "Es una pensión mensual.", "sol " * 36)
    assert [warning.problem for warning in check_content(root, day).warnings] == ["a sentence of 36 words; 35 at most"]


@pytest.mark.parametrize(
    ("change", "place", "problem"),
    [
        (
            ("articles/pension/es.md", "Es una pensión mensual.", "La misma pensión.\n" * 110),
            ("articles/pension/es.md", 6),
            "a section of 330 words; 320 at most",
        ),
        (
            ("articles/pension/es.md", "Es una pensión mensual.", "Prestación contributiva extraordinaria.\n" * 9),
            ("articles/pension/es.md", 1),
            "(LIX); 49 at most",
        ),
        (
            ("easy/pension/es.md", "Es dinero cada mes.", "Prestación contributiva mensual."),
            ("easy/pension/es.md", 1),
            "the full article has",
        ),
        (
            ("facts.yaml", "contact.phone:", "contact.fax:\n  periods:\n    - {value: 3, valid_from: null, "
             "valid_to: null, source: law, checked: 2026-11-24}\n  unit: count\ncontact.phone:"),
            ("facts.yaml", 11),
            "contact.fax is used nowhere",
        ),
        (
            ("sources.yaml", "law:", 'lore: {title: "x", url: "https://www.boe.es/x", retrieved: 2026-04-25}\nlaw:'),
            ("sources.yaml", 1),
            "lore is used nowhere",
        ),
    ],
)  # fmt: skip
def test_warnings(
    spoil: Callable[[str, str, str], Path],
    day: date,
    change: tuple[str, str, str],
    place: tuple[str, int],
    problem: str,
) -> None:
    warnings = check_content(spoil(*change), day).warnings
    assert any((warning.file, warning.line) == place and problem in warning.problem for warning in warnings)


def test_facts_that_end_soon_warn_unless_a_period_follows(tree: Path) -> None:
    (warning,) = check_content(tree, date(2026, 12, 1)).warnings
    assert (warning.file, warning.line) == ("facts.yaml", 7)
    assert warning.problem == "pension.minimum ends on 2026-12-31 and no period follows"


def test_the_same_words_with_other_figures_warn(spoil: Callable[[str, str, str], Path], day: date) -> None:
    words = "La persona que pide esta pensión debe tener"
    spoil("articles/pension/es.md", "La edad es de", words)
    root = spoil("articles/widow/es.md", "La edad es de {fact:pension.age}", f"{words} {{fact:pension.minimum}}")
    (warning,) = check_content(root, day).warnings
    assert (warning.file, warning.line) == ("articles/widow/es.md", 9)
    assert warning.problem == "the sentence of articles/pension/es.md:9 with other figures"


def test_lix_is_words_per_sentence_and_the_share_of_long_words() -> None:
    assert lix(["El gato duerme. El cocodrilo no.", "Come mucho."], "es") == 8 / 3 + 100 / 8
    assert lix([], "es") == 0
