"""Places: from the words of a person to a municipality, a province or a postcode."""

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from tools.errors import BadIdentifier
from tools.places.finder import NameFinder, NameHit
from tools.places.names import normalise, tokens
from tools.places.table import Municipality, PlaceTable, Province, load_place_table

MentionKind = Literal["municipality", "province", "postcode", "postcode_invalid"]

_POSTCODE = re.compile(
    r"(?<![\d.,/+-])(?<!\d )\d{5}(?![\d/-]|[.,]\d| \d|\s?(?:€|eur))"
    r"|(?:\b(?:c\. ?p\.?|cp|p\. ?k\.?|pk|zip|(?:post|zip) ?codes?|(?:c[oó]digo|codi|code|posta[- ]?kodea?) ?postal|"
    r"posta[- ]?kodea|postal code)(?: es| [eé]s| é| el| o| is| est| da| le|:| :| n[ºo°.]*)* ?)"
    r"(?P<apart>\d{2}[ .]\d{3})(?![\d/-]|[.,]\d| \d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: a province for certain, and the municipalities it may be (one when it is known)."""

    province: Province
    municipalities: tuple[Municipality, ...] = ()
    postcode: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place read in a text. ``value``: official municipality name, INE province code, or the five digits.

    ``candidates`` are INE codes of the municipalities meant (homonyms give several), or the province's code.
    ``guessed``: it is not spelt so, only nearly.
    """

    value: str
    kind: MentionKind
    start: int
    end: int
    confidence: float
    candidates: tuple[str, ...] = ()
    guessed: bool = False


class Places:
    """The register of places with its two questions: what does this text mention, and what is this name."""

    def __init__(self, table: PlaceTable) -> None:
        self._table = table
        self._finder = NameFinder(table)
        self._known = sorted(table.register.known)

    def find_in(self, text: str) -> list[PlaceMention]:
        """Every mention, in order, without overlaps. Well under a millisecond for a sentence."""
        words = tokens(text)
        numbers = [self._postcode(match) for match in _POSTCODE.finditer(text)]
        names = [self._mention(hit) for hit in self._finder.find(words, text)]
        return sorted(numbers + names, key=lambda mention: mention.start)

    def by_postcode(self, postcode: str) -> Place:
        """The province and municipalities of a postcode. Raises BadIdentifier unless it is five digits of a province.

        The municipality decides the province (some postcodes cross the border); an unknown one has only the province.
        """
        province = self._table.provinces.get(postcode[:2])
        if province is None or not re.fullmatch(r"[0-9]{5}", postcode):
            raise BadIdentifier("postcode", "not a Spanish postcode")
        found = tuple(self._table.municipalities[code] for code in self._table.postcodes.get(postcode, ()))
        provinces = {place.province for place in found}
        if len(provinces) == 1:
            province = self._table.provinces[found[0].province]
        return Place(province, found, postcode)

    def by_name(self, name: str) -> list[Place]:
        """Places of that name, the likeliest first; spelling mistakes are forgiven; empty when nothing is close."""
        key = normalise(name)
        if (codes := self._table.municipality_names.get(key)) is not None:
            return [self._municipality(code) for code in codes]
        if (code := self._table.province_names.get(key)) is not None:
            return [Place(self._table.provinces[code])]
        close = process.extractOne(key, self._known, scorer=fuzz.ratio, score_cutoff=82)
        return [] if close is None else [self._municipality(code) for code in self._table.municipality_names[close[0]]]

    def of(self, mention: PlaceMention) -> Place:
        """The place behind a mention; with homonyms, the first. Raises BadIdentifier for an invalid postcode."""
        if mention.kind in ("postcode", "postcode_invalid"):
            return self.by_postcode(mention.value)
        if mention.kind == "province":
            return Place(self._table.provinces[mention.value])
        return self._municipality(mention.candidates[0])

    def province(self, code: str) -> Province:
        """The province with an INE code. Raises BadIdentifier when there is none."""
        try:
            return self._table.provinces[code]
        except KeyError:
            raise BadIdentifier("province", "no such province") from None

    def _municipality(self, code: str) -> Place:
        place = self._table.municipalities[code]
        return Place(self._table.provinces[place.province], (place,))

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


def build_places() -> Places:
    """Places over the register in ``tools/data``."""
    return Places(load_place_table())
