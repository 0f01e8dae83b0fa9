"""What is told of a working life: as of the end, abroad, stopped, ended against one's will (LGSS 205, 207, 208, 210).

2026 asks 38y3m for 65, else 66y10m; 2027 and later, 38y6m, else 67. In 2026, 49 × 0.21 and 209 × 0.19; then 248 × 0.19
and 16 × 0.18 (DT 7.ª and 9.ª).
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import TODAY, made, worth
from tools.calculators.dates import add_months, whole_months
from tools.calculators.sums import Measured, Sum, SumPhrase, SumValue
from tools.errors import BadSumInput

BASE = Decimal(1000)
BORN = "1963-06-15"

# contributed as of the day of leaving, the day, the pension of a base of 1000
ENDS = [
    ("37y", "2030-06-15", "1000.00"),  # 67: 248 × 0.19 + 16 × 0.18 = 50
    ("36y", "2030-06-15", "978.40"),  # 252 months more: 47.12 + 4 × 0.18 = 47.84
    ("25y", "2030-06-15", "728.00"),  # 120 × 0.19 = 22.80
    ("15y", "2030-06-15", "500.00"),
    ("38y6m", "2028-06-15", "1000.00"),  # 65 by the long career
]


@pytest.mark.parametrize(("contributed", "leaving", "amount"), ENDS)
def test_years_told_as_of_the_end_are_those_of_the_day_of_leaving(contributed: str, leaving: str, amount: str) -> None:
    found = made(
        "early_retirement", born=BORN, contributed=contributed, until="end", leaving=leaving, base=BASE
    )  # fmt: skip
    same = made("retirement_amount", born=BORN, contributed=contributed, until="end", leaving=leaving, base=BASE)
    assert (worth(found), worth(same)) == (Decimal(amount), Decimal(amount))


def test_less_told_as_of_the_end_than_is_left_until_then_is_not_filled_up() -> None:
    """Sixteen years are left and ten are told: nobody has sixteen."""
    found = made(
        "early_retirement", born="1976-12-01", contributed="10y", until="end", leaving="2043-12-01", base=BASE
    )  # fmt: skip
    assert (found.possible, found.result.key) == (False, "sum-retirement-too-few")


# contributed as of the end, ordinary day, earliest day by one's own will (None: there is none)
ORDINARY_OF_ENDS = [
    ("40y", "2028-06-15", TODAY),  # 40 less 18 months are 38y6m today; 2028-06-15 less two years is past
    ("38y6m", "2028-06-15", TODAY),  # 37 today
    ("36y6m", "2030-06-15", date(2028, 12, 1)),  # 33 years today, 35 two years on
    ("37y", "2030-06-15", date(2028, 6, 15)),  # 33y6m today: 35 on 2028-06-01, two years before 67
    ("35y2m", "2030-06-15", date(2030, 4, 1)),  # 31y8m today: 35 years three years and four months on
    ("34y", "2030-06-15", None),
]


@pytest.mark.parametrize(("contributed", "day", "early"), ORDINARY_OF_ENDS)
def test_the_earliest_day_counts_what_is_contributed_by_then(contributed: str, day: str, early: date | None) -> None:
    found = made("retirement_date", born=BORN, contributed=contributed, until="end")
    assert str(worth(found)) == day
    said = found.result.values["early"]
    assert isinstance(said, SumPhrase)
    if early is None or early == TODAY:
        assert said.key == ("sum-retirement-early-now" if early else "sum-retirement-no-early")
    else:
        assert said.values["date"].value == early  # type: ignore[union-attr]


# here, abroad, ordinary day, part here in whole per cent on the day of leaving
ABROAD = [
    ("27y6m", "10y", "2028-06-15", 74),  # 39y0m at 65: 29 of 39 years = 74.36 %
    ("9y", "30y", "2028-06-15", 26),  # 40y6m: 10.5 of 40.5 = 25.93 %
    ("12y", "3y", "2030-06-15", 84),  # 18y6m at 67: 15.5 of 18.5 = 83.78 %
    ("20y", "10y", "2030-06-15", 70),  # 33y6m at 67: 23.5 of 33.5 = 70.15 %
    ("37y", "6m", "2028-06-15", 99),  # 39y0m at 65: 38.5 of 39 = 98.72 %
]


@pytest.mark.parametrize(("here", "abroad", "day", "part"), ABROAD)
def test_years_abroad_count_for_the_age_and_only_the_part_here_is_paid(
    here: str, abroad: str, day: str, part: int
) -> None:
    life = {"born": BORN, "contributed": here, "abroad": abroad}
    assert str(worth(made("retirement_date", **life))) == day
    found = made("retirement_amount", **life, leaving=day, base=BASE)
    assert (found.value, found.result.key) == (None, "sum-abroad-on-share")
    assert found.result.values["part"].value == part  # type: ignore[union-attr]
    assert "sum-assumed-abroad" in {one.key for one in found.assumed}


# day of leaving, what a delay adds: of 27y6m here and 10y abroad, 39 years on 15 June 2028, the ordinary day
LATE = [("2029-06-14", None), ("2029-06-15", 4), ("2030-06-15", 8), ("2031-01-15", 10), ("2031-06-15", 12)]


@pytest.mark.parametrize(("day", "extra"), LATE)
def test_a_delay_adds_with_years_abroad_too(day: str, extra: int | None) -> None:
    found = made("retirement_amount", born=BORN, contributed="27y6m", abroad="10y", leaving=day, base=BASE)
    assert found.result.values["percent"].value == 100 + (extra or 0)  # type: ignore[union-attr]
    assert found.result.key == ("sum-abroad-late-share" if extra else "sum-abroad-on-share")
    assert {step.article for step in found.steps} >= ({"artículo 210.2.a)"} if extra else set())


def test_no_delay_adds_to_who_had_not_the_years_at_the_ordinary_age() -> None:
    life = {"born": "1960-01-15", "contributed": "4y", "abroad": "10y6m"}
    found = made("retirement_amount", **life, leaving="2028-12-15", base=BASE)
    assert found.result.key == "sum-abroad-on-share"


def test_what_is_contributed_abroad_alone_may_not_reach_the_years() -> None:
    found = made("retirement_amount", contributed="5y", abroad="9y11m", base=BASE)
    assert (found.possible, found.result.key) == (False, "sum-retirement-too-few")


# born, contributed, still working, earliest day after losing the job: 48 months ahead with 33 years (LGSS 207.1)
INVOLUNTARY = [
    ("1966-12-01", "34y", "yes", date(2027, 12, 1)),  # 39y at 65, on 2031-12-01
    ("1966-09-09", "33y", "yes", date(2028, 6, 1)),  # 38y6m on 2032-06-01, at 65 and 8 months
    ("1966-09-09", "31y", "yes", date(2029, 9, 9)),  # 37y9m at 67, less 48 months; 33 years on 2028-12-01
    ("1966-09-09", "29y", "yes", date(2030, 12, 1)),  # 33 years four years on; 67 on 2033-09-09
    ("1966-09-09", "25y", "yes", None),  # 33 years in December 2034
    ("1964-06-15", "32y11m", "no", None),
    ("1963-06-15", "36y", "yes", TODAY),
]


@pytest.mark.parametrize(("birth", "contributed", "working", "day"), INVOLUNTARY)
def test_after_losing_the_job_it_is_four_years_and_thirty_three_contributed(
    birth: str, contributed: str, working: str, day: date | None
) -> None:
    found = made(
        "retirement_date", born=birth, contributed=contributed, still_working=working, ending="involuntary"
    )  # fmt: skip
    early = found.result.values["early"]
    assert isinstance(early, SumPhrase)
    if day is None or day == TODAY:
        expected = "sum-retirement-early-now-involuntary" if day else "sum-retirement-no-early-involuntary"
        assert early.key == expected
    else:
        assert (early.key, early.values["date"].value) == (  # type: ignore[union-attr]
            "sum-retirement-early-involuntary",
            day,
        )


# born, contributed, still working, day, pension of a base of 1000
DAYS = [
    ("1961-12-20", "38y3m", "yes", "2026-12-20", "1000.00"),
    ("1960-02-10", "20y", "yes", "2026-12-10", "623.80"),  # 20 years: 10.29 + 11 × 0.19 = 12.38, scale of 2026
    ("1960-02-10", "20y", "yes", "2027-02-10", "617.80"),  # 20y2m: 62 × 0.19 = 11.78, scale of 2027
    ("1963-06-15", "20y", "yes", "2030-06-15", "693.80"),  # 23y6m: 102 × 0.19 = 19.38
    ("1963-06-15", "20y", "yes", "2031-06-15", "756.60"),  # 24y6m: 114 × 0.19 = 21.66, and 4 for a year
    ("1963-06-15", "20y", "no", "2031-06-15", "614.00"),  # stopped: 60 × 0.19 = 11.40; no year contributed after 67
    ("1959-05-05", "12y", "yes", "2031-12-01", "545.60"),  # 17 years: 24 × 0.19; 12 at the age, so nothing for delay
]


@pytest.mark.parametrize(("birth", "contributed", "working", "day", "amount"), DAYS)
def test_the_pension_on_a_day_has_the_scale_of_the_day(
    birth: str, contributed: str, working: str, day: str, amount: str
) -> None:
    found = made(
        "retirement_amount", born=birth, contributed=contributed, still_working=working, leaving=day, base=BASE
    )  # fmt: skip
    assert worth(found) == Decimal(amount)


# born, contributed, base, day told, amount told beside it
DATE_AND_AMOUNT = [
    ("1963-06-15", "37y6m", "2000", "2028-06-15", "2000.00"),  # 39y0m
    ("1963-06-15", "20y", "1000", "2030-06-15", "693.80"),
    ("1962-05-20", "38y0m", "1500", "2027-06-01", "1500.00"),
    ("1970-01-01", "20y", "1234.56", "2037-01-01", "1041.85"),  # 30y1m: 181 × 0.19 = 34.39
]


@pytest.mark.parametrize(("birth", "contributed", "base", "day", "amount"), DATE_AND_AMOUNT)
def test_with_a_base_the_day_comes_with_its_amount(
    birth: str, contributed: str, base: str, day: str, amount: str
) -> None:
    found = made("retirement_date", born=birth, contributed=contributed, base=base)
    assert (found.result.key, str(worth(found))) == ("sum-retirement-then", day)
    assert found.result.values["amount"].value == Decimal(amount)  # type: ignore[union-attr]
    assert any(limit.key.startswith("sum-retirement-") for limit in found.limits)  # the early day


LIVES = st.fixed_dictionaries(
    {
        "born": st.dates(date(1955, 1, 1), date(1985, 12, 31)),
        "contributed": st.integers(1, 560).map(lambda months: f"{months}m"),
        "abroad": st.none() | st.integers(1, 300).map(lambda months: f"{months}m"),
        "until": st.sampled_from([None, "today", "end"]),
        "still_working": st.sampled_from([None, "yes", "no"]),
        "ending": st.sampled_from([None, "voluntary", "involuntary"]),
        "base": st.none() | st.integers(500, 4000),
        "leaving": st.none() | st.dates(TODAY, date(2050, 12, 31)),
    }
)
ASKED = {
    "retirement_date": ("born", "contributed", "abroad", "until", "still_working", "ending", "base"),
    "early_retirement": ("born", "contributed", "abroad", "until", "still_working", "ending", "base", "leaving"),
}


def tried(name: str, told: dict[str, object]) -> tuple[Sum | None, BadSumInput | None]:
    try:
        return made(name, **told), None
    except BadSumInput as refused:
        return None, refused


def figures(found: Sum, unit: str) -> Iterator[Any]:
    """Every figure of that unit in the result and what follows it."""
    values: list[SumValue] = [found.result, *found.limits]
    while values:
        value = values.pop()
        if isinstance(value, Measured):
            if value.unit == unit:
                yield value.value
        else:
            values += value if isinstance(value, tuple) else value.values.values()


_MOST_SHARE = 100 + 4 * (2051 - 1955 - 65)
"""Of the base: the latest of the days tried is so many years after the oldest person's 65th, with 4 % for each."""


