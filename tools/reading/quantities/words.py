"""The words beside figures of a language, compiled from ``data/<language>.yaml``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.languages import LANGUAGES, Language
from tools.reading.folding import Folded, fold
from tools.reading.numbers.spelling import spelt_numbers
from tools.reading.tables import load_table

_GLUED = re.compile(r"(?<![\w.,])(\d{1,2})k(\d)(?!\w)")
_EUROS = re.compile(r"(?<![\w.,])(\d{3,5})e(?!\w)")
_LETTERS = tuple(
    re.compile(rf"(?<![\w.,])(\d\d)\s?{years}\s?(?:[yiet,+]\s?)?(\d{{1,2}})\s?{months}(?!\w)")
    for years, months in (("[ay]", "m"), ("u", "h"))
)
"""Years and months by their letters: "34a 4m", "34u 4h"; "20 a 8 h" are hours."""
_APART = r"(?<![\w.,/+-])(3[2-9]|[45]\d)(?:\s?[/+]\s?|-)(\d|1[01])(?![\w/+-]|[.,]\d)"
"""The same with a sign between, where the first is no day of a month: "34/4"; "40 - 2" may be less two."""
HOURS = r"(?:h|hs|horas?|hores|ordu\w*|hours?|heures?|:\d\d)(?!\w)"
_PAID = range(12, 17)
_UNITS = ("years", "months", "weeks", "days", "quarters")
_COMMON: Language = "es"
"""Words of Spanish are said in sentences of every other language of the country."""


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Patterns of one language; each matches one of its words or phrases, at a position of a folded text.

    ``total_end``, ``pair_end``: what may come after months that are not said to be such, where the years are ("34 years
    and 4 in all"; "45 years and 10 paid in" are an age and years), and where neither is ("34 4 paid in").
    ``of_order``: what may stand between a number and its unit ("seis primeros meses"). ``payments``: how many times a
    year a wage is paid, with what is beside that. ``spreads``: figures with a word right after them, and beginnings of
    words as people write them, with what to write instead.
    """

    units: Mapping[str, str]
    joiner: str
    half: str
    some: str
    more: str
    of_order: str
    less: str
    total_end: str
    pair_end: str
    payments: tuple[tuple[re.Pattern[str], int], ...]
    euros: str
    a_year: str
    a_week: str
    an_hour: str
    year_lead: re.Pattern[str]
    birth_lead: re.Pattern[str]
    day_lead: re.Pattern[str]
    year_join: str
    month_end: re.Pattern[str]
    month_end_after: re.Pattern[str]
    year_end: str
    this_year: str
    next_year: str
    unit_stems: tuple[str, ...]
    spreads: tuple[tuple[re.Pattern[str], str], ...]

    @property
    def unit(self) -> str:
        """A unit of time of any length."""
        return "|".join(self.units.values())

    def spread(self, folded: Folded) -> Folded:
        """With a space between a figure and its word ("1050ish", "39urte"), and words as they are spelt."""
        text = folded.text
        for pattern, words in self.spreads:
            text = pattern.sub(words, text)
        return fold(text)


@cache
def quantity_words(language: Language) -> QuantityWords:
    """The words of a language; read once."""
    own, common = _table(language), _table(_COMMON)
    units = {unit: _any([*own[unit], *common[unit]]) for unit in _UNITS}
    euros = _any([*own["euros"], "euro*", "€"])
    totals = [*own["pair_ends"], *common["pair_ends"]]
    return QuantityWords(
        units=units,
        joiner=_any([*own["and"], *common["and"], "&"]),
        half=_any([*own["half"], *common["half"]]),
        some=_any([*own["some"], *common["some"]]),
        more=_any(own["more"]),
        of_order=_any([*own["of_order"], *common["of_order"]]),
        less=_any([*own["less"], *common["less"]]),
        total_end=_any(totals),
        pair_end=_any([*totals, *own["contributed_ends"], *common["contributed_ends"]]),
        payments=tuple(_payments(language, own, common)),
        euros=euros,
        a_year=_any([*own["a_year"], *common["a_year"]]),
        a_week=_any([*own["a_week"], *common["a_week"]]),
        an_hour=_any([*own["an_hour"], *common["an_hour"]]),
        year_lead=_ending_in(own["year_leads"]),
        birth_lead=_ending_in(own["birth_leads"]),
        day_lead=_ending_in(own["day_leads"]),
        year_join=_any(own["year_joins"]),
        month_end=_ending_in(own["month_ends"]),
        month_end_after=re.compile(rf"\W*(?:{_any(own['month_ends_after'])})(?!\w)"),
        year_end=_any(own["year_ends"]),
        this_year=_any(own["this_year"]),
        next_year=_any(own["next_year"]),
        unit_stems=tuple(map(str, own["unit_stems"])),
        spreads=tuple(_spreads(units, euros, own)),
    )


