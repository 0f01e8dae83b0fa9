"""The places and postcodes that a text mentions."""

import re
from dataclasses import dataclass
from typing import Literal

from tools.places.table import PlaceTable, load_place_table
from tools.reading.places.cues import split_words
from tools.reading.places.name_finder import NameFinder, NameHit

MentionKind = Literal["municipality", "province", "postcode", "postcode_invalid"]

_POSTCODE = re.compile(
    r"(?<![\w.,/+-])(?<!\d )\d{5}(?![\d/-]|[.,]\d| \d|\s?(?:€|eur))"
    r"|(?:\b(?:c\. ?p\.?|cp|p\. ?k\.?|pk|zip|(?:post|zip) ?codes?|(?:c[oó]digo|codi|code|posta[- ]?kodea?) ?postal|"
    r"posta[- ]?kodea|postal code)(?: es| [eé]s| é| el| o| is| est| da| le|:| :| n[ºo°.]*)* ?)"
    r"(?P<apart>\d{2}[ .]\d{3})(?![\d/-]|[.,]\d| \d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place read in a text. ``value``: official municipality name, INE province code, or the five digits.

    ``candidates`` are INE codes of the municipalities meant (homonyms give several), or the province's code.
    ``guessed``: the text does not spell it so, only nearly.
    """

    value: str
    kind: MentionKind
    start: int
    end: int
    confidence: float
    candidates: tuple[str, ...] = ()
    guessed: bool = False


class PlaceFinder:
    """Finds mentions of the places of a table."""

    def __init__(self, table: PlaceTable) -> None:
        self._table = table
        self._names = NameFinder(table)
        self._asked = self._names.where_asked()

    def find_in(self, text: str, *, asked: bool = False) -> list[PlaceMention]:
        """Every mention, in order, without overlaps. Well under a millisecond for a sentence.

        ``asked``: a place was asked for, so that a name that is an ordinary word too needs less beside it.
        """
        postcodes = [self._postcode(match) for match in _POSTCODE.finditer(text)]
        finder = self._asked if asked else self._names
        names = [self._mention(hit) for hit in finder.find(split_words(text), text)]
        return sorted(postcodes + names, key=lambda mention: mention.start)

    def _postcode(self, match: re.Match[str]) -> PlaceMention:
        apart = match["apart"]
        digits = re.sub(r"\D", "", apart) if apart else match[0]
        start, end = match.span("apart" if apart else 0)
        valid = digits[:2] in self._table.provinces
        confidence = (0.97 if digits in self._table.postcodes else 0.85) if valid else 0.6
        kind: MentionKind = "postcode" if valid else "postcode_invalid"
        return PlaceMention(digits, kind, start, end, confidence, (digits[:2],) if valid else ())

    def _mention(self, hit: NameHit) -> PlaceMention:
        if hit.province is not None:
            return PlaceMention(hit.province, "province", hit.start, hit.end, hit.confidence, (hit.province,))
        name = self._table.municipalities[hit.codes[0]].name
        return PlaceMention(name, "municipality", hit.start, hit.end, hit.confidence, hit.codes, hit.guessed)


def build_place_finder() -> PlaceFinder:
    """Over the register in ``tools/places/data``."""
    return PlaceFinder(load_place_table())