@given(life=LIVES, name=st.sampled_from(sorted(ASKED)))
@settings(max_examples=200, deadline=None)
def test_no_money_without_a_base_nor_from_years_abroad_and_a_refusal_names_what_was_told(
    life: dict[str, object], name: str
) -> None:
    told = {key: value for key, value in life.items() if value is not None and key in ASKED[name]}
    found, refused = tried(name, told)
    assert refused is None or refused.name in told
    if found is None:
        return
    amounts = set(figures(Sum(name, None, found.result), "money"))
    assert not (amounts and ("base" not in told or "abroad" in told))
    for share in figures(Sum(name, None, found.result), "percent"):
        assert 0 <= share <= _MOST_SHARE
    if "abroad" in told and "part" in found.result.values:
        assert 0 <= found.result.values["part"].value <= 100  # type: ignore[union-attr, operator]
    if "still_working" not in told and "until" not in told and found.possible:
        assert "sum-assumed-working" in {one.key for one in found.assumed}


@given(
    birth=st.dates(date(1958, 1, 1), date(1970, 12, 31)),
    months=st.integers(180, 480),
    later=st.integers(0, 60),
    working=st.sampled_from(["yes", "no"]),
)
@settings(max_examples=100, deadline=None)
def test_a_later_day_never_pays_less_for_the_same_life(birth: date, months: int, later: int, working: str) -> None:
    """From 2027, where the scale stays: that of 2027 is lower than that of 2026 (DT 9.ª)."""
    assume(whole_months(birth, TODAY) - 14 * 12 > months)
    day = add_months(date(2027, 1, 1), later)
    life = {"born": birth, "contributed": f"{months}m", "base": 1000, "still_working": working}
    before, after = (made("early_retirement", **life, leaving=one) for one in (day, add_months(day, 1)))
    if before.value and after.value and "sum-early-below" not in (before.result.key, after.result.key):
        assert worth(before) <= worth(after)
