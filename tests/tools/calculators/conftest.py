"""The rules of the Social Security as of a day, and a short way to a sum."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests import shipped
from tools.calculators.registry import calculate
from tools.calculators.rules import SumRules
from tools.calculators.sums import Missing, Sum

TODAY = date(2026, 12, 1)
Summing = Callable[..., Sum]


def rules_on(day: date) -> SumRules:
    return shipped.sums().rules(day)


def made(name: str, today: date = TODAY, **inputs: Any) -> Sum:
    """The sum, which must need nothing more."""
    found = calculate(name, inputs, rules_on(today))
    assert not isinstance(found, Missing), found
    return found


def worth(found: Sum) -> Any:
    """The value as it is: an amount or a day."""
    return found.value.value if found.value else None


def keys(found: Sum) -> set[str]:
    return {limit.key for limit in found.limits}


@pytest.fixture
def rules() -> SumRules:
    return rules_on(TODAY)
