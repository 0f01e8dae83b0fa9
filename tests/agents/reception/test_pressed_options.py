"""The words of an option of a sum come back as they are when its button is pressed."""

from datetime import date

import pytest

from agents.reception.turns.sum_values import SumsSoFar, SumValues
from agents.understanding.sums.told_inputs import ToldForSum
from knowledge.languages import LANGUAGES, Language, Variant
from tests import shipped

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(("language", "variety"), [*((one, None) for one in LANGUAGES), ("ca", "ca-valencia")])
def test_the_name_of_an_option_tells_it(language: Language, variety: Variant | None) -> None:
    sums = shipped.sums()
    values, words, read = SumValues(sums, shipped.told_reader(), language, TODAY), sums.words.in_variety(variety), 0
    for calculation in sums.names:
        for spec in sums.inputs(calculation, TODAY):
            for option, name in words.options(spec, language).items():
                assert values.told_now(name, SumsSoFar({}, calculation, spec.name)) == {
                    calculation: ToldForSum({spec.name: option})
                }
                read += 1
    assert read > 20


@pytest.mark.parametrize(("language", "variety"), [*((one, None) for one in LANGUAGES), ("ca", "ca-valencia")])
def test_the_name_of_an_option_tells_it_where_the_sum_was_told_of_each(
    language: Language, variety: Variant | None
) -> None:
    sums = shipped.sums()
    values, words = SumValues(sums, shipped.told_reader(), language, TODAY), sums.words.in_variety(variety)
    (cause,) = (spec for spec in sums.inputs("sick_pay", TODAY) if spec.name == "cause")
    for option, name in words.options(cause, language).items():
        assert values.told_now(name, SumsSoFar({}, "sick_pay")) == {"sick_pay": ToldForSum({"cause": option})}
