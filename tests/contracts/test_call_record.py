"""What every CallRecord does. Both adapters run all of it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from speech.calls.record import Call, CallRecord, Consent, Said, Track
from speech.calls.record_postgres import PostgresCallRecord
from speech.errors import CallEnded, CallNotFound
from speech.segments import Segment, Word
from tests.fakes.call_record import MemoryCallRecord
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
CALL = Call("c1", NOW, "agent", "es")
CONSENT = Consent("n1", "gl", "Esta chamada transcríbese.", NOW, "quen chama", "agent", audio=True)
CONSENT_TO_TEXT = replace(CONSENT, audio=False)
REFUSAL = replace(CONSENT, agreed=False)


def said(number: int, start: float, track: Track = "citizen") -> Said:
    words = (Word("¿Y", start, start + 0.2, 0.9), Word("mañana?", start + 0.2, start + 0.7, 0.25))
    return Said(track, Segment(number, "es", words))


async def empty_record(database: Database) -> PostgresCallRecord:
    await database.run(lambda connection: connection.execute(text("TRUNCATE contacts CASCADE")))
    return PostgresCallRecord(database, PostgresContactLog(database, PostgresEventBus(database)))


@pytest.fixture(params=["memory", "postgres"])
async def record(request: pytest.FixtureRequest, database: Database) -> CallRecord:
    if request.param == "memory":
        return MemoryCallRecord()
    return await empty_record(database)


async def test_a_call_is_found_as_it_was_opened(record: CallRecord) -> None:
    full = replace(CALL, id="c2", language="gl", reference="x:1", open_question=True, keep_audio=True, consent=CONSENT)
    for call in (CALL, full):
        assert await record.open(call) == call
        assert await record.find(call.id) == call


async def test_the_same_reference_is_the_same_call(record: CallRecord) -> None:
    first = replace(CALL, reference="exchange:1")
    again = replace(first, id="c2")
    opened = await asyncio.gather(record.open(first), record.open(again))
    assert opened[0] == opened[1]
    assert len(await record.latest(9)) == 1


async def test_what_was_asked_is_kept_with_the_answer_and_told_with_it(record: CallRecord) -> None:
    await record.open(CALL)
    answer = replace(said(0, 1.0), asked=frozenset({"phone"}))
    event = await record.add("c1", answer)
    assert await record.find_segments("c1") == [answer]
    assert await record.events("c1") == [event]


async def test_what_was_said_before_is_kept_with_what_goes_on(record: CallRecord) -> None:
    await record.open(CALL)
    part = replace(said(1, 3.0), before=(said(0, 1.0).segment,))
    event = await record.add("c1", part)
    assert await record.find_segments("c1") == [part]
    assert await record.events("c1") == [event]


async def test_live_calls_come_first_and_then_the_last(record: CallRecord) -> None:
    for number in range(4):
        await record.open(replace(CALL, id=f"c{number}", started=NOW + timedelta(minutes=number)))
    await record.end("c3", NOW)
    await record.end("c1", NOW)
    assert [call.id for call in await record.latest(9)] == ["c2", "c0", "c3", "c1"]
    assert [call.id for call in await record.latest(1)] == ["c2"]
    assert {call.id for call in await record.live()} == {"c0", "c2"}


async def test_a_segment_is_there_once_and_what_was_said_is_in_order_of_time(record: CallRecord) -> None:
    await record.open(CALL)
    for one in (said(0, 5.0), said(0, 1.0, "agent"), said(1, 9.0)):
        assert await record.add("c1", one) is not None
    assert await record.add("c1", said(0, 7.0)) is None  # the first one stays
    assert await record.find_segments("c1") == [said(0, 1.0, "agent"), said(0, 5.0), said(1, 9.0)]


async def test_events_are_numbered_without_holes_and_a_final_tells_what_was_said(record: CallRecord) -> None:
    await record.open(CALL)
    await record.tell("c1", "track", {"track": "citizen", "state": "joined"})
    await record.add("c1", said(0, 1.0))
    await record.add("c1", said(0, 1.0))
    await record.tell("c1", "need", {"need": "nacimiento"})
    events = await record.events("c1")
    assert [(event.number, event.kind) for event in events] == [(1, "track"), (2, "final"), (3, "need")]
    assert events[1].body["text"] == "¿Y mañana?"
    assert [word["suspect"] for word in events[1].body["words"]] == [False, True]
    assert await record.events("c1", after=2) == events[2:]
    assert await record.events("c1", after=1) == events[1:]
    assert (await record.find("c1")).need == {"need": "nacimiento"}


async def test_events_told_at_once_all_get_a_number_of_their_own(record: CallRecord) -> None:
    await record.open(CALL)
    told = await asyncio.gather(*(record.tell("c1", "behind", {"seconds": n}) for n in range(8)))
    assert sorted(event.number for event in told) == list(range(1, 9))


async def test_the_first_sound_is_the_first_for_ever(record: CallRecord) -> None:
    await record.open(CALL)
    assert await record.begin_sound("c1", NOW) == NOW
    assert await record.begin_sound("c1", NOW + timedelta(seconds=9)) == NOW
    assert (await record.find("c1")).sound_from == NOW


async def test_a_call_may_be_expected_in_another_language(record: CallRecord) -> None:
    await record.open(CALL)
    await record.expect("c1", "ca")
    assert await record.find("c1") == replace(CALL, language="ca")


async def test_a_call_ends_once(record: CallRecord) -> None:
    await record.open(CALL)
    ended = await record.end("c1", NOW)
    assert ended is not None
    assert ended.kind == "ended"
    assert await record.end("c1", NOW + timedelta(hours=1)) is None
    assert (await record.find("c1")).ended == NOW
    assert len(await record.events("c1")) == 1


@pytest.mark.parametrize(
    ("wanted", "told", "kept"),
    [
        (True, CONSENT, True), (True, CONSENT_TO_TEXT, False), (True, REFUSAL, False), (True, None, False),
        (False, CONSENT, False),
    ],
)  # fmt: skip
async def test_sound_is_kept_when_it_was_wanted_and_the_citizen_was_told_so_and_did_not_refuse(
    record: CallRecord, wanted: bool, told: Consent | None, kept: bool
) -> None:
    await record.open(replace(CALL, keep_audio=wanted))
    if told:
        await record.agree("c1", told)
    await record.end("c1", NOW)
    call = await record.find("c1")
    assert (call.keep_audio, call.consent) == (kept, told)


async def test_after_the_end_no_other_proof_takes_the_place_of_the_one_there(record: CallRecord) -> None:
    await record.open(replace(CALL, keep_audio=True, consent=CONSENT))
    await record.open(replace(CALL, id="c2"))
    for call_id in ("c1", "c2"):
        await record.end(call_id, NOW)
    with pytest.raises(CallEnded):
        await record.agree("c1", CONSENT_TO_TEXT)
    await record.agree("c1", CONSENT)  # sent again, it is the same
    await record.agree("c2", CONSENT_TO_TEXT)  # it comes late, and is the first
    assert [(await record.find(call_id)).consent for call_id in ("c1", "c2")] == [CONSENT, CONSENT_TO_TEXT]


async def test_a_proof_kept_before_answers_were_noted_may_be_sent_again_after_the_end(database: Database) -> None:
    record = await empty_record(database)
    await record.open(replace(CALL, consent=CONSENT_TO_TEXT))
    without = text("UPDATE calls SET consent = consent - '{agreed,audio}'::text[]")
    await database.run(lambda connection: connection.execute(without))
    await record.end("c1", NOW)
    await record.agree("c1", CONSENT_TO_TEXT)
    with pytest.raises(CallEnded):
        await record.agree("c1", REFUSAL)


async def test_sound_and_words_are_forgotten_in_their_time(record: CallRecord) -> None:
    for number in range(3):
        await record.open(replace(CALL, id=f"c{number}", keep_audio=number != 1, consent=CONSENT))
    await record.add("c0", said(0, 1.0))
    for number in range(2):
        await record.end(f"c{number}", NOW)
    later = NOW + timedelta(days=1)
    assert await record.with_old_audio(NOW) == []
    assert await record.with_old_audio(later) == ["c0"]
    await record.drop_audio("c0")
    assert await record.with_old_audio(later) == []
    assert await record.forget(NOW) == []
    assert await record.forget(later) == ["c0", "c1"]  # the live one stays
    assert [call.id for call in await record.latest(9)] == ["c2"]


async def test_sound_is_of_use_while_its_call_lasts_or_when_it_is_kept(record: CallRecord) -> None:
    for call_id, keep_audio in (("live", False), ("kept", True), ("ended", False)):
        await record.open(replace(CALL, id=call_id, keep_audio=keep_audio, consent=CONSENT))
    for call_id in ("kept", "ended"):
        await record.end(call_id, NOW)
    told = await record.sound_wanted(["ended", "kept", "live", "no"])
    assert told == {"ended": False, "kept": True, "live": True}
    assert await record.sound_wanted([]) == {}


async def test_of_an_unknown_call_nothing_is_told(record: CallRecord) -> None:
    for ask in (
        record.find("no"), record.find_segments("no"), record.events("no"), record.end("no", NOW),
        record.drop_audio("no"), record.add("no", said(0, 1.0)), record.tell("no", "need", {}),
        record.agree("no", CONSENT), record.begin_sound("no", NOW), record.expect("no", "ca"), record.find("n\0o"),
    ):  # fmt: skip
        with pytest.raises(CallNotFound):
            await ask
