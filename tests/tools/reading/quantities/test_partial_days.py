"""Days told in part, and the figures of a message by number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.grammar import load_grammars
from tools.reading.folding import fold
from tools.reading.quantities.marked import figure, mark
from tools.reading.quantities.partial_days import PartialDay, is_partial, read_partial

TODAY = date(2026, 12, 1)
GRAMMARS = load_grammars()
parts = st.builds(
    PartialDay,
    st.none() | st.integers(1900, 2050),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
    st.none() | st.integers(0, 1200),
)


@given(parts)
def test_its_text_reads_back(day: PartialDay) -> None:
    assert read_partial(day.text) == day


@given(parts)
def test_it_is_partial_until_all_is_told(day: PartialDay) -> None:
    assert is_partial(day.text) == (day.told < 3)


@pytest.mark.parametrize("text", ["", "1964", "1964-13-??", "1964-02-31", "????-02-30", "64y6m", "1964-??"])
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert read_partial(text) is None
    assert not is_partial(text)


@given(parts, parts)
def test_what_fits_is_merged_and_loses_nothing(one: PartialDay, other: PartialDay) -> None:
    if one.fits(other):
        assert one.merged(other).told == one.told + other.told


@given(parts)
def test_the_last_is_not_after_today_and_the_next_not_before(day: PartialDay) -> None:
    if day.year is None and day.day is not None:
        last, coming = day.last_before(TODAY).whole, day.next_after(TODAY).whole
        assert last
        assert last <= TODAY
        assert coming
        assert coming >= TODAY


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("es", "llevo 38 y medio cotizados", "llevo ǂs0 cotizados"),
        ("es", "nací el 3/2/64 y cobro 1.650", "naci el ǂd0 y cobro ǂn0"),
        ("eu", "37 urte ta 8 hilabete", "ǂs0"),
        ("eu", "63 urterekin", "ǂs0 _rekin"),
        ("eu", "1900ekin", "ǂn0 _ekin"),
        ("gl", "trinta e cinco e tres meses", "ǂs0"),
        ("en", "3 more years", "ǂs0 more"),
        ("fr", "132 trimestres", "ǂs0"),
        ("ca", "el 21% i dos fills", "el 21% i dos fills"),
        ("es", "mi DNI es 12345678Z", "mi dni es"),
        ("es", "hace tres días", "ǂd0"),
    ],
)
def test_figures_are_numbered(language: Language, text: str, marked: str) -> None:
    assert " ".join(mark(fold(text), language, GRAMMARS, TODAY).text.split()) == marked


@given(text=st.text(max_size=60), language=st.sampled_from(LANGUAGES))
def test_every_figure_in_the_text_is_there(text: str, language: Language) -> None:
    found = mark(fold(text), language, GRAMMARS, TODAY)
    kinds = {"n": found.amounts, "s": found.spans, "d": found.days}
    for name in found.kept():
        kind, place = figure(name)
        assert place < len(kinds[kind])
