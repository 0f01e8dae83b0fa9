"""A phonetic key shared by words that are written differently and sound alike.

The spelling rules are those of Spanish, and nearly those of the languages around it.
"""

import re
from functools import lru_cache

_SAID_ALIKE = (
    (re.compile(r"(?<!c)h"), ""),
    (re.compile(r"[vw]"), "b"),
    (re.compile(r"c(?=[ei])|z|ss"), "s"),
    (re.compile(r"qu(?=[ei])|[kq]|c(?!h)"), "k"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"g(?=[ei])|j"), "x"),
    (re.compile(r"ch"), "tx"),
    (re.compile(r"ll|y"), "i"),
    (re.compile(r"m(?=[^aeiou])"), "n"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=16384)
def phonetic_key(folded: str) -> str:
    """The key of a word or name in lower case without accents: "dezir" and "decir" share a key."""
    for written, said in _SAID_ALIKE:
        folded = written.sub(said, folded)
    return folded
