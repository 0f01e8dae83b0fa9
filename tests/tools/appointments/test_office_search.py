"""Sooner, wherever it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from knowledge.errors import ContentError
from tests import shipped
from tests.books import OpenBook
from tools.appointments.office_search import NoBounds, OfficeQuery, OfficeSearch
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.offices.distances import km_between, load_gazetteer, parse_gazetteer
from tools.offices.offices import BookingWindow
from tools.offices.slots import SlotQuery
from tools.store.database import Database

NOW = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
PLACES, GAZETTEER = shipped.places(), load_gazetteer()
OFFICES = shipped.offices()
TERUEL = PLACES.by_name("Teruel")[0]
QUERY = OfficeQuery("pensions", "in_person", near=TERUEL)


Search = Callable[..., tuple[OfficeSearch, OpenBook]]


@pytest.fixture
def search(database: Database) -> Search:
    def over(offices: dict | None = None) -> tuple[OfficeSearch, OpenBook]:
        chosen = OFFICES if offices is None else offices
        book = OpenBook(database, SlotSpace(chosen, shipped.calendar(), BookingRules()), fixed(NOW))
        return OfficeSearch(book, chosen, NoBounds(), GAZETTEER, fixed(NOW)), book

    return over


async def fill(book: OpenBook, office: str, until: date) -> None:
    await book.fill(SlotQuery(office, "pensions", "in_person", not_after=until))


@pytest.mark.parametrize(
    ("one", "other", "km"), [("Teruel", "Valencia", 115), ("Madrid", "Barcelona", 505), ("Ceuta", "Cádiz", 113)]
)
def test_distances_are_those_of_a_map(one: str, other: str, km: float) -> None:
    points = [GAZETTEER.origin(PLACES.by_name(name)[0]).point for name in (one, other)]
    assert km_between(*points) == pytest.approx(km, rel=0.03)
    assert km_between(points[0], points[0]) == 0


def test_offices_are_ranked_by_distance_without_the_provinces_left_out(search: Search) -> None:
    wherever, _ = search()
    near = [far.office.id for far in wherever.by_distance(QUERY)]
    assert near[:4] == ["inss-44", "inss-16", "inss-12", "inss-46"]
    assert [far.office.id for far in wherever.by_distance(replace(QUERY, without=("46",)))] == [
        one for one in near if one != "inss-46"
    ]


def test_a_town_that_is_not_known_is_measured_from_the_capital_of_its_province_and_says_so() -> None:
    unknown, teruel = GAZETTEER.origin(PLACES.by_name("Azaila")[0]), GAZETTEER.origin(TERUEL)
    assert (unknown.point, unknown.exact, teruel.exact) == (teruel.point, False, True)


@pytest.mark.parametrize(
    ("text", "line"),
    [("municipality,latitude,longitude\n44216,north,1", 2), ("municipality,latitude,longitude\n99999,1,1", 2), ("", 1)],
)
def test_a_wrong_gazetteer_says_where(text: str, line: int) -> None:
    with pytest.raises(ContentError) as caught:
        parse_gazetteer(text, "coordinates.csv")
    assert caught.value.line == line


async def test_at_the_same_moment_the_nearest_office_comes_first(search: Search) -> None:
    wherever, _ = search({name: OFFICES[name] for name in ("inss-28", "inss-46", "inss-44", "inss-50")})
    found = await wherever.soonest(QUERY)
    assert [one.office.id for one in found] == ["inss-44", "inss-46", "inss-50", "inss-28"]
    assert [round(one.km or 0) for one in found] == [0, 115, 147, 220]


async def test_what_is_sooner_goes_before_what_is_nearer_and_the_answer_is_that_of_looking_everywhere(
    search: Search,
) -> None:
    names = ("inss-28", "inss-46", "inss-44", "inss-50", "inss-35")
    wherever, book = search({name: replace(OFFICES[name], desks=1) for name in names})
    await fill(book, "inss-44", date(2026, 12, 3))
    await fill(book, "inss-46", date(2026, 11, 26))
    everywhere = [(await book.availability(SlotQuery(name, "pensions", "in_person", limit=1)))[0] for name in names]
    for limit in (1, 3, 5):
        found = await wherever.soonest(replace(QUERY, limit=limit))
        assert [one.slot.starts_at for one in found] == sorted(slot.starts_at for slot in everywhere)[:limit]
    assert [one.office.id for one in found][-2:] == ["inss-46", "inss-44"]


async def test_region_language_distance_and_days_narrow(search: Search) -> None:
    wherever, _ = search()

    async def offices(query: OfficeQuery) -> set[str]:
        return {one.office.id for one in await wherever.soonest(replace(query, limit=60))}

    assert await offices(replace(QUERY, region="Aragón")) == {"inss-22", "inss-44", "inss-50"}
    assert await offices(replace(QUERY, within_km=130)) == {"inss-44", "inss-46", "inss-12", "inss-16"}
    assert await offices(replace(QUERY, within_km=100, near=None)) == set()
    assert await offices(replace(QUERY, language="gl")) == {"inss-15", "inss-27", "inss-32", "inss-36"}
    assert await offices(replace(QUERY, service="maritime_medical", region="Galicia")) == {
        "ism-15", "ism-27", "ism-36",
    }  # fmt: skip
    monday = replace(QUERY, not_before=date(2026, 12, 14), not_after=date(2026, 12, 14))
    assert {one.slot.starts_at.date() for one in await wherever.soonest(monday)} == {date(2026, 12, 14)}
    assert await offices(replace(QUERY, part_of_day="afternoon")) == set()
    assert len(await offices(QUERY)) == 52


async def test_an_office_that_takes_appointments_long_ahead_is_read_to_its_end(search: Search) -> None:
    office = replace(OFFICES["inss-44"], desks=1, window=BookingWindow(days_ahead=90))
    wherever, book = search({"inss-44": office})
    await fill(book, "inss-44", date(2027, 1, 20))
    (found,) = await wherever.soonest(QUERY)
    assert found.slot.starts_at.date() == date(2027, 1, 21)
