"""Sooner somewhere else, over HTTP."""

from collections.abc import AsyncIterator

import httpx
import pytest

from api.app import create_app
from tests import shipped
from tests.api.fakes import NOW, make_services, with_parts
from tests.books import OpenBook
from tools.appointments.office_search import NoBounds, OfficeSearch
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.offices.distances import load_gazetteer
from tools.store.database import Database

PATH = "/v1/availability?need=jubilacion_ordinaria&limit=4"


@pytest.fixture
async def everywhere(database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """The routes over the demonstration offices."""
    offices = shipped.offices()
    book = OpenBook(database, SlotSpace(offices, shipped.calendar(), BookingRules()), fixed(NOW))
    wherever = OfficeSearch(book, offices, NoBounds(), load_gazetteer(), fixed(NOW))
    app = create_app(with_parts(make_services(), book=book, office_search=wherever, offices=offices))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://isac") as client:
        yield client


async def test_the_soonest_of_each_office_comes_with_its_distance_in_a_straight_line(
    everywhere: httpx.AsyncClient,
) -> None:
    body = (await everywhere.get(f"{PATH}&postcode=44001&anywhere=country")).json()
    assert (body["distance"], body["measured_from"], body["service"]) == ("straight_line", "municipality", "pensions")
    assert (body["soonest"][0]["office"]["id"], body["soonest"][0]["km"]) == ("inss-44", 0)
    kms = [one["km"] for one in body["soonest"]]
    assert len(kms) == 4
    assert kms == sorted(kms)


@pytest.mark.parametrize(
    ("asked", "measured_from"),
    [
        ("province=44", "province_capital"),
        ("postcode=44600", "municipality"),
        ("postcode=44590", "province_capital"),
        ("office_id=inss-44", "municipality"),
        ("", None),
    ],
)
async def test_it_says_where_it_measured_from(
    everywhere: httpx.AsyncClient, asked: str, measured_from: str | None
) -> None:
    body = (await everywhere.get(f"{PATH}&{asked}&anywhere=country")).json()
    assert body["measured_from"] == measured_from
    assert (body["soonest"][0]["km"] is None) == (measured_from is None)


async def test_a_region_a_distance_and_a_language_narrow(everywhere: httpx.AsyncClient) -> None:
    async def offices(asked: str) -> set[str]:
        body = (await everywhere.get(f"{PATH}&postcode=44001&{asked}")).json()
        return {one["office"]["id"] for one in body["soonest"]}

    assert await offices("anywhere=region") == {"inss-44", "inss-50", "inss-22"}
    assert await offices("anywhere=country&within_km=10") == {"inss-44"}
    assert await offices("anywhere=country&spoken=gl") == {"inss-15", "inss-27", "inss-32", "inss-36"}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("anywhere=region", "unknown_place"),
        ("anywhere=country&within_km=10", "unknown_place"),
        ("anywhere=country&postcode=99999", "unknown_place"),
        ("anywhere=country&office_id=nowhere", "unknown_place"),
        ("anywhere=country&to=2026-11-20", "past_date"),
        ("anywhere=moon", "invalid_request"),
        ("anywhere=country&postcode=44001&within_km=0", "invalid_request"),
    ],
)
async def test_what_cannot_be_looked_for_says_why(everywhere: httpx.AsyncClient, asked: str, code: str) -> None:
    response = await everywhere.get(f"{PATH}&{asked}")
    assert (response.status_code, response.json()["code"]) == (422, code)
