"""The register of provinces, municipalities and postcodes, read from ``tools/data``."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES, Language
from tools.place_names import basque_forms, normalise, variants

_BASQUE_SPEAKING = frozenset({"01", "20", "31", "48"})


@dataclass(frozen=True, slots=True)
class Province:
    """A province. ``code`` and ``capital`` are INE codes, ``holidays`` is the one of the package ``holidays``."""

    code: str
    name: str
    names: Mapping[Language, str]
    capital: str
    region: str
    holidays: str
    languages: tuple[str, ...]
    coastal: bool
    timezone: str
    imv_manager: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality by its INE code and official name."""

    code: str
    name: str
    province: str


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Everything about places, and the two dictionaries that names are looked up in (comparable name → codes)."""

    provinces: Mapping[str, Province]
    municipalities: Mapping[str, Municipality]
    postcodes: Mapping[str, tuple[str, ...]]
    municipality_names: Mapping[str, tuple[str, ...]]
    province_names: Mapping[str, str]
    inflected: frozenset[str]
    ambiguous: frozenset[str]


def _rows(file: str) -> Iterator[dict[str, str]]:
    text = (files("tools") / "data" / file).read_text(encoding="utf-8")
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        if None in row or None in row.values():
            raise ContentError(f"tools/data/{file}", line, "a row with more or fewer columns than the header")
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
            imv_manager=row["imv_manager"],
        )
        for row in _rows("provinces.csv")
    }


@cache
def load_place_table() -> PlaceTable:
    """The whole register; about 60 ms the first time, shared afterwards (it is immutable)."""
    provinces = load_provinces()
    municipalities = {
        row["code"]: Municipality(row["code"], row["name"], row["province"]) for row in _rows("municipalities.csv")
    }
    aliases = list(_rows("place_aliases.csv"))
    names = _municipality_names(provinces, municipalities, [row for row in aliases if row["kind"] == "municipality"])
    inflected = _add_basque_forms(names, {province.capital for province in provinces.values()})
    return PlaceTable(
        provinces=provinces,
        municipalities=municipalities,
        postcodes={row["postcode"]: tuple(row["municipalities"].split()) for row in _rows("postcodes.csv")},
        municipality_names={name: tuple(codes) for name, codes in names.items()},
        province_names=_province_names(provinces, [row for row in aliases if row["kind"] == "province"]),
        inflected=inflected,
        ambiguous=frozenset(_lines("ambiguous_places.txt")),
    )


def _lines(file: str) -> Iterator[str]:
    text = (files("tools") / "data" / file).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _municipality_names(
    provinces: Mapping[str, Province], municipalities: Mapping[str, Municipality], aliases: list[dict[str, str]]
) -> dict[str, list[str]]:
    """A name a capital goes by is the capital's alone: nobody who says Santa Cruz means the hamlet."""
    names: dict[str, list[str]] = defaultdict(list)
    for place in municipalities.values():
        for name in variants(place.name):
            if place.code not in names[name]:
                names[name].append(place.code)
    capitals = {province.capital for province in provinces.values()}
    for row in aliases:
        known = names[normalise(row["name"])]
        if row["code"] in capitals:
            known[:] = [row["code"]]
        elif row["code"] not in known:
            known.append(row["code"])
    return names


def _add_basque_forms(names: dict[str, list[str]], capitals: set[str]) -> frozenset[str]:
    """For the Basque-speaking provinces, and for capitals elsewhere: ``Bartzelonan``, ``Madrilen``."""
    forms: dict[str, list[str]] = {}
    for name, codes in names.items():
        if any(code[:2] in _BASQUE_SPEAKING or code in capitals for code in codes):
            forms.update({form: codes for form in basque_forms(name) if form not in names})
    names.update(forms)
    return frozenset(forms)


def _province_names(provinces: Mapping[str, Province], aliases: list[dict[str, str]]) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for province in provinces.values():
        for name in (province.name, *province.names.values()):
            names.update(dict.fromkeys(variants(name), province.code))
    names.update({normalise(row["name"]): row["code"] for row in aliases})
    basque = {form: names[name] for name in list(names) for form in basque_forms(name)}
    return basque | names
