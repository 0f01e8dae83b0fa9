"""Who is offered what: case by case, and what holds whatever comes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tools.queues.floor import DECLINED_FOR, Agent, Presence, Standing
from tools.queues.hand_offs import HandOff, QueuePlace
from tools.queues.matching import free_for, offers
from tools.queues.round import counted, play

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
BASE = HandOff(
    id="h", conversation_id="c", reason="asked", language="es", need="viudedad", unit="INSS", summary=(), slots={},
    urgent=False, created_at=NOW,
)  # fmt: skip


def one(name: str, waited: timedelta = timedelta(), **changes: object) -> Standing:
    of_standing = {key: changes.pop(key) for key in ("front", "apart", "wanted_agent", "declined") if key in changes}
    hand_off = replace(BASE, id=name, conversation_id=name, created_at=NOW - waited, **changes)  # type: ignore[arg-type]
    return Standing(hand_off, "waiting", NOW - waited, **of_standing)  # type: ignore[arg-type]


def agent(who: str, languages: str = "es", *, units: tuple[str, ...] = (), **changes: object) -> Presence:
    of_agent = {key: changes.pop(key) for key in ("skills", "most") if key in changes}
    known = Agent(who, who, tuple(languages.split()), units, **of_agent)  # type: ignore[arg-type]
    return replace(Presence(known, "available", NOW, NOW), **changes)  # type: ignore[arg-type]


def pairs(waiting: Sequence[Standing], desks: Sequence[Presence]) -> dict[str, str]:
    return {offer.hand_off.id: offer.agent.who for offer in offers(waiting, desks, NOW) if offer.agent}


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (one("a", MINUTE), one("b")),
        (one("a", urgent=True), one("b", HOUR)),
        (one("a", urgent=True), one("b", front=True)),
        (one("a", front=True), one("b", HOUR, vulnerable=True)),
        (one("a", vulnerable=True), one("b", 19 * MINUTE)),
        (one("a", 21 * MINUTE), one("b", vulnerable=True)),
        (one("a"), one("b", HOUR, apart=True)),
        (one("a", urgent=True, apart=True), one("b", HOUR)),
        (one("a", 5 * HOUR), one("b", front=True)),
        (one("a", 13 * HOUR), one("b", urgent=True)),
    ],
)
def test_the_first_by_place_is_served_first(first: Standing, other: Standing) -> None:
    assert pairs([other, first], [agent("ana")]) == {"a": "ana"}


@pytest.mark.parametrize(
    ("standing", "desks", "whom"),
    [
        (one("a", language="eu"), [agent("ana"), agent("bea", "es eu")], "bea"),
        (one("a", unit="TGSS"), [agent("ana", units=("INSS",)), agent("bea", units=("TGSS",))], "bea"),
        (one("a", language="eu"), [agent("ana"), agent("bea", "eu", state="busy")], None),
        (one("a", language="eu"), [agent("ana"), agent("bea", "eu", held=1)], None),
        (one("a", language="eu"), [agent("ana"), agent("bea", "eu", state="away")], "ana"),
        (one("a", language="eu"), [agent("ana"), agent("bea", "eu", units=("TGSS",))], "bea"),
        (one("a"), [agent("ana"), agent("bea", skills=("viudedad",))], "bea"),
        (one("a"), [agent("ana", held=1, most=3), agent("bea", most=3)], "bea"),
        (one("a"), [agent("ana", asked_at=NOW), agent("bea", asked_at=NOW - HOUR)], "bea"),
        (one("a"), [agent("ana", offered=1, most=3)], None),
        (one("a"), [agent("ana", state="after_contact")], None),
        (one("a", wanted_agent="bea"), [agent("ana"), agent("bea", "fr")], "bea"),
        (one("a", wanted_agent="bea"), [agent("ana"), agent("bea", state="busy")], None),
        (one("a", wanted_agent="bea"), [agent("ana"), agent("bea", state="away")], "ana"),
        (one("a", declined={"ana": NOW}), [agent("ana")], None),
        (one("a", declined={"ana": NOW - DECLINED_FOR}), [agent("ana")], "ana"),
        (one("a", declined={"ana": NOW - HOUR}), [agent("ana"), agent("bea", held=1, most=2)], "bea"),
        (one("a", declined={"ana": NOW + HOUR}), [agent("ana")], "ana"),
        (one("a"), [], None),
    ],
)
def test_the_agent_who_serves_best_is_asked(standing: Standing, desks: list[Presence], whom: str | None) -> None:
    assert pairs([standing], desks).get("a") == whom


def test_an_agent_whom_somebody_else_needs_is_left_to_them() -> None:
    waiting = [one("spanish", MINUTE), one("basque", language="eu")]
    assert pairs(waiting, [agent("ana", "es eu"), agent("bea")]) == {"spanish": "bea", "basque": "ana"}


def test_an_offer_says_what_the_agent_does_not_serve() -> None:
    (offer,) = offers([one("a", language="eu", unit="TGSS")], [agent("ana", units=("INSS",))], NOW)
    assert offer.misfit == ("language", "unit")


LANGUAGES, UNITS, WHO = ("es", "eu", "ca"), ("INSS", "TGSS"), ("ana", "bea", "eva", "iker", "jon")


@st.composite
def floors(draw: st.DrawFn) -> tuple[list[Standing], list[Presence]]:
    def some_agent(who: str) -> Presence:
        languages = draw(st.sets(st.sampled_from(LANGUAGES), min_size=1))
        units = tuple(draw(st.sets(st.sampled_from(UNITS))))
        state = draw(st.sampled_from(["available", "available", "busy", "after_contact", "away"]))
        heard = NOW - timedelta(seconds=draw(st.sampled_from([0, 44, 45, 200])))
        known = Agent(who, who, tuple(sorted(languages)), units, most=draw(st.integers(1, 3)))
        return Presence(known, state, NOW, heard)

    def some(number: int) -> Standing:
        made = one(
            f"h{number}", timedelta(minutes=draw(st.integers(0, 2000))), language=draw(st.sampled_from(LANGUAGES)),
            unit=draw(st.sampled_from(UNITS)), urgent=draw(st.booleans()), vulnerable=draw(st.booleans()),
            front=draw(st.booleans()), wanted_agent=draw(st.sampled_from([None, *WHO])),
            declined=draw(st.dictionaries(st.sampled_from(WHO), st.sampled_from([NOW - MINUTE, NOW - MINUTE / 60]))),
        )  # fmt: skip
        state = draw(st.sampled_from(["waiting", "waiting", "waiting", "held", "offered"]))
        if state == "waiting":
            return made
        with_whom = some_agent(draw(st.sampled_from(WHO))).agent
        until = NOW + timedelta(seconds=draw(st.sampled_from([-1, 0, 10]))) if state == "offered" else None
        return replace(made, state=state, agent=with_whom, until=until)

    who = draw(st.lists(st.sampled_from(WHO), unique=True))
    return [some(number) for number in range(draw(st.integers(0, 12)))], [some_agent(name) for name in who]


@given(floors())
def test_whatever_comes_nobody_waits_with_a_free_agent_and_nobody_has_too_much(
    floor: tuple[list[Standing], list[Presence]],
) -> None:
    before, desks = floor
    assume(all(desk.offered <= 1 for desk in counted(desks, before)))  # no round makes two offers to one agent
    changed = {standing.hand_off.id: standing for standing in play(before, desks, NOW)}
    after = [changed.get(standing.hand_off.id, standing) for standing in before]
    assert [standing.hand_off for standing in after] == [standing.hand_off for standing in before]
    here = [desk for desk in counted(desks, after) if NOW - desk.heard_at < timedelta(seconds=45)]
    had = {desk.agent.who: desk.held for desk in counted(desks, before)}
    for desk in here:
        assert desk.offered <= 1
        assert desk.held + desk.offered <= max(desk.agent.most, had[desk.agent.who])
    at_work = {desk.agent.who for desk in here}
    for standing in after:
        if standing.state == "waiting":
            assert free_for(standing, here, NOW) == []
        else:
            assert standing.agent is not None
            assert standing.agent.who in at_work


@given(floors())
def test_a_round_played_again_changes_nothing(floor: tuple[list[Standing], list[Presence]]) -> None:
    before, desks = floor
    changed = {standing.hand_off.id: standing for standing in play(before, desks, NOW)}
    after = [changed.get(standing.hand_off.id, standing) for standing in before]
    assert play(after, desks, NOW) == ()


@given(floors())
def test_whoever_could_be_served_and_is_not_comes_after_those_who_are(
    floor: tuple[list[Standing], list[Presence]],
) -> None:
    waiting = [standing for standing in floor[0] if standing.state == "waiting"]
    desks = [desk for desk in counted(floor[1], floor[0])]
    made = {offer.agent.who: offer for offer in offers(waiting, desks, NOW) if offer.agent}
    left = [one for one in waiting if one.hand_off.id not in {offer.hand_off.id for offer in made.values()}]
    for standing in left:
        assert all(made[desk.agent.who].place < standing.place for desk in free_for(standing, desks, NOW))


@given(st.lists(st.booleans(), min_size=4, max_size=4), st.lists(st.booleans(), min_size=4, max_size=4))
def test_nobody_starves_however_many_come_with_a_head_start(mine: list[bool], theirs: list[bool]) -> None:
    def place(flags: list[bool], waited: timedelta) -> QueuePlace:
        urgent, vulnerable, front, apart = flags
        return one("x", waited, urgent=urgent, vulnerable=vulnerable, front=front, apart=apart).place

    assert place(mine, timedelta(hours=21)) < place(theirs, timedelta())
