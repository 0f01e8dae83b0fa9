"""Which facts tell what is asked for."""

from knowledge.content.facts import load_facts
from knowledge.content.measures import MEASURES, figure_of, figures
from tests.administrations import SEGURIDAD_SOCIAL

FACTS = load_facts(SEGURIDAD_SOCIAL)


def test_an_age_is_told_in_years_and_is_no_length_of_time() -> None:
    assert figures(["imv.age_min"], FACTS) == {"years"}


def test_years_of_contributions_are_a_length_of_time_too() -> None:
    assert figures(["retirement.min_years"], FACTS) == {"years", "time"}


def test_a_fact_of_another_file_tells_nothing() -> None:
    assert figures(["nowhere.at_all"], FACTS) == frozenset()


def test_weeks_ask_for_a_time_and_a_phone_for_a_phone() -> None:
    assert [figure_of(measure) for measure in MEASURES] == [
        "money", "percent", "years", "time", "time", "time", "phone", "url", "hours",
    ]  # fmt: skip
