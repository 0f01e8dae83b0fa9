"""Sums in six languages: every phrase there is, results of at most 45 words, days that stand well in a sentence."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from agents.phrases.day_forms import day_forms
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.tools.calculators import test_early_retirement as early
from tests.tools.calculators.conftest import TODAY
from tests.tools.calculators.test_registry import CODE, EXAMPLES
from tools.calculators.registry import CALCULATORS, calculator
from tools.calculators.sums import Missing, Sum, SumPhrase
from tools.errors import BadSumInput

LONGEST = 45
PHRASES = Path("knowledge/administrations/seguridad_social/phrases")
LIVES = (("1963-06-15", "37y6m"), ("1970-06-15", "38y"), ("1966-09-09", "22y"), ("1958-02-09", "30y"))
WAYS: tuple[dict[str, object], ...] = (
    {},
    {"base": 2000},
    {"monthly_base": 1500},
    {"ending": "involuntary"},
    {"until": "end"},
    {"abroad": "3y"},
)
MORE: list[tuple[str, Mapping[str, object], date]] = [
    ("sick_pay", {"base": 1650, "cause": "common"}, TODAY),
    ("sick_pay", {"base": 1650, "cause": "common", "days": 3}, TODAY),
    ("sick_pay", {"base": 1650, "cause": "common", "days": 4, "regime": "household"}, TODAY),
    ("sick_pay", {"base": 1650, "cause": "work", "days": 1, "regime": "self_employed"}, TODAY),
    ("sick_pay", {"base": 1650, "cause": "work", "from_day": 3, "regime": "household"}, TODAY),
    ("sick_pay", {"base": 1650, "cause": "common", "days": 21, "regime": "self_employed"}, TODAY),
    ("sick_pay", {"base": 1650, "cause": "common", "days": 400}, TODAY),
    ("sick_pay", {"wage": 480, "cause": "common", "days": 9, "regime": "household"}, TODAY),
    ("sick_pay", {"wage": 1650, "cause": "work"}, TODAY),
    ("sick_pay", {"cause": "common", "flat_rate": "yes"}, TODAY),
    ("sick_pay", {"base": 1650, "cause": "common", "first_day": "2026-10-20", "month": "2026-11-01"}, TODAY),
    ("sick_pay", {"base": 1650, "cause": "common", "from_day": 3}, TODAY),
    ("sick_pay", {"base": 1560, "cause": "common", "after_contract": "yes"}, TODAY),
    ("orphans_pension", {"pension": 1400}, TODAY),
    ("self_employed_quota", {"income": 1500}, TODAY),
    ("self_employed_quota", {"income": 500}, TODAY),
    ("self_employed_quota", {"revenue": 3000, "expenses": 900}, TODAY),
    ("incapacity_pension", {"base": 1350, "degree": "severe"}, TODAY),
    *(("children_complement", {"children": number}, TODAY) for number in (1, 3, 6)),
    ("birth_leave", {"child_birth": "2026-11-20", "babies": 2, "wage": 1650}, TODAY),
    ("retirement_date", {"born": "1962-05-20", "contributed": "38y6m"}, TODAY),
    ("retirement_date", {"born": "1963-06-15", "contributed": "37y", "still_working": "no"}, TODAY),
    ("retirement_date", {"born": "1966-09-11", "contributed": "34y"}, TODAY),
    ("retirement_date", {"born": "1970-01-31", "contributed": "20y"}, TODAY),
    ("retirement_date", {"born": "1959-05-05", "contributed": "12y"}, TODAY),
    ("retirement_date", {"born": "1959-05-05", "contributed": "12y", "still_working": "no"}, TODAY),
    ("retirement_date", {"born": "1960-03-11", "contributed": "38y6m"}, TODAY),
    ("retirement_date", {"born": "1958-08-08", "contributed": "30y"}, TODAY),
    ("retirement_date", {"born": "1940-08-08", "contributed": "30y"}, TODAY),
    *(
        ("retirement_date", {"born": born, "contributed": contributed, **inputs}, TODAY)
        for born, contributed in LIVES
        for inputs in WAYS
    ),
    ("early_retirement", {"born": "1966-09-09", "contributed": "41y1m"}, TODAY),
    ("early_retirement", {"born": "1963-06-15", "contributed": "27y6m", "abroad": "10y"}, TODAY),
    ("early_retirement", {"born": "1963-06-15", "contributed": "37y6m", "leaving": "2030-02-15", "base": 2000}, TODAY),
    ("early_retirement", {"born": "1963-06-15", "contributed": "37y6m", "leaving": "2030-02-15"}, TODAY),
    ("early_retirement", {"born": "1963-06-15", "contributed": "37y6m", "leaving": "2028-06-15", "base": 9}, TODAY),
    ("early_retirement", {"born": "1963-06-15", "contributed": "37y6m", "leaving": "2028-06-15"}, TODAY),
    ("early_retirement", {"born": "1963-06-15", "contributed": "9y", "abroad": "30y", "leaving": "2028-06-15"}, TODAY),
    ("retirement_amount", {"contributed": "9y", "abroad": "30y", "born": "1963-06-15", "base": 1}, TODAY),
    ("retirement_amount", {"contributed": "9y", "abroad": "30y", "base": 1}, TODAY),
    (
        "retirement_amount",
        {"contributed": "27y6m", "abroad": "10y", "born": "1963-06-15", "leaving": "2029-06-15", "base": 1},
        TODAY,
    ),
    *(
        ("retirement_amount", {"contributed": "36y6m", "born": "1963-06-15", "base": 2000, **inputs}, TODAY)
        for inputs in ({"until": "today"}, {"delay": "1y"}, {"leaving": "2030-02-15"}, {"ahead": "1y"})
    ),
    ("early_retirement", {"born": "1963-06-15", "contributed": "37y6m", "base": 1000}, TODAY),
    *(
        ("early_retirement", {"born": "1963-06-15", "contributed": "37y6m", **inputs}, TODAY)
        for inputs, _ in early.IMPOSSIBLE
    ),
    ("retirement_amount", {"contributed": "10y", "base": 1500}, TODAY),
    ("retirement_amount", {"contributed": "15y", "base": 1000}, TODAY),
    ("retirement_amount", {"contributed": "40y1m", "base": 3300, "delay": "1y7m"}, TODAY),
    *(("widows_pension", {"base": 1500, "case": case}, TODAY) for case in ("general", "older", "dependants")),
    ("birth_leave", {"child_birth": "2025-01-01", "parents": "two"}, TODAY),
    ("birth_leave", {"wage": 1650}, TODAY),
    ("birth_leave", {"child_birth": "2026-11-20"}, TODAY),
    ("birth_leave", {"child_birth": "2026-11-20", "parents": "single"}, TODAY),
    ("deadline", {"kind": "appeal", "notified": "2026-11-20"}, TODAY),
    ("deadline", {"kind": "decision", "notified": "2026-11-20"}, TODAY),
    ("deadline", {"kind": "appeal", "notified": "2026-09-20"}, TODAY),
    ("deadline", {"kind": "lawsuit", "notified": "2026-07-20", "province": "28"}, TODAY),
    ("deadline", {"kind": "lawsuit", "notified": "2026-11-20"}, TODAY),
    ("self_employed_quota", {"income": 1500}, date(2027, 2, 1)),
    ("self_employed_quota", {"income": 900, "other_job": 700}, TODAY),
    ("sick_pay", {"wage": 4000, "other_job": 3000, "payments": 14, "cause": "common", "days": 9}, TODAY),
    *(("children_complement", {"children": number, "pension": 980}, TODAY) for number in (1, 2, 5)),
    *(("unemployment", {"base": base}, TODAY) for base in (600, 1500, 1800)),
    *(("unemployment", {"base": 1500, "contributed": contributed}, TODAY) for contributed in ("8m", "14m", "3y")),
]


def every() -> Iterator[Sum]:
    given = [(name, inputs, TODAY) for name, many in EXAMPLES.items() for inputs in many]
    for name, inputs, today in (*given, *MORE):
        found = shipped.sums().calculate(name, inputs, today)
        assert not isinstance(found, Missing), (name, found)
        yield found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sum_is_told_in_at_most_45_words_with_its_articles(language: Language) -> None:
    for found in every():
        words = shipped.sums().words.say(found, language)
        assert len(words.text.split()) <= LONGEST, words.text
        assert words.text[0].isupper() or words.text[0].isdigit()
        assert words.text[-1] in ".)"
        assert words.limits
        for step in words.steps:
            assert len(step.text.split()) <= LONGEST, step.text
            assert "art" in step.article or "disposición" in step.article or "anexo" in step.article
            assert not step.article.startswith("BOE")
        text = " ".join((words.text, *words.limits, *words.assumed, *(step.text for step in words.steps)))
        assert not re.search(r"[{}]|\$|\bNone\b|  ", text), text


REASONS = sorted(
    {
        reason
        for path in CODE.glob("*.py")
        for reason in re.findall(r'BadSumInput\([^\n]*?"([a-z-]+)"\)', path.read_text(encoding="utf-8"))
    }
)
"""The reasons that the code refuses an input with."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_input_has_its_question_and_every_option_its_name(language: Language) -> None:
    words, rules = shipped.sums().words, shipped.sums().rules(TODAY)
    for name in CALCULATORS:
        for spec in calculator(name, rules).inputs:
            assert "?" in words.ask(spec, language)
            if spec.name != "province":
                assert words.options(spec, language).keys() == set(spec.options)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_phrase(language: Language) -> None:
    assert len(REASONS) > 12
    assert all(shipped.sums().words.refuse(BadSumInput("it", reason), language) for reason in REASONS)


