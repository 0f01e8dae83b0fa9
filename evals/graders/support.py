"""Whether the turns that a sentence of a summary points to hold its words."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tools.reading.folding import fold

_QUOTED = re.compile(r"[«“\"]([^»”\"]+)[»”\"]")
_SHARE = 0.6
_LEAST_LETTERS = 3


def is_supported(sentence: Mapping[str, Any], said: Sequence[str]) -> bool:
    """It points to turns that exist, most of its words are theirs, and each of its figures is.

    Of a sentence that quotes, the words quoted count: what stands around them is the form's. ``said``: turn by turn.
    """
    turns = sentence["turns"]
    if not turns or not all(0 <= turn < len(said) for turn in turns):
        return False
    claimed = " ".join(_QUOTED.findall(sentence["text"])) or sentence["text"]
    heard = set(fold("\n".join(said[turn] for turn in turns)).words())
    words = [word for word in fold(claimed).words() if len(word) >= _LEAST_LETTERS or word.isdigit()]
    figures = [word for word in words if any(letter.isdigit() for letter in word)]
    held = sum(word in heard for word in words)
    return held >= _SHARE * len(words) and all(figure in heard for figure in figures)
