"""Tells a weekday said alone, which counts in the week that is spoken of, from one that names its week too."""

import re
from datetime import date
from functools import cache

from knowledge.languages import LANGUAGES
from tools.reading.dates.grammar import dates_table
from tools.reading.folding import fold

_ARTICLE = re.compile(
    r"(?:(?:para|pa|per|pour|for|to|a)\s+)?(?:(?:el|els|lo|l|le|ce|the|on|o|os|al|ao|no|en|este|aquest)\s+)?"
)


def is_bare_weekday(text: str, day: date) -> bool:
    """Whether the text, which was read as that day, is nothing but the name of its weekday."""
    said = _ARTICLE.sub("", fold(text).text.strip(), count=1)
    return any(re.fullmatch(rf"{re.escape(name)}\w*", said) for name in _names()[day.weekday()])


@cache
def _names() -> tuple[tuple[str, ...], ...]:
    tables = [dates_table(language)["weekdays"] for language in LANGUAGES]
    return tuple(tuple(str(name) for table in tables for name in table[weekday]) for weekday in range(7))
