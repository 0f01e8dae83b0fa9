"""Chat and HTTP offer the same office for the same place, with several offices in a province."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from api.http.places import PlaceReference, find_office
from api.problems.errors import NoOffice
from api.services.services import Services
from tests import shipped
from tests.agents.builders import NOW
from tests.agents.conftest import reading
from tests.api.fakes import make_services, with_parts
from tests.books import OpenBook
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.offices.offices import Office
from tools.offices.serving_office import office_for
from tools.places.places import Places
from tools.places.table import load_place_table, load_provinces
from tools.store.database import Database

PREFIXES = sorted(load_provinces())


@cache
def second_towns() -> dict[str, tuple[str, str]]:
    """By province, a town that is not the capital and a postcode that is of that town only."""
    table, found = load_place_table(), dict[str, tuple[str, str]]()
    for postcode, codes in sorted(table.postcodes.items()):
        town = table.municipalities[codes[0]]
        capital = table.provinces[town.province].capital
        if len(codes) == 1 and town.code != capital and town.province == postcode[:2]:
            found.setdefault(town.province, (town.name, postcode))
    return found


@cache
def offices() -> dict[str, Office]:
    """The demonstration offices, and before each another one of its province in a second town."""
    two: dict[str, Office] = {}
    for office in shipped.offices().values():
        if office.province in second_towns():
            second = replace(office, id=f"a-{office.id}", municipality=second_towns()[office.province][0])
            two[second.id] = second
        two[office.id] = office
    return two


@cache
def services() -> Services:
    return with_parts(make_services(), offices=offices())


@cache
def slots() -> SlotSpace:
    return SlotSpace(offices(), shipped.calendar(), BookingRules(days_ahead=5))


def by_http(postcode: str, service: str = "pensions") -> str:
    return find_office(services(), PlaceReference("postcode", postcode), service, "in_person").id


async def by_chat(talk: Any, database: Database, postcode: str) -> str:
    book = OpenBook(database, slots(), fixed(NOW))
    script = {"cita": reading("book", need="jubilacion_ordinaria", slots={"postcode": postcode})}
    turn = await talk(script, offices=offices(), book=book).say("cita")
    return str(turn.offers[0].office_id)


@pytest.mark.parametrize("prefix", PREFIXES)
async def test_chat_and_http_agree_in_every_province(talk, database, prefix: str) -> None:
    postcode = second_towns()[prefix][1] if prefix in second_towns() else f"{prefix}001"
    assert await by_chat(talk, database, postcode) == by_http(postcode)


@pytest.mark.parametrize("prefix", sorted(second_towns()))
def test_an_office_in_the_town_comes_before_one_in_the_capital(prefix: str) -> None:
    town, postcode = second_towns()[prefix]
    assert offices()[by_http(postcode)].municipality == town


@pytest.mark.parametrize("prefix", PREFIXES)
def test_who_names_only_the_province_is_sent_to_its_capital(prefix: str) -> None:
    found = find_office(services(), PlaceReference("province", prefix), "pensions", "in_person")
    assert found.id == f"inss-{prefix}"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_one_office_a_province_serves_every_postcode_of_it_as_before(places: Places, prefix: str) -> None:
    for postcode in (f"{prefix}001", f"{prefix}500"):
        place = places.by_postcode(postcode)
        found = office_for(shipped.offices().values(), place, "pensions", "in_person")
        assert found is not None
        assert found.id == f"inss-{place.province.code}"


def test_an_office_of_another_province_is_never_taken_though_it_is_nearer(places: Places) -> None:
    ours = [office for office in offices().values() if office.province == "28"]
    assert office_for(ours, places.by_postcode("45001"), "pensions") is None


def test_an_office_without_the_channel_is_passed_over(places: Places) -> None:
    place = places.by_postcode("17001")
    near = offices()["inss-17"]
    only_phone = {near.id: replace(near, channels=("phone",)), "a-inss-17": offices()["a-inss-17"]}
    chosen = office_for(only_phone.values(), place, "pensions", "in_person")
    assert chosen is not None
    assert chosen.id == "a-inss-17"
    assert office_for(only_phone.values(), place, "maritime", "in_person") is None
    video = office_for(only_phone.values(), place, "pensions", "video")
    assert video is not None
    assert video.id == "inss-17"


def test_http_refuses_an_office_that_does_not_attend_the_channel() -> None:
    with pytest.raises(NoOffice):
        find_office(services(), PlaceReference("office_id", "ism-08"), "maritime", "phone")
