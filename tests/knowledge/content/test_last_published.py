"""Figures that are renewed, that lapse, and that are worked out from others."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.checks.check import check_content
from knowledge.checks.on_day import sections_on
from knowledge.content.articles import read_articles
from knowledge.content.corpus import load_corpus
from knowledge.content.facts import load_facts, parse_facts
from knowledge.content.past_figures import name_year
from knowledge.languages import Language

LATER = date(2027, 2, 1)
RENEWED = ("facts.yaml", "  unit: money_month\n", "  unit: money_month\n  renewed: true\n")
LAPSES = ("facts.yaml", "  unit: money_month\n", "  unit: money_month\n  lapses: true\n")


def test_the_last_figure_published_is_told_with_its_year(spoil: Callable[[str, str, str], Path]) -> None:
    administration = load_administration(spoil(*RENEWED))
    facts, corpus = load_facts(administration), load_corpus(administration, LATER)
    assert facts.state_on("pension.minimum", LATER) == "last_published"
    assert facts.value_on("pension.minimum", LATER) is None
    passage = corpus.about("pension", "es", "requirements")
    assert passage is not None
    assert passage.withheld == 0
    assert passage.sentences[1].text.replace("\xa0", " ") == "- La pensión máxima es de 3.359,60 € (cifra de 2026)."
    assert passage.sentences[1].last_of == 2026
    assert passage.sentences[1].validity.holds_on(date(2027, 3, 1))


def test_what_has_lapsed_is_left_out_and_not_missed(spoil: Callable[[str, str, str], Path]) -> None:
    root = spoil(*LAPSES)
    passage = load_corpus(load_administration(root), LATER).about("pension", "es", "requirements")
    assert passage is not None
    assert len(passage.sentences) == 1
    assert passage.withheld == 0
    assert check_content(root, LATER).warnings == ()


def test_a_day_is_told_by_section(tree: Path) -> None:
    administration = load_administration(tree)
    articles, facts = read_articles(administration)[0], load_facts(administration)
    sections = sections_on(articles, facts, LATER)
    assert str(sections[0]) == "pension, requirements: line 2 not told: pension.minimum is expired"
    assert not any(section.fails for section in sections)
    assert any(section.fails for section in sections_on(articles, facts, date(2025, 1, 1)))


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("es", "La mínima de este año es de 5 €.", "La mínima de 2026 es de 5 €."),
        ("es", "Este año son 5 €.", "En 2026 son 5 €."),
        ("es", "Son 5 €.", "Son 5 € (cifra de 2026)."),
        ("ca", "Les quanties d'enguany són 5 €.", "Les quanties de 2026 són 5 €."),
        ("ca", "Enguany són 5 €.", "El 2026 són 5 €."),
        ("ca", "Són 5 €.", "Són 5 € (xifra de 2026)."),
        ("gl", "A mínima deste ano é de 5 €.", "A mínima de 2026 é de 5 €."),
        ("gl", "Este ano son 5 €.", "En 2026 son 5 €."),
        ("gl", "Son 5 €.", "Son 5 € (cifra de 2026)."),
        ("eu", "Aurtengo gutxienekoa 5 € da.", "2026ko gutxienekoa 5 € da."),
        ("eu", "Aurten 5 € da.", "2026an 5 € da."),
        ("eu", "5 € da.", "5 € da (2026ko zifra)."),
        ("en", "This year's minimum is €5.", "The 2026 minimum is €5."),
        ("en", "The months of this year are €5.", "The months of 2026 are €5."),
        ("en", "The limit this year is €5.", "The limit in 2026 is €5."),
        ("en", "It is €5.", "It is €5 (2026 figure)."),
        ("fr", "Le minimum de cette année est de 5 €.", "Le minimum de 2026 est de 5 €."),
        ("fr", "Cette année, c'est 5 €.", "En 2026, c'est 5 €."),
        ("fr", "C'est 5 €.", "C'est 5 € (chiffre de 2026)."),
    ],
)
def test_a_line_names_the_year_of_its_figure(language: Language, said: str, told: str) -> None:
    assert name_year(said, 2026, 1, language) == told


def test_a_line_with_newer_figures_beside_says_that_some_are_older() -> None:
    assert name_year("Este año, 5 y 6 €.", 2026, "some", "es") == "Este año, 5 y 6 € (alguna cifra es de 2026)."
    assert name_year("Aurten 5 eta 6 €.", 2030, "some", "eu") == "Aurten 5 eta 6 € (zifraren bat 2030ekoa da)."


WORKED_OUT = "pension.daily:\n  formula: pension.minimum / 30\n  unit: money_day\npension.minimum:"


def test_a_fact_is_worked_out_from_another(spoil: Callable[[str, str, str], Path], day: date) -> None:
    facts = load_facts(load_administration(spoil("facts.yaml", "pension.minimum:", WORKED_OUT)))
    assert facts.value_on("pension.daily", day) == Decimal("111.99")
    assert facts["pension.daily"].periods[0].validity == facts["pension.minimum"].periods[0].validity
    assert facts.value_on("pension.daily", LATER) is None


@pytest.mark.parametrize(
    ("formula", "problem"),
    [
        ("pension.maximum / 30", "unknown fact 'pension.maximum'"),
        ("pension.daily * 2", "rests on itself"),
        ("pension.age * 2", "only numbers"),
        ("pension.minimum / 0", "cannot be divided"),
        ("pension.minimum ** 2", "a formula is made of"),
        ("open('x')", "a formula is made of"),
        ("'14'", "a formula is made of"),
        ("pension.minimum *", "a formula is made of"),
    ],
)
def test_a_formula_that_is_none_is_named(spoil: Callable[[str, str, str], Path], formula: str, problem: str) -> None:
    written = WORKED_OUT.replace("pension.minimum / 30", formula)
    _, problems = parse_facts(load_administration(spoil("facts.yaml", "pension.minimum:", written)))
    assert [(one.file, one.line) for one in problems.found] == [("facts.yaml", 7)]
    assert problem in problems.found[0].problem


def test_a_fact_checked_later_than_its_text_was_read_is_an_error(
    spoil: Callable[[str, str, str], Path], day: date
) -> None:
    errors = check_content(spoil("sources.yaml", "retrieved: 2026-11-24", "retrieved: 2026-11-23"), day).errors
    assert len(errors) == 4
    assert all("cannot be checked on 2026-11-24: its text is that of 2026-11-23" in one.problem for one in errors)


def test_amounts_that_were_equal_and_part_are_named(spoil: Callable[[str, str, str], Path], day: date) -> None:
    period = "{value: %s, valid_from: %s, valid_to: %s, source: law, checked: 2026-11-24}"
    first = period % ("3359.60", "2026-01-01", "2026-12-31")
    copies = "".join(
        f"pension.{name}:\n  periods:\n    - {first}\n    - {period % (value, '2027-01-01', '2027-12-31')}\n"
        "  unit: money_month\n  renewed: true\n"
        for name, value in (("one", "3400.00"), ("other", "3500.00"))
    )
    warnings = check_content(spoil("facts.yaml", "contact.phone:", copies + "contact.phone:"), day).warnings
    problems = [warning.problem for warning in warnings]
    assert "pension.other was pension.one on 2026-01-01 and is not on 2027-01-01" in problems
