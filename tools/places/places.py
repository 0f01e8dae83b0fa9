"""Places: from the words of a person to a municipality, a province or a postcode."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from tools.places.names import normalise
from tools.places.table import Municipality, PlaceTable, Province, load_place_table


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a person: a certain province, and the municipalities it may be (one when it is known)."""

    province: Province
    municipalities: tuple[Municipality, ...] = ()
    postcode: str | None = None


class Places:
    """The register of places, asked by name, by postcode or by province."""

    def __init__(self, table: PlaceTable) -> None:
        self.table = table
        self._known = sorted(table.register.known)

    def by_postcode(self, postcode: str) -> Place:
        """The province and municipalities of a postcode. Raises KeyError unless it is five digits of a province.

        The municipality decides the province (some postcodes cross the border); an unknown one has only the province.
        """
        province = self.table.provinces.get(postcode[:2])
        if province is None or not re.fullmatch(r"[0-9]{5}", postcode):
            raise KeyError(postcode)
        found = tuple(self.table.municipalities[code] for code in self.table.postcodes.get(postcode, ()))
        provinces = {place.province for place in found}
        if len(provinces) == 1:
            province = self.table.provinces[found[0].province]
        return Place(province, found, postcode)

    def by_name(self, name: str) -> list[Place]:
        """Places of that name, the likeliest first; spelling mistakes are forgiven; empty when nothing is close."""
        key = normalise(name)
        if (codes := self.table.municipality_names.get(key)) is not None:
            return [self._municipality(code) for code in codes]
        if (code := self.table.province_names.get(key)) is not None:
            return [Place(self.table.provinces[code])]
        close = process.extractOne(key, self._known, scorer=fuzz.ratio, score_cutoff=82)
        return [] if close is None else [self._municipality(code) for code in self.table.municipality_names[close[0]]]

    def province(self, code: str) -> Province:
        """The province with an INE code. Raises KeyError when there is none."""
        return self.table.provinces[code]

    def _municipality(self, code: str) -> Place:
        place = self.table.municipalities[code]
        return Place(self.table.provinces[place.province], (place,))


def build_places() -> Places:
    """Places over the register in ``tools/data``."""
    return Places(load_place_table())