def ago_phrases() -> list[str]:
    """How long ago a day was, in every language, with ``{span}``."""
    return [str(phrase).replace("{n} {unit}", "{span}") for language in LANGUAGES for phrase in _table(language)["ago"]]


@cache
def _table(language: Language) -> dict[str, Any]:
    return load_table("tools.reading.quantities", language)


def _pairs(table: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(str(said), str(word)) for said, word in table["respell"].items()]


def _spreads(units: Mapping[str, str], euros: str, own: Mapping[str, Any]) -> Iterator[tuple[re.Pattern[str], str]]:
    """In the order to write them."""
    month = fold(str(own["months"][0]).rstrip("*")).text
    glued = "|".join([*units.values(), euros, _any(["ish", "brut*", "net*", "ko base*"])])
    yield _GLUED, r"\1.\2k"
    yield _EUROS, r"\1 euro"
    yield from ((letters, rf"\1 \2 {month}") for letters in _LETTERS)
    yield re.compile(rf"{_APART}(?!\s?(?:{units['years']})(?!\w))"), r"\1 \2"  # "34-5 years" are 34 or 35
    yield re.compile(rf"(?<=\d)({units['years']})(?=\d)"), r" \1 "
    yield re.compile(rf"(?<=\d)()({glued})(?!\w)"), r"\1 \2"
    yield from ((re.compile(rf"(?<!\w){fold(said).text}"), fold(word).text) for said, word in _pairs(own))


def _payments(language: Language, *tables: Mapping[str, Any]) -> Iterator[tuple[re.Pattern[str], int]]:
    """ "En 14 pagas", "x 14", "and two extra payments"."""
    spelt = spelt_numbers(language)
    beside = _any([*tables[0]["euros"], "euro*", "€", "brut*", "gross", "net*"])
    months = _any(tables[0]["months"])
    spans = "|".join([_any([word for table in tables for word in table[unit]]) for unit in _UNITS if unit != "months"])
    is_span = rf"\s{{0,2}}(?:(?:{spans})(?!\w)|{HOURS})"
    for number in _PAID:
        figure = _any([str(number), *(word for word, value in spelt.items() if value == number)])
        nouns = _any([word for table in tables for word in table["payments"]])
        times = _any([word for table in tables for word in table["times"]])
        yield re.compile(rf"(?<![\w.,])(?P<paid>(?:{figure})\s{{0,3}}(?:{nouns}))(?!\w)"), number
        by = rf"(?P<paid>(?:{times}|[*×])\s{{0,2}}{number}(?:\s?/\s?12)?(?:\s{{1,2}}(?:{months}))?)"
        yield re.compile(rf"\d\s{{0,2}}(?:(?:{beside})\s{{0,2}}){{0,2}}{by}(?![\w%]|[.,/]\d|{is_span})"), number
    for number, name in ((14, "extra_payments"), (12, "prorated")):
        said = _any([word for table in tables for word in table[name]])
        yield re.compile(rf"(?<!\w)(?P<paid>{said})(?!\w)"), number


def _any(words: Iterable[str]) -> str:
    """The longest first; ``*`` is any ending, and a space anything between two words."""
    folded = sorted({fold(str(word)).text for word in words}, key=len, reverse=True)
    return "|".join(_phrase(word) for word in folded) or "(?!)"


def _phrase(text: str) -> str:
    return r"[\s']{1,3}".join(re.escape(word).replace(r"\*", r"\w{0,12}") for word in re.split(r"[\s']+", text) if word)


def _ending_in(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(words)})[\s']{{0,3}}\Z")
