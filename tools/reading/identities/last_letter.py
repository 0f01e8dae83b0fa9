"""The letter of a document, said apart from its number: "18402317, and the letter… C", "sorry, it ends in B"."""

import re

from tools.reading.identities.parsing import is_document

LENGTH = 8
"""Signs of a DNI or NIE without its last letter."""
_ALONE = re.compile(r"(?<![\w'’·@.-])([A-Za-z])(?![\w'’·@-])")
_LEADS = re.compile(
    r"(?<!\w)(?:la|el|una?|unha|une|le|the|an?|l[’']|l?letra|letrak?|lettre|letter|es|is|[eé]s|[eé]|est)\W{1,3}\Z",
    re.IGNORECASE,
)
_WORDS = frozenset("AEIOUY")
"""Letters that are words too."""
_FEW = 3
"""Words of a message in which a small letter is no word."""


def find_letter(text: str, number: str, start: int = 0) -> tuple[int, int] | None:
    """Where the letter that belongs to a ``number`` without it stands by itself, from ``start`` on; None where it does
    not. Of 23 letters one belongs, so that hardly any other letter is taken for it.
    """
    if len(number) != LENGTH:
        return None
    few = len(re.findall(r"\w+", text)) <= _FEW
    for match in _ALONE.finditer(text, start):
        letter = match[1]
        led = few or _LEADS.search(text, 0, match.start()) is not None or not re.search(r"\w", text[match.end() :])
        plain = letter.isupper() and letter not in _WORDS
        if (plain or led) and is_document(number + letter.upper()):
            return match.span(1)
    return None
