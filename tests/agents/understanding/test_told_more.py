"""Messages that ask for one sum more than once: two days, two ages, two months."""

from datetime import date

import pytest

from agents.reception.turns.sum_values import SumsSoFar, SumValues
from knowledge.languages import Language
from tests import shipped

TODAY = date(2026, 12, 1)
SUMS, READER = shipped.sums(), shipped.told_reader()
BORN = {"sum-ask-born": "1963-05-14", "sum-ask-contributed": "34y5m"}
SICK = {"sum-ask-first-day": "2026-11-12", "sum-ask-sick-base": "1350"}

LEAVING: list[tuple[Language, str]] = [
    ("en", "how much would I receive on 14 May 2028, and how much if I wait until 67?"),
    ("es", "¿cuánto cobraría marchándome el 14 de mayo de 2028 y cuánto esperando hasta los 67?"),
    ("ca", "quant cobraria si plego el 14 de maig de 2028 i quant esperant fins als 67?"),
    ("gl", "canto cobraría se marcho o 14 de maio de 2028 e canto esperando ata os 67?"),
    ("eu", "zenbat kobratuko nuke 2028ko maiatzaren 14an utzita, eta zenbat 67 arte itxaronda?"),
    ("fr", "combien je toucherais le 14 mai 2028, et combien en attendant jusqu'à 67 ans ?"),
]
AGES: list[tuple[Language, str]] = [
    ("es", "¿cuánto me quedaría si me voy a los 65 y cuánto a los 66?"),
    ("ca", "quant cobraria si plego als 65 i quant als 66?"),
    ("gl", "canto cobraría se marcho aos 65 e canto aos 66?"),
    ("en", "how much if I leave at 65 and how much at 66?"),
    ("fr", "combien si je pars à 65 ans et combien à 66 ans ?"),
]
MONTHS: list[tuple[Language, str]] = [
    ("es", "¿y en diciembre y enero?"),
    ("ca", "i al desembre i al gener?"),
    ("gl", "e en decembro e xaneiro?"),
    ("eu", "eta abenduan eta urtarrilean?"),
    ("en", "and in December and January?"),
    ("fr", "et en décembre et janvier ?"),
]


def told(language: Language, text: str, known: dict[str, str], name: str) -> tuple[dict[str, str], ...]:
    found = SumValues(SUMS, READER, language, TODAY).told_now(text, SumsSoFar(known, name))[name]
    return (found.values, *found.more)


@pytest.mark.parametrize(("language", "text"), LEAVING)
def test_a_day_and_an_age_are_two_days_to_leave(language: Language, text: str) -> None:
    days = {one["leaving"] for one in told(language, text, BORN, "retirement_amount")}
    assert days == {"2028-05-14", "2030-05-14"}


@pytest.mark.parametrize("text", ["¿cuánto me quitan a los 65 y a los 66?", "y a los 65 y a los 66?"])
def test_two_ages_are_two_days(text: str) -> None:
    days = [
        one.get("leaving") for one in told("es", f"si me jubilo a los 65, y a los 66? {text}", BORN, "early_retirement")
    ]
    assert days == ["2028-05-14", "2029-05-14"]


@pytest.mark.parametrize(("language", "text"), AGES)
def test_how_much_at_one_age_and_how_much_at_another(language: Language, text: str) -> None:
    days = {one["leaving"] for one in told(language, text, BORN, "early_retirement")}
    assert days == {"2028-05-14", "2029-05-14"}


def test_a_year_is_the_day_in_it_that_is_known() -> None:
    known = BORN | {"sum-ask-leaving": "2028-05-14"}
    text = "¿cuánto sería en cada caso, marchando en 2028 y esperando hasta los 67?"
    assert {one["leaving"] for one in told("es", text, known, "early_retirement")} == {"2028-05-14", "2030-05-14"}


@pytest.mark.parametrize(
    "text",
    [
        "me jubilo el 14 de mayo de 2028",
        "a los 65, perdón, a los 66",
        "cumplo 65 el 14 de mayo de 2028 y me jubilo a los 65",
    ],
)
def test_one_day_is_one(text: str) -> None:
    assert len(told("es", text, BORN, "early_retirement")) == 1


@pytest.mark.parametrize(("language", "text"), MONTHS)
def test_two_months_are_two(language: Language, text: str) -> None:
    months = [one["month"] for one in told(language, text, SICK, "sick_pay")]
    assert months == ["2026-12-01", "2027-01-01"]


