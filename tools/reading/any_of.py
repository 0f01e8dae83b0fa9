"""A pattern for any of some words or phrases, over folded text."""

import re
from collections.abc import Iterable

from tools.reading.folding import fold


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words, whatever joins those of a phrase; ``*`` is any ending."""
    forms = sorted((fold(str(word)).text for word in words), key=len, reverse=True)
    spelled = "|".join(re.sub(r"\\ ", r"[\\s'’-]+", re.escape(form)).replace(r"\*", r"\w*") for form in forms)
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")
