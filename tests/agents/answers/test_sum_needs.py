"""What the needs of the shipped sums say is true: they exist, and what they tell is taken."""

from datetime import date

from agents.understanding.question.conditions import CONDITION_KINDS
from knowledge.content.articles import read_articles, units_of
from knowledge.content.catalogue_files import load_catalogue
from knowledge.passages import parse_unit
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
        assert about in catalogue or about.split()[0] in CONDITION_KINDS, about
        for name, values in told.items():
            specs = {spec.name: spec for spec in sums.inputs(name, TODAY)}
            for key, text in values.items():
                assert str(read_input(specs[key], text, TODAY)) == text


def test_the_line_about_taxes_of_a_sum_is_about_taxes() -> None:
    sums = shipped.sums()
    lines = units_of(read_articles(SEGURIDAD_SOCIAL)[0])
    for name, unit in sums.gross.items():
        assert name in sums.names
        assert all("IRPF" in text or "PFEZ" in text for _, text in lines[parse_unit(unit)]), unit


def test_the_line_that_leaves_an_amount_to_people_is_of_its_need() -> None:
    lines = units_of(read_articles(SEGURIDAD_SOCIAL)[0])
    left = shipped.sums().left
    assert left
    for need, unit in left.items():
        assert parse_unit(unit).need == need
        assert lines[parse_unit(unit)], unit
