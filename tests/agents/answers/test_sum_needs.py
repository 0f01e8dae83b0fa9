"""What the needs of the shipped sums say is true: they exist, and what they tell is taken."""

from datetime import date

from knowledge.content.catalogue_files import load_catalogue
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tools.calculators.inputs import read_input

TODAY = date(2026, 12, 1)


def test_every_sum_is_about_needs_that_exist() -> None:
    sums, catalogue = shipped.sums(), load_catalogue(SEGURIDAD_SOCIAL)
    assert all(sums.needs[name] for name in sums.names)
    assert {need for needs in sums.needs.values() for need in needs} <= catalogue.keys()


def test_what_a_need_or_a_condition_tells_of_a_sum_is_taken_by_it() -> None:
    sums, catalogue = shipped.sums(), load_catalogue(SEGURIDAD_SOCIAL)
    for about, told in sums.presets.items():
        assert about in catalogue or about.split()[0] == "work", about
        for name, values in told.items():
            specs = {spec.name: spec for spec in sums.inputs(name, TODAY)}
            for key, text in values.items():
                assert read_input(specs[key], text, TODAY) == text
