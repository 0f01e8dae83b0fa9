"""The rules of a route, for every need of the catalogue."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import get_args

import pytest

from agents.answers.route_reasons import reason_lines
from agents.phrases.phrases import Phrases
from agents.routing.route import Danger, Directory, Route, RoutedPerson, route
from agents.routing.rules import CHANNELS, Seeks, choose_channel, open_channels, provinces_elsewhere
from knowledge.channels import Channel
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.needs import Catalogue, Need
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import need
from tools.places.places import Place
from tools.places.table import load_provinces


@cache
def catalogue() -> Catalogue:
    return load_catalogue(SEGURIDAD_SOCIAL)


@cache
def directory() -> Directory:
    return Directory(
        SEGURIDAD_SOCIAL,
        shipped.offices(),
        frozenset({"in_person", "phone"}),
        shipped.calendar(),
    )


NEEDS = sorted(catalogue())
MONDAY, SUNDAY = datetime(2026, 11, 30, 10, tzinfo=UTC), datetime(2026, 11, 29, 10, tzinfo=UTC)
ANYBODY = RoutedPerson()
SEEKS: tuple[Seeks, ...] = get_args(Seeks)
DANGERS: tuple[Danger, ...] = get_args(Danger)


def place(province: str) -> Place:
    return Place(load_provinces()[province])


def routed(entry: Need | None, person: RoutedPerson = ANYBODY) -> Route:
    """Of nowhere, where there are no offices."""
    return route(entry, person, None, MONDAY, Directory(SEGURIDAD_SOCIAL))


def unit(entry: Need) -> str:
    """That of hand-offs: a need that is only a person, or an emergency, names no matter of a unit."""
    return SEGURIDAD_SOCIAL.default_unit if entry.policy.action in ("person", "emergency") else entry.policy.unit


def codes(found: Route) -> list[str]:
    return [reason.code for reason in found.reasons]


@pytest.mark.parametrize("name", NEEDS)
def test_the_kind_is_what_the_policy_says(name: str) -> None:
    entry, found = catalogue()[name], routed(catalogue()[name])
    by_action = {"refer": "other_body", "person": "person", "emergency": "emergency", "change_appointment": "change"}
    by_rule = {"bookable": "book", "walk_in": "walk_in", "none": "online"}
    assert found.kind == by_action.get(entry.policy.action, by_rule[entry.policy.appointment])
    assert (found.unit, found.body, found.link) == (unit(entry), entry.body, entry.policy.link)
    assert (found.channels, found.documents) == (entry.policy.channels, entry.policy.documents)
    assert found.channel == (entry.policy.channels[0] if found.kind == "book" else None)
    assert found.office is None


@pytest.mark.parametrize("name", NEEDS)
def test_there_is_a_channel_only_where_there_are_appointments(name: str) -> None:
    for seeks in SEEKS:
        found = route(catalogue()[name], RoutedPerson(seeks), place("28"), MONDAY, directory())
        assert (found.channel is not None) == (found.kind == "book")
        assert found.office is None or found.kind == "book"
        assert set(found.channels) <= directory().channels
        assert found.reasons


@pytest.mark.parametrize("name", NEEDS)
def test_a_person_asked_for_is_a_person_of_the_same_unit(name: str) -> None:
    entry = catalogue()[name]
    found = routed(entry, RoutedPerson("person"))
    assert found.kind == ("emergency" if entry.policy.action == "emergency" else "person")
    assert found.unit == unit(entry)


@pytest.mark.parametrize("name", NEEDS)
@pytest.mark.parametrize("danger", DANGERS)
def test_danger_comes_before_everything(name: str, danger: Danger) -> None:
    for seeks in SEEKS:
        found = route(catalogue()[name], RoutedPerson(seeks, danger), place("31"), MONDAY, directory())
        assert (found.kind, found.urgent, found.unit) == ("emergency", True, unit(catalogue()[name]))
        assert found.reasons[0].about == (danger,)


@pytest.mark.parametrize("name", NEEDS)
def test_a_question_is_answered_unless_somebody_else_handles_it(name: str) -> None:
    entry = catalogue()[name]
    found = routed(entry, RoutedPerson("answer"))
    if entry.policy.action == "answer":
        assert found.kind == "answer"
        assert codes(found)[0] == "question"
    else:
        assert found.kind == routed(entry).kind


@pytest.mark.parametrize("province", sorted(load_provinces()))
def test_another_administration_manages_it_in_its_provinces_only(province: str) -> None:
    entry = catalogue()["ingreso_minimo_vital"]
    for seeks in ("answer", "appointment"):
        found = route(entry, RoutedPerson(seeks), place(province), MONDAY, directory())
        theirs = province in provinces_elsewhere(entry)
        assert (found.kind == "other_body") == theirs
        assert found.body == ("imv-region" if theirs else "INSS")
        assert (found.office is None) == (theirs or seeks == "answer")


def test_without_a_need_a_person_of_general_information_attends() -> None:
    found = routed(None)
    assert (found.kind, found.unit, codes(found)) == ("person", SEGURIDAD_SOCIAL.default_unit, ["need_unknown"])
    assert routed(None, RoutedPerson(danger="violence")).urgent


@pytest.mark.parametrize("body", sorted(name for name, body in SEGURIDAD_SOCIAL.bodies.items() if body.ours))
def test_a_body_that_acts_for_us_is_not_called_another(body: str) -> None:
    entry = need("cosa", action="refer", appointment="none", channels=(), body=body)  # type: ignore[arg-type]
    assert codes(routed(entry)) == ["handled_by"]


def test_a_body_that_is_not_ours_is_called_another() -> None:
    entry = need("cosa", action="refer", appointment="none", channels=(), body="AEAT")
    assert codes(routed(entry)) == ["other_body"]


@pytest.mark.parametrize("asked", [*CHANNELS, None])
@pytest.mark.parametrize("channels", [("in_person",), ("phone",), ("in_person", "phone"), ("in_person", "video")])
@pytest.mark.parametrize("attended", [{"in_person"}, {"phone"}, {"in_person", "phone"}, set(CHANNELS)])
def test_the_channel_asked_for_is_kept_where_there_is_one(
    asked: Channel | None, channels: tuple[Channel, ...], attended: set[Channel]
) -> None:
    entry = need("cosa", channels=channels)
    possible = open_channels(entry, frozenset(attended))
    found = choose_channel(entry, asked, frozenset(attended))
    assert found == (asked if asked in possible or not possible else possible[0])
    shown = route(entry, RoutedPerson(channel=asked), None, MONDAY, replace(directory(), channels=frozenset(attended)))
    assert shown.channel == found
    assert ("channel_not_offered" in codes(shown)) == bool(possible and asked and asked not in possible)


def test_an_office_is_the_one_named_or_the_one_of_the_place() -> None:
    entry = catalogue()["jubilacion_ordinaria"]
    named = route(entry, RoutedPerson(office_id="inss-08"), place("28"), MONDAY, directory())
    assert named.office is not None
    assert (named.office.id, codes(named)[-1]) == ("inss-08", "office_named")
    placed = route(entry, RoutedPerson(), place("28"), MONDAY, directory())
    assert placed.office is not None
    assert (placed.office.id, codes(placed)[-1]) == ("inss-28", "office_in_province")
    assert codes(route(entry, RoutedPerson(), None, MONDAY, directory()))[-1] == "place_needed"
    other = route(entry, RoutedPerson(office_id="ism-08"), None, MONDAY, directory())
    assert (other.office, codes(other)[-1]) == (None, "no_office")


def test_no_office_of_the_province_attends_to_it() -> None:
    found = route(catalogue()["ism_prestaciones"], RoutedPerson(), place("28"), MONDAY, directory())
    assert (found.kind, found.office, codes(found)[-1]) == ("book", None, "no_office")


def test_that_the_office_is_closed_that_day_is_told() -> None:
    entry = catalogue()["jubilacion_ordinaria"]
    found = route(entry, RoutedPerson(), place("28"), SUNDAY, directory())
    assert found.reasons[-1].code == "closed"
    assert found.reasons[-1].about == ("inss-28", "2026-11-29")
    assert "closed" not in codes(route(entry, RoutedPerson(), place("28"), MONDAY, directory()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_told_in_a_short_line_of_the_language(phrases: Phrases, language: Language) -> None:
    told = set()
    people = [RoutedPerson(seeks, office_id=office, channel="video") for seeks in SEEKS for office in (None, "inss-08")]
    people += [RoutedPerson(danger=danger) for danger in DANGERS]
    for name in (*NEEDS, None):
        for person in people:
            for where in (place("31"), place("28"), None):
                found = route(catalogue()[name] if name else None, person, where, SUNDAY, directory())
                lines = reason_lines(found, phrases, language)
                told |= set(codes(found))
                assert len(lines) == len(found.reasons)
                assert all(line and len(line) <= 160 and line.endswith(".") for line in lines), lines
    assert told >= {"danger", "person_asked", "need_unknown", "closed", "channels", "no_office", "other_body_here"}
