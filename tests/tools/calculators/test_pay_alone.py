"""Sums of which little is told: the pay of a birth leave without its day, a letter without its kind."""

from collections.abc import Mapping
from datetime import date

from tests import shipped
from tools.calculators.sums import Missing, Sum

TODAY = date(2026, 12, 1)


def made(name: str, inputs: Mapping[str, object]) -> Sum:
    found = shipped.sums().calculate(name, inputs, TODAY)
    assert not isinstance(found, Missing)
    return found


def test_the_pay_of_a_birth_leave_needs_no_day() -> None:
    """3,400 / 30 = 113.33 a day; 30 days of it are 3,399.90 (LGSS 179.1)."""
    found = made("birth_leave", {"wage": "3400"})
    said = shipped.sums().words.say(found, "es")
    assert "113,33" in said.text
    assert "3.399,90" in said.text
    assert [one.key for one in found.assumed] == ["sum-assumed-birth-today", "sum-assumed-wage"]


def test_its_weeks_still_need_the_day() -> None:
    found = shipped.sums().calculate("birth_leave", {}, TODAY)
    assert isinstance(found, Missing)
    assert found.inputs == ("child_birth",)


def test_a_letter_of_no_kind_is_taken_for_a_decision_and_says_so() -> None:
    """Thirty working days, as a prior claim has them (LRJS 71.2); eleven where it is a discharge, told with it."""
    kinds = ("prior_claim", "decision", "discharge_claim")
    plain, told, discharge = (made("deadline", {"kind": kind, "notified": "2026-11-20"}) for kind in kinds)
    assert told.value == plain.value
    assert not plain.assumed
    assert [one.values for one in told.assumed] == [{"discharge": discharge.value}]