def test_days_of_a_leave_and_a_month_after_them_are_two() -> None:
    found = told("fr", "du 12 au 30 novembre, et après décembre tout le mois", {}, "sick_pay")
    assert found == ({"first_day": "2026-11-12", "last_day": "2026-11-30"}, {"month": "2026-12-01"})


def test_a_birth_told_whole_is_not_told_in_part_by_an_age_of_a_month() -> None:
    said = "I was born 14 May 1963, with 34 years and 5 months, how much if I stop when I am 64, next year in May?"
    [found] = told("en", said, {}, "early_retirement")
    assert (found["born"], found["leaving"]) == ("1963-05-14", "2027-05-14")


INCOMES: list[tuple[Language, str]] = [
    ("es", "soy autónomo, gano 1200, ¿y si gano 2500?"),
    ("ca", "soc autònoma, guanyo 1200 nets, i si són 2500?"),
    ("gl", "son autónomo, gaño 1200 netos, e se son 2500?"),
    ("eu", "autonomoa naiz, 1200 euro garbi irabazten ditut, eta 2500 badira?"),
    ("en", "I'm self-employed, I make 1,200 net a month, and if it's 2,500?"),
    ("fr", "je suis indépendant, je gagne 1 200 net par mois, et si je monte à 2 500 ?"),
]


@pytest.mark.parametrize(("language", "text"), INCOMES)
def test_a_quota_may_be_asked_for_of_two_incomes(language: Language, text: str) -> None:
    found = SumValues(SUMS, READER, language, TODAY).told_now(text, SumsSoFar())["self_employed_quota"]
    assert found.values["income"] == "1200.00"
    assert found.more == ({"income": "2500.00"},)


def test_what_is_paid_today_is_no_second_income() -> None:
    found = SumValues(SUMS, READER, "es", TODAY).told_now("gano 2300 y pago ahora 294, ¿está bien?", SumsSoFar())
    assert found["self_employed_quota"].more == ()


MONTHS_BEFORE_THE_QUESTION: list[tuple[Language, str]] = [
    ("es", "vale, pero eso en noviembre cuánto sería? y en diciembre todo el mes?"),
    ("ca", "d'acord, però això al novembre quant seria? i al desembre tot el mes?"),
    ("gl", "vale pero iso en novembro canto sería? e en decembro todo o mes?"),
    ("fr", "d'accord mais ça, en novembre combien ? et en décembre tout le mois ?"),
    ("en", "fine but in November how much is that? and in December all month?"),
]


@pytest.mark.parametrize(("language", "text"), MONTHS_BEFORE_THE_QUESTION)
def test_a_month_named_before_the_question_is_asked_about(language: Language, text: str) -> None:
    found = SumValues(SUMS, READER, language, TODAY).told_now(text, SumsSoFar(SICK, "sick_pay"))["sick_pay"]
    assert found.values["month"] == "2026-11-01"
    assert found.more == ({"month": "2026-12-01"},)


EXPENSES: list[tuple[Language, str]] = [
    ("es", "gano 2.000 al mes con 300 de gastos"),
    ("ca", "guanyo 2.000 al mes amb 300 de despeses"),
    ("gl", "gaño 2.000 ao mes con 300 de gastos"),
    ("eu", "2.000 euro irabazten ditut hilean, 300 euroko gastuekin"),
    ("en", "I make 2,000 a month with 300 of expenses"),
    ("fr", "je gagne 2 000 par mois avec 300 de frais"),
]


@pytest.mark.parametrize(("language", "text"), EXPENSES)
def test_expenses_are_no_second_income_and_are_taken_off(language: Language, text: str) -> None:
    found = SumValues(SUMS, READER, language, TODAY).told_now(text, SumsSoFar())["self_employed_quota"]
    assert (found.values, found.more) == ({"revenue": "2000.00", "expenses": "300.00"}, ())


def test_what_is_clear_has_its_expenses_off() -> None:
    told_now = SumValues(SUMS, READER, "es", TODAY).told_now("gano 2.000 netos, tengo 300 de gastos", SumsSoFar())
    assert told_now["self_employed_quota"].values["income"] == "2000.00"


def test_another_turnover_is_supposed_of_the_same_expenses() -> None:
    found = told("es", "facturo 3.000 y gasto 300, ¿y si son 2.500?", {}, "self_employed_quota")
    assert found == ({"revenue": "3000.00", "expenses": "300.00"}, {"revenue": "2500.00"})
