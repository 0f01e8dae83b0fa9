"""The rules of sums: mistakes are told with file and line."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.checks.check import check_content
from knowledge.content.calculations import load_calculations
from tests.administrations import SEGURIDAD_SOCIAL, VILLA_EJEMPLO

RULES = """\
BOE-A-2015-11724: {title: Ley General}
retirement_ages:
  columns: [year, contributed, age_long_career, age]
  periods:
    - norm: BOE-A-2015-11724
      article: artículo 205
      valid_from: 2013-01-01
      valid_to: 2026-12-31
      rows:
        - [2026, 38y3m, 65y0m, 66y10m]
        - [2027, 38y6m, 65, 67y0m]
pension_highest: {norm: BOE-A-2015-11724, article: artículo 57, fact: pension.minimum}
early_voluntary_months: {norm: BOE-A-2015-11724, article: artículo 208, value: 24}
"""


def with_rules(tree: Path, rules: str) -> Path:
    (tree / "calculations").mkdir()
    (tree / "calculations" / "rules.yaml").write_text(rules, encoding="utf-8")
    return tree


def test_rules_are_read_with_norm_article_and_days(tree: Path, day: date) -> None:
    root = with_rules(tree, RULES)
    assert check_content(root, day).errors == ()
    read = load_calculations(load_administration(root))
    (period,) = read.tables["retirement_ages"]
    assert (period.article, period.rows[1].age.years, read.norms) == (
        "artículo 205", 67, {"BOE-A-2015-11724": "Ley General"},
    )  # fmt: skip
    assert read.amounts["pension_highest"].fact == "pension.minimum"


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("[2026, 38y3m, 65y0m, 66y10m]", "[2026, 38y13m, 65y0m, 66y10m]", 10, "must be years and months"),
        ("[2026, 38y3m, 65y0m, 66y10m]", "[2026, 38y3m, 65y0m]", 10, "a row has 4 cells, this one 3"),
        ("[2026, 38y3m, 65y0m, 66y10m]", "[soon, 38y3m, 65y0m, 66y10m]", 10, "retirement_ages"),
        ("columns: [year, ", "columns: [when, ", 3, "the columns are year, contributed"),
        ("valid_to: 2026-12-31", "valid_to: 2010-01-01", 8, "valid_to is before valid_from"),
        ("    - norm: BOE-A-2015-11724", "    - norm: BOE-A-1", 5, "unknown norm 'BOE-A-1'"),
        ("      article: artículo 205\n", "", 5, "'article' is missing"),
        ("fact: pension.minimum", "fact: pension.lowest", 12, "unknown fact 'pension.lowest'"),
        ("fact: pension.minimum", "fact: pension.age", 12, "is of unit age, not money_month"),
        ("fact: pension.minimum", "fact: pension.minimum, value: 3", 12, "a fact or a value, and not both"),
        ("value: 24", "value: many", 13, "must be a number"),
        ("value: 24", "worth: 24", 13, "unknown key 'worth'"),
        ("retirement_ages:", "retirement_age:", 3, "no such rule"),
        ("rows:", "rows: []\n      lines:", 9, "must not be empty"),
    ],
)
def test_a_mistake_names_its_file_and_line(tree: Path, day: date, old: str, new: str, line: int, problem: str) -> None:
    assert old in RULES
    errors = check_content(with_rules(tree, RULES.replace(old, new, 1)), day).errors
    told = [(error.file, error.line) for error in errors if problem in error.problem]
    assert ("calculations/rules.yaml", line) in told, errors


def test_periods_that_overlap_are_a_mistake(tree: Path, day: date) -> None:
    twice = RULES.replace(
        "pension_highest",
        "    - {norm: BOE-A-2015-11724, article: x, valid_from: 2026-06-01, rows: [[2026, 38y3m, 65y0m, 66y10m]]}\n"
        "pension_highest",
        1,
    )
    assert "two periods overlap" in " ".join(
        error.problem for error in check_content(with_rules(tree, twice), day).errors
    )


def test_a_table_that_ends_soon_warns(tree: Path) -> None:
    root = with_rules(tree, RULES)
    problems = [warning.problem for warning in check_content(root, date(2026, 12, 5)).warnings]
    assert "retirement_ages ends on 2026-12-31 and no period follows" in problems


def test_the_rules_that_come_with_isac_are_right_and_the_small_town_has_none() -> None:
    assert len(load_calculations(SEGURIDAD_SOCIAL).tables) == 13
    assert load_calculations(load_administration(VILLA_EJEMPLO)).tables == {}
