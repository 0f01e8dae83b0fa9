"""People who ask how long their data is kept are told what the settings do, not what somebody once wrote."""

from datetime import date
from decimal import Decimal

import pytest

from api.settings.settings import Settings
from knowledge.administration import load_administration
from knowledge.content.fact_values import Translated
from knowledge.content.facts import load_facts

DAY = date(2026, 11, 30)
FACTS = load_facts(load_administration("seguridad_social"))


@pytest.mark.parametrize("name", ["hand_off_days", "contact_days", "gap_days"])
def test_the_days_that_are_told_are_those_of_the_settings(name: str) -> None:
    assert FACTS.value_on(f"service.{name}", DAY) == Decimal(getattr(Settings(_env_file=None), name))


def test_a_conversation_lives_as_long_as_is_told() -> None:
    told = FACTS.value_on("service.conversation_life", DAY)

    assert isinstance(told, Translated)
    assert told.texts["en"] == "two hours"
    assert Settings(_env_file=None).token_minutes == 120
