"""Says in a line of which year its figures are, once they are only the last ones published."""

import re
from collections.abc import Mapping
from typing import Literal

from knowledge.content.fact_text import basque_year
from knowledge.languages import Language

_THIS_YEAR: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "es": (("de este año", "de {year}"), ("este año", "en {year}")),
    "ca": (("d'enguany", "de {year}"), ("enguany", "el {year}")),
    "gl": (("deste ano", "de {year}"), ("este ano", "en {year}")),
    "eu": (("aurtengo", "{of_year}"), ("aurten", "{in_year}")),
    "en": (("this year's", "the {year}"), ("of this year", "of {year}"), ("this year", "in {year}")),
    "fr": (("de cette année", "de {year}"), ("cette année", "en {year}")),
}
"""How a line says that a figure is of this year, and what it says instead."""
_FIGURES: Mapping[Language, tuple[str, str]] = {
    "es": ("cifra de {year}", "cifras de {year}"),
    "ca": ("xifra de {year}", "xifres de {year}"),
    "gl": ("cifra de {year}", "cifras de {year}"),
    "eu": ("{of_year} zifra", "{of_year} zifrak"),
    "en": ("{year} figure", "{year} figures"),
    "fr": ("chiffre de {year}", "chiffres de {year}"),
}
_SOME: Mapping[Language, str] = {
    "es": "alguna cifra es de {year}",
    "ca": "alguna xifra és de {year}",
    "gl": "algunha cifra é de {year}",
    "eu": "zifraren bat {of_year}a da",
    "en": "some of these are {year} figures",
    "fr": "certains chiffres sont de {year}",
}
"""Of a line with newer figures beside them: it goes on saying "this year"."""
_ANY: Mapping[Language, re.Pattern[str]] = {
    language: re.compile("|".join(rf"\b{re.escape(words)}\b" for words, _ in listed), re.IGNORECASE)
    for language, listed in _THIS_YEAR.items()
}


def name_year(text: str, year: int, count: int | Literal["some"], language: Language) -> str:
    """A line with so many figures of a year that is over, which names the year: where it says "this year", or else
    before its stop. ``some``: other figures of the line are newer.
    """
    names = {"year": str(year), "of_year": basque_year(year, "ko"), "in_year": basque_year(year, "n")}
    instead = dict(_THIS_YEAR[language])

    def named(match: re.Match[str]) -> str:
        words = instead[match[0].lower()].format(**names)
        return words[0].upper() + words[1:] if match[0][0].isupper() else words

    told, found = _ANY[language].subn(named, text) if count != "some" else (text, 0)
    if found:
        return told
    singular, plural = _FIGURES[language]
    mark = _SOME[language] if count == "some" else singular if count == 1 else plural
    stop = text[-1:] if text[-1:] in (".", ":", ";") else ""
    return f"{text.removesuffix(stop)} ({mark.format(**names)}){stop}"
