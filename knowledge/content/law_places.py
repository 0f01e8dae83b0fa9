"""Places in a norm: the keys of its articles and provisions, the addresses of paragraphs, and how they are cited.

A key is what an author writes: ``a205`` (or ``205``), ``a19bis``, ``dt7``, ``daunica``, ``anexo1``, ``n2`` for a
section that is only numbered; ``-2`` at the end of the second that has the number in a norm. An address is the labels
that lead to a paragraph: ``1.b``, ``3.2º``; with ``p2`` at the end, the second paragraph under that label.
"""

import re

from knowledge.words.spanish_numbers import folded, read_cardinal, read_ordinal

_SUFFIXES = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies"
_NUMBER = r"\d+|unic[oa]|nueva"
_KEY = re.compile(rf"(?P<kind>da|dt|df|dd|anexo|a|n)(?P<number>{_NUMBER}|)(?P<suffix>{_SUFFIXES}|)(?:-\d+)?")
_BARE = re.compile(rf"(?:\d+|unico)(?:{_SUFFIXES})?(?:-\d+)?")
_LABEL = r"(?:\d+[ªº]?|[a-zñ]{1,2}|[ivx]{1,4})(?:bis|ter|quater)?(?:~\d+)?"
_ADDRESS = re.compile(rf"{_LABEL}(?:\.{_LABEL})*(?:\.p\d+)?|p\d+")
_END = rf"(?: (?P<suffix>{_SUFFIXES}))?(?: \[sic\])?(?:[.:]|$)"
_ARTICLE = re.compile(rf"(?:articulo|art\.) (?P<number>\d+|[a-z ]+?)(?:\.?[ºª])?{_END}")
_PROVISION = re.compile(
    rf"disposicion (?P<kind>adicional|transitoria|final|derogatoria)(?: (?P<number>[a-z ]+?))?{_END}"
)
_ANNEX = re.compile(r"«?anexo(?: (?P<number>[ivx]+|\d+|unico))?(?:[.:]|$)")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_PROVISIONS = {"adicional": "da", "transitoria": "dt", "final": "df", "derogatoria": "dd"}
_NAMES = {
    "da": "disposición adicional",
    "dt": "disposición transitoria",
    "df": "disposición final",
    "dd": "disposición derogatoria",
    "anexo": "anexo",
    "a": "artículo",
    "n": "apartado",
}


def read_key(written: str) -> str:
    """The key of an article as an author writes it. ValueError says what was expected."""
    plain = folded(written).replace(" ", "")
    key = f"a{plain}" if _BARE.fullmatch(plain) else plain
    match = _KEY.fullmatch(key)
    if match is None or (match["kind"] != "anexo" and not match["number"]):
        raise ValueError(f"no article is written {written!r}; use 205, 19bis, dt7, da1, df2, dd1, anexo1 or daunica")
    return key


def read_address(written: str) -> str:
    """The address of a paragraph as an author writes it. ValueError says what was expected."""
    if not _ADDRESS.fullmatch(written):
        raise ValueError(f"no paragraph is written {written!r}; use labels such as 1, 1.b, 3.2º, or p2 for the second")
    return written


def key_of_heading(heading: str) -> str | None:
    """The key of the article or provision that begins with this heading; None for titles, chapters and the like."""
    plain = folded(re.sub(r"\s+", " ", heading)).strip()
    if match := _ARTICLE.match(plain):
        number = _number(match["number"])
        return None if number is None else f"a{number}{match['suffix'] or ''}"
    if match := _PROVISION.match(plain):
        number = "nueva" if match["number"] == "nueva" else _number(match["number"] or "unica")
        feminine = number and number.replace("unico", "unica")
        return None if number is None else f"{_PROVISIONS[match['kind']]}{feminine}{match['suffix'] or ''}"
    if match := _ANNEX.match(plain):
        return f"anexo{_roman(match['number'] or '')}"
    head, _, _ = plain.partition(".")
    section = read_ordinal(head)
    return f"n{section}" if section and len(head.split()) == 1 else None


def anchor_of(key: str) -> str:
    """The anchor that the official page gives an article; empty where it cannot be told from its number."""
    match = _KEY.fullmatch(key)
    plain = match and match["kind"] == "a" and match["number"].isdecimal() and "-" not in key
    return key if plain else ""


def name_of(key: str, address: str = "") -> str:
    """As it is cited: "artículo 205.1.b)", "artículo 48.4, párrafo 2.º", "disposición transitoria 7.ª, apartado 2"."""
    match = _KEY.fullmatch(key)
    assert match is not None, key
    named = " ".join(filter(None, (_NAMES[match["kind"]], _shown(match["kind"], match["number"]), match["suffix"])))
    labels, counted = _cited_labels(address)
    if labels:
        inside = ".".join(_closed(label) for label in labels)
        if match["kind"] == "a" and labels[0].isdecimal() and match["number"].isdecimal():
            named = f"{named}.{inside}"
        else:
            kind = "apartado" if labels[0].isdecimal() else "letra" if labels[0].isalpha() else "regla"
            named = f"{named}, {kind} {inside}"
    return f"{named}, párrafo {counted}.º" if counted > 1 else named


def _cited_labels(address: str) -> tuple[list[str], int]:
    """The labels, and which paragraph under them.

    Below a list neither is told: what follows a list may belong to the paragraph before it.
    """
    labels = [re.sub(r"~\d+", "", label) for label in address.split(".") if label]
    if not labels or not (counted := re.fullmatch(r"p(\d+)", labels[-1])):
        return labels, 1
    in_a_list = len(labels) > 2 or not (len(labels) == 1 or labels[0].isdecimal())
    return (labels[:1], 1) if in_a_list else (labels[:-1], int(counted[1]))


def _closed(label: str) -> str:
    if label[-1] in "ªº":
        return f"{label[:-1]}.{label[-1]}"
    return label if label[0].isdecimal() else f"{label})"


def _shown(kind: str, number: str) -> str:
    if number.startswith("unic"):
        return number.replace("u", "ú", 1)
    ending = ".º" if kind == "n" else ".ª" if kind.startswith("d") else ""
    return number + ending if number.isdecimal() else number


def _number(words: str) -> str | None:
    if words.isdecimal():
        return words
    ordinal = read_ordinal(words)
    if ordinal == 0:
        return "unico"
    number = read_cardinal(words) if ordinal is None else ordinal
    return None if number is None else str(number)


def _roman(letters: str) -> str:
    if not letters or letters.isdecimal() or letters == "unico":
        return letters
    values = [_ROMAN[letter] for letter in letters]
    signs = [-1 if value < max(values[place:]) else 1 for place, value in enumerate(values)]
    return str(sum(value * sign for value, sign in zip(values, signs, strict=True)))