def keys_in(phrase: SumPhrase) -> Iterator[str]:
    yield phrase.key
    for value in phrase.values.values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, SumPhrase):
                yield from keys_in(part)


def said_keys() -> Iterator[str]:
    for found in every():
        for phrase in (found.result, *found.limits, *found.assumed, *(step.phrase for step in found.steps)):
            yield from keys_in(phrase)
    rules = shipped.sums().rules(TODAY)
    for name in CALCULATORS:
        for spec in calculator(name, rules).inputs:
            yield spec.question
            yield from (spec.option_phrase(option) for option in spec.options)
    yield from (f"sum-refused-{reason}" for reason in REASONS)
    yield from re.findall(r'SumPhrase\("(sum-[\w-]+)"', Path("agents/answers/sum_reply.py").read_text(encoding="utf-8"))


def test_every_phrase_of_sums_is_said_by_something() -> None:
    text = (PHRASES / "es" / "sums.ftl").read_text(encoding="utf-8")
    said = set(said_keys())
    assert [key for key in re.findall(r"^(sum-[\w-]+) =", text, re.MULTILINE) if key not in said] == []


ON, UNTIL, SINCE = "_on", "_until", "_from"
DAYS: list[tuple[Language, date, str, str]] = [
    ("es", date(2031, 5, 3), ON, "el 3 de mayo de 2031"),
    ("es", date(2031, 5, 3), UNTIL, "hasta el 3 de mayo de 2031"),
    ("es", date(2031, 5, 3), SINCE, "desde el 3 de mayo de 2031"),
    ("ca", date(2031, 5, 3), ON, "el 3 de maig del 2031"),
    ("ca", date(2031, 5, 3), UNTIL, "fins al 3 de maig del 2031"),
    ("ca", date(2031, 5, 3), SINCE, "des del 3 de maig del 2031"),
    ("ca", date(2031, 5, 11), ON, "l'11 de maig del 2031"),
    ("ca", date(2031, 5, 1), UNTIL, "fins a l'1 de maig del 2031"),
    ("ca", date(2031, 5, 11), SINCE, "des de l'11 de maig del 2031"),
    ("gl", date(2031, 5, 3), ON, "o 3 de maio de 2031"),
    ("gl", date(2031, 5, 3), UNTIL, "ata o 3 de maio de 2031"),
    ("gl", date(2031, 5, 3), SINCE, "desde o 3 de maio de 2031"),
    ("en", date(2031, 5, 3), ON, "on 3 May 2031"),
    ("en", date(2031, 5, 3), UNTIL, "until 3 May 2031"),
    ("en", date(2031, 5, 3), SINCE, "from 3 May 2031"),
    ("fr", date(2031, 5, 1), ON, "le 1er mai 2031"),
    ("fr", date(2031, 5, 1), UNTIL, "jusqu’au 1er mai 2031"),
    ("fr", date(2031, 5, 1), SINCE, "à partir du 1er mai 2031"),
    ("eu", date(2031, 5, 3), ON, "2031ko maiatzaren 3an"),
    ("eu", date(2031, 5, 3), UNTIL, "2031ko maiatzaren 3ra arte"),
    ("eu", date(2031, 5, 3), SINCE, "2031ko maiatzaren 3tik aurrera"),
    ("eu", date(2031, 5, 1), ON, "2031ko maiatzaren 1ean"),
    ("eu", date(2031, 5, 1), UNTIL, "2031ko maiatzaren 1era arte"),
    ("eu", date(2031, 5, 1), SINCE, "2031ko maiatzaren 1etik aurrera"),
    ("eu", date(2031, 5, 11), ON, "2031ko maiatzaren 11n"),
    ("eu", date(2031, 5, 31), UNTIL, "2031ko maiatzaren 31ra arte"),
    ("eu", date(2031, 5, 25), SINCE, "2031ko maiatzaren 25etik aurrera"),
]


@pytest.mark.parametrize(("language", "day", "place", "words"), DAYS)
def test_a_day_takes_the_words_of_its_place(language: Language, day: date, place: str, words: str) -> None:
    assert day_forms(day, language)[place] == words


def test_the_sentence_of_a_sick_leave_is_the_one_a_clerk_would_write() -> None:
    found = shipped.sums().calculate("sick_pay", {"base": 1650, "cause": "common", "days": 29}, TODAY)
    assert isinstance(found, Sum)
    assert shipped.sums().words.say(found, "es").text.replace("\u00a0", " ") == (
        "Con una base de 1.650 € cobraría unos 932,25 €: "
        "del día 4 al 20, 33,00 € al día (60 %); del día 21 al 29, 41,25 € al día (75 %)."
    )
