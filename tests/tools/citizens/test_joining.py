"""Which case an interaction joins: case by case, and that nothing of one person is ever in another's."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.cases import joining
from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Case
from tools.citizens.joining import REOPENED_WITHIN
from tools.citizens.timeline import OUTCOMES, OWN, Interaction, Outcome, Promise

AT, DAY = datetime(2026, 11, 25, 9, 1, tzinfo=UTC), timedelta(days=1)
ANA, LUIS = Pseudonym("a" * 64), Pseudonym("b" * 64)
OPEN = Case("c1", ANA, "viudedad", AT, AT)
RESOLVED = OPEN.resolved(AT, "ane")
UNFINISHED = ("appointment", "transfer", "callback", "pending")


def contact(outcome: Outcome | None = "pending", days: float = 1, **changes: object) -> Interaction:
    return replace(
        Interaction(OWN, "call:9", AT + days * DAY, "phone", ANA, "viudedad", outcome, agent="luz"), **changes
    )  # type: ignore[arg-type]


def place(one: Interaction, *cases: Case) -> Case | None:
    return joining().place(one, cases)


@pytest.mark.parametrize("outcome", [*OUTCOMES, None])
def test_only_what_is_left_unfinished_opens_a_case(outcome: Outcome | None) -> None:
    assert (place(contact(outcome)) is not None) == (outcome in UNFINISHED)


def test_of_nobody_there_is_no_case() -> None:
    assert place(contact(person=None)) is None


@pytest.mark.parametrize(
    ("one", "joins"),
    [
        (contact(), True),
        (contact("resolved"), True),
        (contact("abandoned"), True),
        (contact(need="orfandad"), True),
        (contact(need="jubilacion_ordinaria"), False),
        (contact(need=None), False),
        (contact(person=LUIS), False),
        (contact(system="crm"), False),
    ],
)
def test_the_same_matter_of_the_same_person_joins_the_open_case(one: Interaction, joins: bool) -> None:
    found = place(one, OPEN)
    assert (found is not None and found.id == OPEN.id) == joins


def test_matters_that_nobody_named_are_one() -> None:
    unnamed = replace(OPEN, need=None)
    found = place(contact(need=None), unnamed)
    assert found is not None
    assert found.id == unnamed.id


def test_of_several_it_joins_that_of_its_very_need_then_the_open_one_then_the_last() -> None:
    related = replace(OPEN, id="c2", need="orfandad", changed_at=AT + DAY)
    older, newer = replace(OPEN, id="c3"), replace(OPEN, id="c4", changed_at=AT + DAY)
    for expected, cases in (("c1", (related, RESOLVED)), ("c3", (RESOLVED, older)), ("c4", (newer, older, related))):
        found = place(contact(days=2), *cases)
        assert found is not None
        assert found.id == expected


@pytest.mark.parametrize(
    ("outcome", "late", "state"),
    [
        ("pending", timedelta(0), "open"),
        ("appointment", timedelta(0), "open"),
        ("resolved", timedelta(0), "resolved"),
        ("abandoned", timedelta(0), "resolved"),
        (None, timedelta(0), "resolved"),
        ("pending", timedelta(seconds=1), None),
    ],
)
def test_a_resolved_case_is_reopened_for_a_while_by_what_is_left_unfinished(
    outcome: Outcome | None, late: timedelta, state: str | None
) -> None:
    found = place(contact(outcome, at=AT + REOPENED_WITHIN + late), RESOLVED)
    assert found is not None
    assert (found.state if found.id == RESOLVED.id else None) == state
    assert (found.resolved_at is None) == (found.state == "open")


@pytest.mark.parametrize(("agent", "state"), [("luz", "resolved"), (None, "open")])
def test_a_person_resolves_it_and_the_assistant_does_not(agent: str | None, state: str) -> None:
    found = place(contact("resolved", agent=agent), OPEN)
    assert found is not None
    assert (found.state, found.agent) == (state, agent)


@pytest.mark.parametrize("outcome", ["resolved", "pending"])
def test_what_came_before_the_last_change_does_not_undo_it(outcome: Outcome) -> None:
    for case in (OPEN.noted(AT + 2 * DAY, "x"), OPEN.resolved(AT + 2 * DAY, "ane")):
        found = place(contact(outcome), case)
        assert found is not None
        assert (found.state, found.agent, found.changed_at) == (case.state, case.agent, AT + 2 * DAY)


def test_what_is_in_a_case_stays_in_it() -> None:
    found = place(contact("resolved", need="jubilacion_ordinaria", case="c1"), OPEN)
    assert found is not None
    assert (found.id, found.state) == ("c1", "resolved")


def test_promises_of_a_contact_are_those_of_its_case_once() -> None:
    one = contact(promises=(Promise("Le llamo", "agent"), Promise("Lo envío", "citizen")))
    found = place(one, OPEN)
    assert found is not None
    again = place(replace(one, case="c1"), found)
    assert again is not None
    assert [promise.text for promise in again.promises] == ["Le llamo", "Lo envío"]
    assert len({promise.id for promise in again.promises}) == 2


def test_another_systems_case_is_the_one_that_it_names() -> None:
    named = contact("resolved", system="crm", case_name="E-1")
    opened = place(named)
    assert opened is not None
    assert (opened.origin, opened.state) == (("crm", "E-1"), "resolved")
    again = place(replace(named, reference="2", outcome="pending", at=named.at + 99 * DAY), opened)
    assert again is not None
    assert (again.id, again.state) == (opened.id, "open")
    other = place(replace(named, system="other"), opened)
    assert other is not None
    assert other.origin == ("other", "E-1")


@pytest.mark.parametrize("seed", range(60))
def test_whatever_comes_no_interaction_is_in_a_case_of_somebody_else(seed: int) -> None:
    chance = random.Random(seed)
    people = (ANA, LUIS, Pseudonym("c" * 64), None)
    made = [
        Interaction(
            chance.choice((OWN, OWN, "crm")),
            f"{number}",
            AT + chance.uniform(0, 90) * DAY,
            "chat",
            chance.choice(people),
            chance.choice(("viudedad", "orfandad", "jubilacion_ordinaria", None)),
            chance.choice((*OUTCOMES, None)),
            agent=chance.choice(("ane", None)),
            case_name=chance.choice((None, "E-1", "E-2")),
        )
        for number in range(40)
    ]
    rule = joining()
    part = chance.randrange(40)
    first = rule.settle(made[:part], ())
    then = rule.settle(made[part:], first.cases)
    owners = {case.id: case.person for case in then.cases}
    for one, home in zip(made, (*first.homes, *then.homes), strict=True):
        assert home is None or owners[home] == one.person
        assert one.person is not None or home is None
    assert rule.settle((), then.cases).cases == then.cases
