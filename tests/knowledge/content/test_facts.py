from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.administration import load_administration
from knowledge.content.documents import load_document_names
from knowledge.content.fact_text import long_date, render_value
from knowledge.content.fact_values import UNITS, Unit, YearsMonths, parse_value
from knowledge.content.facts import load_facts, parse_facts, render_fact
from knowledge.content.sources import load_sources
from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "66 años y 10 meses"),
        ("ca", "66 anys i 10 mesos"),
        ("gl", "66 anos e 10 meses"),
        ("eu", "66 urte eta 10 hilabete"),
        ("en", "66 years and 10 months"),
        ("fr", "66 ans et 10 mois"),
    ],
)
def test_an_age_is_written_with_its_units(tree: Path, day: date, language: Language, text: str) -> None:
    assert render_fact(load_facts(load_administration(tree))["pension.age"], day, language) == text


@pytest.mark.parametrize(
    ("language", "one", "three"),
    [
        ("es", "1 mes", "3 meses"),
        ("ca", "1 mes", "3 mesos"),
        ("gl", "1 mes", "3 meses"),
        ("eu", "hilabete 1", "3 hilabete"),
        ("en", "1 month", "3 months"),
        ("fr", "1 mois", "3 mois"),
    ],
)
def test_singular_and_plural(language: Language, one: str, three: str) -> None:
    assert render_value("months", Decimal(1), language) == one
    assert render_value("months", Decimal(3), language) == three


def test_one_of_something_with_a_basque_suffix_keeps_the_noun_last() -> None:
    assert render_value("months", Decimal(1), "eu", suffixed=True) + "ko" == "1 hilabeteko"


@pytest.mark.parametrize(
    ("language", "money", "share"),
    [
        ("es", "3.359,60 €", "52 %"),
        ("ca", "3.359,60 €", "52 %"),
        ("gl", "3.359,60 €", "52 %"),
        ("eu", "3.359,60 €", "% 52"),
        ("en", "€3,359.60", "52%"),
        ("fr", "3\u202f359,60 €", "52 %"),
    ],
)
def test_money_and_percent_follow_the_language(language: Language, money: str, share: str) -> None:
    assert render_value("money_month", Decimal("3359.60"), language).replace("\xa0", " ") == money
    assert render_value("percent", Decimal(52), language).replace("\xa0", " ") == share


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 1), "2026ko urtarrilaren 1a"),
        (date(2025, 12, 11), "2025eko abenduaren 11"),
        (date(2030, 4, 30), "2030eko apirilaren 30a"),
        (date(2031, 3, 31), "2031ko martxoaren 31"),
        (date(2000, 5, 2), "2000ko maiatzaren 2a"),
    ],
)
def test_basque_dates_take_the_ending_they_are_read_with(day: date, text: str) -> None:
    assert long_date(day, "eu") == text


def test_the_first_of_the_month_in_french() -> None:
    assert long_date(date(2026, 1, 1), "fr") == "1er janvier 2026"
    assert long_date(date(2026, 1, 11), "fr") == "11 janvier 2026"


def test_phones_hours_years_and_long_counts() -> None:
    assert render_value("phone", "915412530", "es") == "91 541 25 30"
    assert render_value("phone", "900202222", "es") == "900 20 22 22"
    assert render_value("phone", "020", "es") == "020"
    assert render_value("hours", parse_value("hours", "09:00-14:00", SEGURIDAD_SOCIAL), "es") == "9:00–14:00"
    assert render_value("count", Decimal(2026), "es") == "2026"
    assert render_value("count", Decimal(12345), "es") == "12.345"


def test_a_value_holds_only_in_its_period(tree: Path, day: date) -> None:
    facts = load_facts(load_administration(tree))
    assert facts.value_on("pension.age", day) == YearsMonths(66, 10)
    assert facts.value_on("pension.age", date(2027, 6, 1)) == Decimal(67)
    assert facts.value_on("pension.minimum", date(2027, 1, 1)) is None
    assert facts.value_on("pension.minimum", date(2025, 12, 31)) is None
    assert facts.state_on("pension.minimum", date(2027, 1, 1)) == "expired"
    assert facts.state_on("pension.minimum", date(2025, 12, 31)) == "not_yet"
    assert facts.state_on("nothing", day) == "unknown"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("unit: age", "unit: old_age", "use one of"),
        ("value: 66y10m", "value: 66y13m", "years and months"),
        ("value: 3359.60", "value: mucho", "must be a number"),
        ('value: "91 541 25 30"', "value: 020", "in quotes"),
        ("valid_from: 2027-01-01", "valid_from: 2026-06-01", "overlap"),
        ("checked: 2026-11-24", "chequed: 2026-11-24", "unknown key"),
        ("contact.phone:", "pension.age:", "given twice"),
    ],
)
def test_mistakes_are_named_with_file_and_line(
    spoil: Callable[[str, str, str], Path], old: str, new: str, problem: str
) -> None:
    root = spoil("facts.yaml", old, new)
    with pytest.raises(ContentError, match=problem) as raised:
        load_facts(load_administration(root))
    assert raised.value.file == "facts.yaml"
    assert raised.value.line


def test_fragments_add_up_and_differing_ones_are_not_served(tree: Path) -> None:
    (tree / "facts").mkdir()
    period = "{value: 3, valid_from: null, valid_to: null, source: law, checked: 2026-11-24}"
    extra = f"extra.days:\n  periods: [{period}]\n"
    (tree / "facts" / "a.yaml").write_text(extra + "  unit: days\n", encoding="utf-8")
    for unit in ("days", "weeks"):
        (tree / "facts" / "b.yaml").write_text(extra + f"  unit: {unit}\n", encoding="utf-8")
        facts, problems = parse_facts(load_administration(tree))
        assert facts["extra.days"].unit == "days"
        assert [error.file for error in problems.found] == ["facts/b.yaml"] * (unit == "weeks")
    with pytest.raises(ContentError, match=r"extra.days: defined differently in facts/a\.yaml:2"):
        load_facts(load_administration(tree))


def test_differing_sources_and_names_of_documents_are_not_served(tree: Path) -> None:
    source = 'law: {title: Another, url: "https://www.boe.es/", retrieved: 2026-04-25}'
    dni = "dni: {es: DNI, ca: DNI, gl: DNI, en: DNI, fr: DNI, eu: "
    (tree / "documents.yaml").write_text(dni + "NAN}", encoding="utf-8")
    for name, load, other in (("sources", load_sources, source), ("documents", load_document_names, dni + "DNI}")):
        load(load_administration(tree))
        (tree / f"{name}").mkdir(exist_ok=True)
        (tree / f"{name}" / "b.yaml").write_text(other, encoding="utf-8")
        with pytest.raises(ContentError, match=f"defined differently in {name}.yaml:1"):
            load(load_administration(tree))


@given(st.sampled_from(UNITS), st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates()))
def test_no_value_is_half_accepted(unit: Unit, raw: object) -> None:
    try:
        value = parse_value(unit, raw, SEGURIDAD_SOCIAL)
    except ValueError:
        return
    assert all(render_value(unit, value, language) for language in LANGUAGES)
