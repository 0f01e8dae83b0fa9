"""What a DNI or NIE with the wrong letter may have been: offers for the citizen, never a decision."""

from collections.abc import Iterator

_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_PREFIXES = "XYZ"
_OFFERS = 3
_ALIKE: dict[str, str] = {
    "0": "896", "1": "724", "2": "317", "3": "826", "4": "917", "5": "692", "6": "750", "7": "614", "8": "903",
    "9": "084", "X": "ZY", "Y": "XZ", "Z": "XY",
}  # fmt: skip
"""Digits that look, sound or lie alike ("sesenta" and "setenta", "dos" and "doce", neighbours on the keyboard)."""
_SOUND_ALIKE = ("BDPTVWCGEZ", "MN", "FSX", "QK", "JGXH", "LR", "AHK", "YXWV")
_SHAPE_ALIKE = ("BDPR", "CGQ", "EF", "MNWH", "VYX", "ZS", "JL", "KX", "TF")


def repair_document(value: str) -> tuple[str, ...]:
    """At most three valid documents one character away from ``value``, the likeliest first.

    ``value``: eight characters and a letter, no separators. Empty for another shape, and for a valid document.
    """
    if not _shaped(value) or _fits(value):
        return ()
    alike = [one for one in (*_substituted(value, alike=True), *_exchanged(value)) if _fits(one)]
    letter = value[:-1] + _letter(value)
    first = [*alike[:2], letter, *alike[2:]] if _letters_alike(value[-1], letter[-1]) else [*alike, letter]
    others = (one for one in _substituted(value, alike=False) if _fits(one))
    return tuple(dict.fromkeys((*first, *others)))[:_OFFERS]


def readable_document(value: str) -> str:
    """A DNI or NIE with its letters set apart, as it is printed: ``12345678-Z``, ``X-1234567-L``."""
    head, letter = value[:-1], value[-1]
    return f"{head[0]}-{head[1:]}-{letter}" if head[0].isalpha() else f"{head}-{letter}"


def pad_document(value: str) -> str | None:
    """The DNI behind one said without its leading nought ("1234567L"); None when the letter does not fit."""
    padded = "0" + value
    return padded if _shaped(padded) and padded[1].isdecimal() and _fits(padded) else None


def _shaped(value: str) -> bool:
    if len(value) != 9 or not value.isascii() or not value[1:8].isdecimal() or not value[8].isalpha():
        return False
    return value[0].isdecimal() or value[0] in _PREFIXES


def _letter(value: str) -> str:
    first = str(_PREFIXES.index(value[0])) if value[0] in _PREFIXES else value[0]
    return _LETTERS[int(first + value[1:8]) % 23]


def _fits(value: str) -> bool:
    return value[8] == _letter(value)


def _substituted(value: str, *, alike: bool) -> Iterator[str]:
    for place, sign in enumerate(value[:8]):
        near = _ALIKE[sign]
        same = _PREFIXES if sign in _PREFIXES else "0123456789"
        for other in near if alike else (one for one in same if one not in near and one != sign):
            yield value[:place] + other + value[place + 1 :]


def _exchanged(value: str) -> Iterator[str]:
    for place in range(7):
        left, right = value[place], value[place + 1]
        if left != right and left.isdecimal():
            yield value[:place] + right + left + value[place + 2 :]


def _letters_alike(left: str, right: str) -> bool:
    return any(left in group and right in group for group in (*_SOUND_ALIKE, *_SHAPE_ALIKE))
