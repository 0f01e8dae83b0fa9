"""A day as it stands in a sentence: on it, until it, from it on; each language joins its words in its own way."""

from collections.abc import Mapping
from datetime import date

from knowledge.content.fact_text import long_date
from knowledge.languages import Language

_ENDS_IN_CONSONANT = frozenset({1, 5, 10, 15, 21, 25, 30})
"""Basque "bat", "bost", "hamar" take an e before an ending."""
_ENDS_IN_A = frozenset({11, 31})
"""Basque "hamaika" ends in the a of the article."""


def day_forms(day: date, language: Language) -> Mapping[str, str]:
    """The day alone under "", and as "_on", "_until" and "_from"."""
    plain = long_date(day, language)
    if language == "eu":
        return {"": plain, **_basque(day, plain)}
    if language == "ca":
        elided = day.day in (1, 11)
        article, to, since = ("l'", "fins a l'", "des de l'") if elided else ("el ", "fins al ", "des del ")
    else:
        article, to, since = _JOINED[language]
    return {"": plain, "_on": f"{article}{plain}", "_until": f"{to}{plain}", "_from": f"{since}{plain}"}


_JOINED: Mapping[str, tuple[str, str, str]] = {
    "es": ("el ", "hasta el ", "desde el "),
    "gl": ("o ", "ata o ", "desde o "),
    "en": ("on ", "until ", "from "),
    "fr": ("le ", "jusqu’au ", "à partir du "),
}


def _basque(day: date, plain: str) -> Mapping[str, str]:
    stem = plain if day.day in _ENDS_IN_A else plain.removesuffix("a")
    vowel = "e" if day.day in _ENDS_IN_CONSONANT else ""
    inside = "n" if day.day in _ENDS_IN_A else f"{vowel}an"
    return {
        "_on": f"{stem}{inside}",
        "_until": f"{stem}{vowel}ra arte",
        "_from": f"{stem}{vowel}tik aurrera",
    }
