"""Distances between places, in kilometres and in a straight line: roads and ferries are longer."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from knowledge.errors import ContentError
from tools.offices.offices import Office
from tools.places.places import Place
from tools.places.table import Province, load_municipalities, load_provinces

_FILE = "tools/places/data/coordinates.csv"
_EARTH_KM = 6371.0


class Point(NamedTuple):
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Origin:
    """The start of a distance. ``exact`` is False when it is the capital of the province instead."""

    point: Point
    exact: bool


def km_between(one: Point, other: Point) -> float:
    """The great circle between two points, in kilometres."""
    north, south = radians(one.latitude), radians(other.latitude)
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


class Gazetteer:
    """The points of municipalities by INE code, the capitals of all provinces among them."""

    def __init__(self, points: Mapping[str, Point]) -> None:
        self._points = points

    def origin(self, place: Place) -> Origin:
        """The point of a place: its municipality's, the first that is known, or else its province's capital."""
        known = (self._points[one.code] for one in place.municipalities if one.code in self._points)
        point = next(known, None)
        return Origin(point or self._points[place.province.capital], point is not None)

    def of_office(self, office: Office) -> Point:
        """The point of an office's municipality, or else of its province's capital."""
        code = _codes().get((office.municipality, office.province), "")
        return self._points.get(code) or self._points[load_provinces()[office.province].capital]


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer in ``tools/places/data``, shared: it is immutable. Raises ContentError."""
    return parse_gazetteer((files("tools.places") / "data" / "coordinates.csv").read_text(encoding="utf-8"))


def parse_gazetteer(text: str, file: str = _FILE) -> Gazetteer:
    """A gazetteer from the text of a data file: municipality, latitude, longitude. Raises ContentError."""
    municipalities = load_municipalities()
    points: dict[str, Point] = {}
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        try:
            points[row["municipality"]] = Point(float(row["latitude"]), float(row["longitude"]))
        except (KeyError, TypeError, ValueError):
            raise ContentError(file, line, "municipality, latitude and longitude are needed") from None
        if row["municipality"] not in municipalities:
            raise ContentError(file, line, f"no municipality has the code {row['municipality']}")
    if missing := _missing(points, load_provinces().values()):
        raise ContentError(file, 1, f"the capital {missing[0]} is missing")
    return Gazetteer(points)


def _missing(points: Mapping[str, Point], provinces: Iterable[Province]) -> list[str]:
    return [province.capital for province in provinces if province.capital not in points]


@cache
def _codes() -> Mapping[tuple[str, str], str]:
    return {(one.name, one.province): one.code for one in load_municipalities().values()}
