"""What a sum would say with an amount is tried out of sight: nothing of the trial reaches the person."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from agents.answers.sum_reply import WantedSum, reply_with_sum
from agents.answers.sums import Sums
from tests import shipped
from tools.calculators.sums import Missing, Sum
from tools.errors import BadSumInput, SumNotKnown

TOLD = {"child_birth": "2026-11-20"}
WANTED = WantedSum("birth_leave", "nacimiento_cuidado", TOLD, "es", date(2026, 12, 1), amount=True)


def test_an_amount_that_is_lacking_is_asked_for_after_the_sum() -> None:
    made = reply_with_sum(WANTED, shipped.sums(), shipped.phrases())
    assert (made.sums, made.lacks) == (1, "base")


@pytest.mark.parametrize("error", [BadSumInput("base", "too-little"), SumNotKnown("base")])
def test_a_trial_that_fails_leaves_the_sum_as_it_is(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    calculate = Sums.calculate

    def refused(self: Sums, name: str, inputs: Mapping[str, object], today: date) -> Sum | Missing:
        if "base" in inputs:
            raise error
        return calculate(self, name, inputs, today)

    monkeypatch.setattr(Sums, "calculate", refused)
    made = reply_with_sum(WANTED, shipped.sums(), shipped.phrases())
    assert (made.sums, made.lacks, made.refused) == (1, "", ())


def test_who_leaves_at_an_age_is_asked_for_the_birth_and_not_taken_to_leave_at_another() -> None:
    told = {"contributed": "36y0m", "base": "1200.00", "leaving": "????-??-??@780"}
    at_an_age = WantedSum("retirement_amount", "jubilacion_ordinaria", told, "ca", date(2026, 12, 1))
    assert reply_with_sum(at_an_age, shipped.sums(), shipped.phrases()).lacks == "born"
    unknown = reply_with_sum(replace(at_an_age, unknown=True), shipped.sums(), shipped.phrases())
    assert (unknown.sums, unknown.lacks) == (1, "")


def test_whether_one_may_leave_on_a_day_is_not_answered_without_the_birth() -> None:
    told = {"contributed": "36y4m", "base": "1850.00", "leaving": "2027-05-01"}
    asked = WantedSum("retirement_amount", "jubilacion_ordinaria", told, "eu", date(2026, 12, 1), dated=True)
    assert reply_with_sum(asked, shipped.sums(), shipped.phrases()).lacks == "born"
    assert not reply_with_sum(replace(asked, dated=False), shipped.sums(), shipped.phrases()).lacks


@pytest.mark.parametrize(("figure", "right"), [("780", True), ("781", True), ("760", False)])
def test_only_what_a_sum_is_about_is_said_to_be_right(figure: str, right: bool) -> None:
    told = {"base": "1680.00", "cause": "common", "days": "25"}
    wanted = WantedSum(
        "sick_pay", "incapacidad_temporal_info", told, "en", date(2026, 12, 1), reckoned=frozenset({figure})
    )
    made = reply_with_sum(wanted, shipped.sums(), shipped.phrases())
    assert made.reply.messages[0].text.startswith("Yes. ") is right
