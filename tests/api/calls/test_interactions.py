"""What a call leaves on a timeline when it ends."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from api.calls.interactions import InteractionWatch
from api.services.identities import IDENTITY
from speech.calls.record import Call, Consent, contact_of
from tests.api.fakes import make_citizens
from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.timelines import MemoryTimelines
from tools.appointments.keys import pseudonym_of
from tools.citizens.timeline import Interaction, Promise
from tools.contacts.contact import NewEvent

NOW = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
CALL = Call("c1", NOW, "agent-7", "es")
ANA = pseudonym_of("12345678Z", b"k" * 32)
REFUSED = Consent("v1", "es", "Se transcribe.", NOW, "agent-7", "agent-7", agreed=False)


def summary(*documents: str) -> dict[str, Any]:
    entities = [{"kind": "document", "value": one, "turn": 0} for one in documents]
    told = {"needs": ["viudedad"], "reason": "Pregunta por 12345678Z", "disposition": "resolved"}
    return {**told, "entities": [*entities, {"kind": "phone", "value": "600123456", "turn": 1}]}


async def left(call: Call, *told: dict[str, Any]) -> tuple[Interaction, ...]:
    """Ended twice, as a call is whose first end failed."""
    log, timelines = MemoryContactLog(), MemoryTimelines()
    watch = InteractionWatch(make_citizens(timelines), log, lambda: NOW)
    await log.append(contact_of(call), [NewEvent("summary", one) for one in told])
    for _ in range(2):
        await watch.ending(call)
    return timelines.all


async def test_it_says_what_the_summary_says_of_the_one_who_was_named() -> None:
    assert await left(CALL, summary("12345678Z")) == (
        Interaction(
            "isac", "call:c1", NOW, "phone", ANA, "viudedad", "resolved", "Pregunta por [DOCUMENT]", agent="agent-7"
        ),
    )


async def test_what_was_promised_in_it_is_kept_without_identifiers() -> None:
    said = [
        {"kind": "commitment", "text": "Llama al 600123456", "turns": [2], "who": "agent", "by": "2026-11-30"},
        {"kind": "answered", "text": "Son seis meses", "turns": [1]},
    ]
    (one,) = await left(CALL, {**summary("12345678Z"), "sentences": said})
    assert one.promises == (Promise("Llama al [PHONE]", "agent", "2026-11-30"),)


async def test_it_is_of_whom_an_agent_checked_whatever_else_was_said() -> None:
    log, timelines = MemoryContactLog(), MemoryTimelines()
    citizens = make_citizens(timelines)
    checked = {"citizen": str(citizens.pseudonym("87654321X")), "how": "questions", "by": "agent-7"}
    events = [NewEvent("summary", summary("12345678Z")), NewEvent(IDENTITY, checked)]
    await log.append(contact_of(CALL), events)
    await InteractionWatch(citizens, log, lambda: NOW).ending(CALL)
    assert [one.person for one in timelines.all] == [checked["citizen"]]


@pytest.mark.parametrize("documents", [(), ("12345678Z", "87654321X")])
async def test_of_nobody_or_several_named_it_is_nobodys(documents: tuple[str, ...]) -> None:
    (one,) = await left(CALL, summary(*documents))
    assert (one.person, one.need) == (None, "viudedad")


@pytest.mark.parametrize(
    ("call", "told"), [(CALL, ()), (replace(CALL, consent=REFUSED), (summary("12345678Z"),))], ids=["silent", "refused"]
)
async def test_where_nothing_was_said_or_may_be_kept_only_that_it_was(
    call: Call, told: tuple[dict[str, Any], ...]
) -> None:
    assert await left(call, *told) == (Interaction("isac", "call:c1", NOW, "phone", agent="agent-7"),)
