"""The register of provinces, municipalities and postcodes, read from ``tools/places/data``."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES, Language
from tools.places.names import basque_forms, normalise, variants
from tools.places.register import NameRegister, Sizes, build_register


@dataclass(frozen=True, slots=True)
class Province:
    """A province. ``code`` and ``capital`` are INE codes, ``holidays`` is the one of the package ``holidays``.

    ``overseas``: no road leads to it.
    """

    code: str
    name: str
    names: Mapping[Language, str]
    capital: str
    region: str
    holidays: str
    languages: tuple[str, ...]
    coastal: bool
    timezone: str
    overseas: bool


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality by its INE code and official name."""

    code: str
    name: str
    province: str


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Everything about places, and the dictionaries that names are looked up in (comparable name → codes)."""

    provinces: Mapping[str, Province]
    municipalities: Mapping[str, Municipality]
    postcodes: Mapping[str, tuple[str, ...]]
    register: NameRegister
    province_names: Mapping[str, str]
    ambiguous: frozenset[str]

    @property
    def municipality_names(self) -> Mapping[str, tuple[str, ...]]:
        """Every name of a municipality, the likeliest one first."""
        return self.register.names


def _rows(file: str) -> Iterator[dict[str, str]]:
    text = (files("tools.places") / "data" / file).read_text(encoding="utf-8")
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        if None in row or None in row.values():
            raise ContentError(f"tools/places/data/{file}", line, "a row with more or fewer columns than the header")
        yield row


@cache
def load_provinces() -> Mapping[str, Province]:
    """The 52 provinces by INE code."""
    return {
        row["code"]: Province(
            code=row["code"],
            name=row["name"],
            names={language: row[language] for language in LANGUAGES},
            capital=row["capital"],
            region=row["region"],
            holidays=row["holidays"],
            languages=tuple(row["languages"].split()),
            coastal=row["coastal"] == "yes",
            timezone=row["timezone"],
            overseas=row["overseas"] == "yes",
        )
        for row in _rows("provinces.csv")
    }


@cache
def load_municipalities() -> Mapping[str, Municipality]:
    """The municipalities by INE code."""
    return {row["code"]: Municipality(row["code"], row["name"], row["province"]) for row in _rows("municipalities.csv")}


@cache
def load_place_table() -> PlaceTable:
    """The whole register; about 0.3 s the first time, shared afterwards (it is immutable)."""
    provinces, municipalities = load_provinces(), load_municipalities()
    postcodes = {row["postcode"]: tuple(row["municipalities"].split()) for row in _rows("postcodes.csv")}
    aliases = list(_rows("place_aliases.csv"))
    official = [(place.code, place.name) for place in municipalities.values()]
    return PlaceTable(
        provinces=provinces,
        municipalities=municipalities,
        postcodes=postcodes,
        register=build_register(
            official,
            [(row["code"], row["name"]) for row in aliases if row["kind"] == "municipality"],
            [(row["code"], row["name"]) for row in _rows("districts.csv")],
            Sizes.of(postcodes, (province.capital for province in provinces.values())),
            {code for code, province in provinces.items() if "eu" in province.languages},
        ),
        province_names=_province_names(provinces, [row for row in aliases if row["kind"] == "province"]),
        ambiguous=frozenset(_lines("ambiguous_places.txt")),
    )


def _lines(file: str) -> Iterator[str]:
    text = (files("tools.places") / "data" / file).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _province_names(provinces: Mapping[str, Province], aliases: list[dict[str, str]]) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for province in provinces.values():
        for name in (province.name, *province.names.values()):
            names.update(dict.fromkeys(variants(name), province.code))
    names.update({normalise(row["name"]): row["code"] for row in aliases})
    basque = {form: names[name] for name in list(names) for form in basque_forms(name)}
    return basque | names
