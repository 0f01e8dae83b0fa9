"""Early retirement to the cent: LGSS 207.2 and 208.2 (tables), 210.3-4 (the highest pension), DT 9.ª and 34.ª.

Born on 15 June 1963 with 37 years and 6 months on 2026-12-01, one has 38y6m at 65: the ordinary day is 2028-06-15.
In 2026 a base gives 100 % from 36y6m; in 2027, from 37 years. The highest pension is 3,359.60.
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import TODAY, keys, made, worth
from tools.errors import BadSumInput

# born, contributed, leaving, base, months ahead, reduction, amount
VOLUNTARY = [
    ("1963-06-15", "37y6m", "2026-12-01", "2000", 19, "9.78", "1804.40"),  # 18 months and 14 days ahead
    ("1963-06-15", "37y6m", "2027-06-15", "2000", 12, "5.50", "1890.00"),  # 38y0m by then
    ("1963-06-15", "37y6m", "2028-05-15", "2000", 1, "3.11", "1937.80"),  # 38y11m: second band
    ("1963-06-15", "37y6m", "2028-05-16", "2000", 1, "3.11", "1937.80"),  # a begun month
    ("1963-06-15", "37y6m", "2028-05-14", "2000", 2, "3.23", "1935.40"),  # a month and a day
    ("1963-06-15", "37y6m", "2027-12-01", "2000", 7, "4.00", "1920.00"),  # 38y6m: second band
    ("1963-06-15", "37y6m", "2027-11-30", "2000", 7, "4.19", "1916.20"),  # 38y5m: first band
    ("1963-06-15", "35y", "2028-06-01", "1500", 24, "21", "1172.20"),  # 36y6m: 98.92 % = 1483.80, × 0.79
    ("1966-09-09", "41y", "2029-09-09", "2500", 24, "17", "2075.00"),  # 43y9m: third band
    ("1966-09-09", "41y8m", "2029-09-09", "2500", 24, "17", "2075.00"),  # 44y5m
    ("1966-09-09", "41y9m", "2029-09-09", "2500", 24, "13", "2175.00"),  # 44y6m: fourth band
    ("1966-09-09", "42y", "2029-10-09", "2500", 23, "12", "2200.00"),  # 44y10m
    ("1963-06-15", "37y6m", "2026-12-01", "3359.60", 19, "9.78", "3031.03"),  # the highest pension and no more
    ("1963-06-15", "37y6m", "2026-12-01", "3360", 19, "5.38", "3178.85"),  # above: 3359.60 × 0.9462
    ("1963-06-15", "37y6m", "2026-12-01", "4500", 19, "5.38", "3178.85"),
    ("1963-06-15", "37y6m", "2027-06-15", "4500", 12, "3.40", "3245.37"),  # the table of 2027: 3359.60 × 0.966
    ("1963-06-15", "37y6m", "2028-05-15", "4500", 1, "1.81", "3298.79"),  # 2028, second band: × 0.9819
    ("1970-09-09", "31y", "2033-09-09", "4500", 24, "21", "2654.08"),  # from 2033 the whole table: × 0.79
    ("1963-06-15", "37y6m", "2026-12-01", "1000", 19, "9.78", "902.20"),
    ("1963-06-15", "37y6m", "2026-12-01", "986", 19, "9.78", "889.57"),  # just above 888.70
]


@pytest.mark.parametrize(("birth", "contributed", "leaving", "base", "ahead", "off", "amount"), VOLUNTARY)
def test_by_ones_own_will(
    birth: str, contributed: str, leaving: str, base: str, ahead: int, off: str, amount: str
) -> None:
    found = made("early_retirement", born=birth, contributed=contributed, leaving=leaving, base=base)
    said = found.result.values
    assert (said["months"].value, said["percent"].value) == (ahead, Decimal(off))  # type: ignore[union-attr]
    assert worth(found) == Decimal(amount)


INVOLUNTARY = [
    ("1963-06-15", "37y6m", "2026-12-01", "2000", 19, "9.78", "1804.40"),
    ("1963-06-15", "37y6m", "2027-12-15", "2000", 6, "3.50", "1930.00"),  # 38y6m: second band
    ("1966-12-01", "34y", "2027-12-01", "2000", 48, "30", "1338.40"),  # 35 years: 95.60 % = 1912, × 0.70
    ("1966-12-01", "34y", "2027-12-01", "5000", 48, "30", "3090.83"),  # 3346 > 3359.60 less 16 quarters × 0.50 %
    ("1963-06-15", "37y6m", "2026-12-01", "5000", 19, "9.78", "3242.01"),  # 4511 > 3359.60 less 7 × 0.50 %
]


@pytest.mark.parametrize(("birth", "contributed", "leaving", "base", "ahead", "off", "amount"), INVOLUNTARY)
def test_after_losing_the_job(
    birth: str, contributed: str, leaving: str, base: str, ahead: int, off: str, amount: str
) -> None:
    found = made(
        "early_retirement", born=birth, contributed=contributed, leaving=leaving, base=base, ending="involuntary"
    )
    said = found.result.values
    assert (said["months"].value, said["percent"].value) == (ahead, Decimal(off))  # type: ignore[union-attr]
    assert worth(found) == Decimal(amount)
    assert "sum-limit-early-involuntary" in keys(found)


def test_without_a_day_the_earliest_is_taken_and_told() -> None:
    found = made("early_retirement", born="1966-09-09", contributed="41y", base=2500)
    assert worth(found) == Decimal("2075.00")
    assumed = {one.key: one.values for one in found.assumed}
    assert assumed["sum-assumed-earliest"]["date"].value == date(2029, 9, 9)  # type: ignore[union-attr]
    assert "sum-assumed-voluntary" in assumed


def test_without_a_base_the_reduction_is_the_answer() -> None:
    found = made("early_retirement", born="1963-06-15", contributed="35y", leaving="2028-06-01")
    assert worth(found) == Decimal(21)
    assert found.result.values["net"].value == Decimal("78.15")  # type: ignore[union-attr]  # 98.92 % × 0.79


IMPOSSIBLE = [
    ({"leaving": "2028-05-31", "contributed": "35y"}, "sum-early-too-young"),  # ordinary 2030-06-01
    ({"contributed": "20y"}, "sum-early-never"),
    ({"contributed": "34y", "leaving": "2027-06-01"}, "sum-early-too-few"),
    ({"leaving": "2028-06-15"}, "sum-early-reached"),
    ({"leaving": "2030-01-01"}, "sum-early-reached"),
    ({"born": "1959-01-01"}, "sum-early-reached"),
    ({"leaving": "2026-12-01", "base": "985"}, "sum-early-below"),  # 888.67, the least is 888.70
    ({"leaving": "2026-12-01", "base": "1000", "spouse": "alone"}, "sum-early-below"),  # 902.20, 936.20
    ({"leaving": "2026-12-01", "base": "1390", "spouse": "dependent_spouse"}, "sum-early-below"),  # 1254.06, 1256.60
]


@pytest.mark.parametrize(("inputs", "key"), IMPOSSIBLE)
def test_what_the_law_does_not_give_is_an_answer_with_its_reason(inputs: dict[str, str], key: str) -> None:
    found = made("early_retirement", **{"born": "1963-06-15", "contributed": "37y6m", **inputs})
    assert (found.possible, found.value, found.result.key) == (False, None, key)
    assert found.limits


def test_a_dependent_spouse_asks_for_a_higher_pension_and_who_did_not_say_is_warned() -> None:
    who = {"born": "1963-06-15", "contributed": "37y6m", "leaving": "2026-12-01"}
    assert worth(made("early_retirement", **who, base=1400, spouse="dependent_spouse")) == Decimal("1263.08")
    assert "sum-limit-early-family" in keys(made("early_retirement", **who, base=1000))
    assert "sum-limit-early-family" not in keys(made("early_retirement", **who, base=2000))


def test_pensions_above_the_highest_one_are_told_the_transition() -> None:
    found = made("early_retirement", born="1963-06-15", contributed="37y6m", leaving="2026-12-01", base=4500)
    assert "sum-limit-early-capped" in keys(found)
    assert {step.article for step in found.steps} >= {"disposición transitoria trigésima cuarta", "artículo 1"}


def test_figures_of_a_year_to_come_are_the_last_published_ones() -> None:
    found = made("early_retirement", born="1966-09-09", contributed="41y", base=2500)
    assert "sum-limit-last-published" in keys(found)


@pytest.mark.parametrize(
    ("inputs", "name", "reason"),
    [
        ({"leaving": "2026-11-30"}, "leaving", "past"),
        ({"leaving": "2026-11-31"}, "leaving", "no-such-day"),
        ({"leaving": "2200-01-01"}, "leaving", "too-far"),
        ({"base": "-1"}, "base", "negative"),
        ({"contributed": "50y"}, "contributed", "more-than-life"),
    ],
)
def test_what_cannot_be_is_refused(inputs: dict[str, str], name: str, reason: str) -> None:
    with pytest.raises(BadSumInput) as refused:
        made("early_retirement", **{"born": "1963-06-15", "contributed": "37y6m", **inputs})
    assert (refused.value.name, refused.value.reason) == (name, reason)


@given(
    birth=st.dates(date(1962, 1, 1), date(1975, 12, 31)),
    contributed=st.integers(360, 500),
    base=st.integers(1500, 3359),
    ending=st.sampled_from(["voluntary", "involuntary"]),
    later=st.integers(1, 22),
)
@settings(max_examples=150, deadline=None)
def test_a_month_earlier_in_the_same_year_never_pays_more(
    birth: date, contributed: int, base: int, ending: str, later: int
) -> None:
    """Within a year: the percentages of the law fall from 2026 to 2027 (DT 9.ª)."""
    from tools.calculators.dates import add_months, whole_months

    if whole_months(birth, TODAY) - 14 * 12 < contributed:
        return
    who = {"born": birth, "contributed": f"{contributed}m", "base": base, "ending": ending}
    first = made("early_retirement", **who)
    if not first.possible:
        return
    day = add_months(first.result.values["date"].value, later)  # type: ignore[union-attr, arg-type]
    before, after = (made("early_retirement", **who, leaving=one) for one in (day, add_months(day, 1)))
    if before.possible and after.possible and day.year == add_months(day, 1).year:
        assert worth(before) <= worth(after)


@pytest.mark.parametrize(
    ("birth", "contributed", "ahead", "day"),
    [
        ("1963-06-15", "37y6m", "1y", "2027-06-15"),  # the ordinary day is 2028-06-15
        ("1963-06-15", "37y6m", "18m", "2026-12-15"),
        ("1963-06-15", "35y", "24m", "2028-06-01"),  # 38y6m on 2030-06-01
        ("1963-08-31", "37y6m", "6m", "2028-03-01"),  # of 31 August, 29 February is a begun month more
        ("1963-03-31", "37y9m", "1m", "2028-03-01"),
    ],
)
def test_so_long_ahead_is_a_day(birth: str, contributed: str, ahead: str, day: str) -> None:
    found = made("early_retirement", born=birth, contributed=contributed, ahead=ahead)
    said = found.result.values
    assert str(said["date"].value) == day  # type: ignore[union-attr]
    whole = made("early_retirement", born=birth, contributed=contributed, leaving=day)
    assert found.result == whole.result


def test_a_day_to_leave_goes_before_how_long_ahead() -> None:
    given = {"born": "1963-06-15", "contributed": "37y6m", "leaving": "2027-12-15"}
    assert made("early_retirement", **given, ahead="1y").result == made("early_retirement", **given).result


def test_longer_ahead_than_now_is_refused() -> None:
    with pytest.raises(BadSumInput) as refused:
        made("early_retirement", born="1963-06-15", contributed="37y6m", ahead="2y")
    assert (refused.value.name, refused.value.reason) == ("ahead", "past")
