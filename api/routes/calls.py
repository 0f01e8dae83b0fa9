"""Calls: begin, speak, follow, read, listen, end. Sound is spoken over ``WS /v1/calls/{id}/audio``."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Header, Query, WebSocket
from fastapi.responses import PlainTextResponse, StreamingResponse
from sse_starlette import EventSourceResponse
from starlette.responses import Response

from api.calls.access import CallDep
from api.calls.export import as_text, as_vtt, as_wav, wav_bytes
from api.calls.follow import follow
from api.calls.notices import CallNotice, notice_in, notice_named
from api.calls.socket import TrackSocket
from api.http.dependencies import LanguageDep, ServicesDep, StaffDep
from api.schemas.calls import (
    CallIn,
    CallOpenedOut,
    CallOut,
    CallSummaryOut,
    ConsentIn,
    ConsentOut,
    TrackOut,
    TranscriptFormat,
)
from api.services.services import Services
from api.services.tokens import Staff
from knowledge.languages import Language
from speech.calls.record import TRACKS, Call, CallEvent, Consent, Said, Track
from speech.errors import AudioNotKept
from tools.audit import Action, Actor, AuditRecord

router = APIRouter(prefix="/v1/calls", tags=["calls"])

_LONGEST_ID = 9
"""Digits of the number of an event: a longer one the database cannot hold."""


@router.post("", status_code=201)
async def begin(
    services: ServicesDep, staff: StaffDep, language: LanguageDep, body: CallIn | None = None
) -> CallOpenedOut:
    """Begin a call. The body may be left out. Suggestions and the need are told in the language of the request."""
    wish = body or CallIn()
    proof = _proof(services, wish.consent, staff) if wish.consent else None
    call = await services.calls.open(
        Call(
            id=uuid4().hex,
            started=services.clock(),
            opened_by=staff.who,
            agent_language=language,
            language=wish.language,
            reference=wish.reference,
            open_question=wish.open_question,
            keep_audio=wish.keep_audio,
            consent=proof,
        )
    )
    if proof and call.consent is None and call.ended is None:  # begun elsewhere, without proof
        await services.calls.record.agree(call.id, proof)
        call = replace(call, consent=proof)
    if proof and call.consent == proof:
        await _note_proof(services, staff, call.id, proof)
    notice = _notice(services, call, language)
    return CallOpenedOut(
        id=call.id,
        token=services.tokens.for_call(call.id),
        expires_at=services.clock() + services.tokens.call_life,
        state="live" if call.ended is None else "ended",
        notice=notice.text,
        notice_version=notice.version,
        notice_language=notice.language,
        open_question=call.open_question,
        keep_audio=call.keep_audio,
        consent=ConsentOut.of(call.consent),
    )


@router.get("")
async def latest(
    services: ServicesDep, _: StaffDep, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> list[CallSummaryOut]:
    """Those that go on, then the last ones."""
    return [CallSummaryOut.of(call) for call in await services.calls.record.latest(limit)]


@router.get("/{call_id}")
async def read(call_id: CallDep, services: ServicesDep) -> CallOut:
    """The call as it stands."""
    return await _whole(services, call_id)


@router.post("/{call_id}/consent")
async def agree(call_id: str, body: ConsentIn, services: ServicesDep, staff: StaffDep) -> ConsentOut:
    """The citizen was told what is done with the call: the proof is stored, with what they answered, and who stored it
    is in the audit. Once the call has ended, the proof that it has stays.
    """
    proof = _proof(services, body, staff)
    await services.calls.record.agree(call_id, proof)
    await _note_proof(services, staff, call_id, proof)
    return ConsentOut.model_validate(proof, from_attributes=True)


@router.post("/{call_id}/end")
async def end(call_id: CallDep, services: ServicesDep) -> CallOut:
    """Nothing more is said. After ten seconds the call may still be ``live``, until all is written down."""
    await services.calls.end(call_id)
    return await _whole(services, call_id)


@router.get("/{call_id}/events", response_class=EventSourceResponse)
async def events(
    call_id: CallDep,
    services: ServicesDep,
    after: Annotated[str | None, Header(alias="Last-Event-ID")] = None,
    track: Track | None = None,
) -> Response:
    """``final``, ``need``, ``track``, ``ended``… from the beginning, or after ``Last-Event-ID``; ``partial`` and
    ``behind`` as they pass, without id; with ``track`` also each ``signal`` to the page of that side. After
    ``ended`` there is nothing more: 204.
    """
    await services.calls.record.find(call_id)  # an unknown one is a problem, not an empty stream
    seen = await _seen(services, call_id, after)
    if seen is not None and seen.kind == "ended":
        return Response(status_code=204)  # else a browser's EventSource comes back for ever
    return EventSourceResponse(follow(services, call_id, seen.number if seen else 0, track), ping=15)


@router.get("/{call_id}/transcript", response_model=CallOut)
async def transcript(
    call_id: CallDep,
    services: ServicesDep,
    language: LanguageDep,
    form: Annotated[TranscriptFormat, Query(alias="format")] = "text",
) -> Response | CallOut:
    """The transcript, as text, WebVTT or JSON."""
    if form == "json":
        return await _whole(services, call_id)
    said, written = await services.calls.record.find_segments(call_id), as_vtt if form == "vtt" else as_text
    text = await asyncio.to_thread(written, said, services.phrases, language)  # numbers are read in each segment
    return PlainTextResponse(text, media_type="text/vtt" if form == "vtt" else "text/plain")


@router.get("/{call_id}/audio/{track}", response_class=StreamingResponse)
async def listen(call_id: str, track: Track, services: ServicesDep, staff: StaffDep) -> StreamingResponse:
    """Kept sound of a call that has ended, as WAV; who listens is written to the audit."""
    call = await services.calls.record.find(call_id)
    if call.ended is None or not call.audio_is_kept:
        raise AudioNotKept(call_id)
    sound = await asyncio.to_thread(services.calls.shelf.sound, call_id, track)
    await _note(services, staff, "hear_call", {"call": call_id, "track": track})
    headers = {"Content-Length": str(wav_bytes(sound))}
    return StreamingResponse(as_wav(sound), media_type="audio/wav", headers=headers)


@router.delete("/{call_id}/audio", status_code=204)
async def erase(call_id: str, services: ServicesDep, staff: StaffDep) -> None:
    """Keep the sound no longer; of a live call, from its end on. What was said stays."""
    await services.calls.record.find(call_id)
    await _note(services, staff, "erase_call", {"call": call_id})
    await services.calls.sound.erase(call_id)


@router.websocket("/{call_id}/audio")
async def speak(socket: WebSocket, call_id: str) -> None:
    """Sound of one track."""
    services: Services = socket.app.state.services
    await TrackSocket(services, socket, call_id).run()


async def _seen(services: Services, call_id: str, last: str | None) -> CallEvent | None:
    """The event that was told last; None for an id that no event of the call has: then all are told."""
    if not (last and last.isascii() and last.isdigit() and len(last) <= _LONGEST_ID):
        return None
    there = await services.calls.record.events(call_id, int(last) - 1)
    return next((event for event in there if event.number == int(last)), None)


async def _whole(services: Services, call_id: str) -> CallOut:
    call, calls = await services.calls.record.find(call_id), services.calls
    said, joined = await calls.record.find_segments(call_id), calls.joined(call_id)
    call = replace(call, language=call.language or _spoken(said))
    notice = _notice(services, call, call.agent_language)
    received = {track: await asyncio.to_thread(calls.received, call_id, track) for track in TRACKS}
    spoken = {one.track for one in said}
    tracks: dict[Track, TrackOut] = {
        track: TrackOut(received_s=seconds, joined=track in joined)
        for track, seconds in received.items()
        if seconds is not None or track in spoken
    }
    return await asyncio.to_thread(CallOut.whole, call, notice, tracks, said)  # numbers are read in each segment


def _spoken(said: Sequence[Said]) -> Language | None:
    """The language in which the citizen spoke last."""
    return next((one.segment.language for one in reversed(said) if one.track == "citizen"), None)


def _notice(services: Services, call: Call, otherwise: Language) -> CallNotice:
    """In the language of the call, or ``otherwise`` while it is not known."""
    return notice_in(services.phrases, services.calls.rules, call.language or otherwise, audio=call.keep_audio)


def _proof(services: Services, consent: ConsentIn, staff: Staff) -> Consent:
    notice = notice_named(services.phrases, services.calls.rules, consent.notice)
    return Consent(
        notice.version, notice.language, notice.text, consent.said_at, consent.by, staff.who,
        audio=notice.audio, agreed=consent.agreed,
    )  # fmt: skip


async def _note_proof(services: Services, staff: Staff, call_id: str, proof: Consent) -> None:
    await _note(services, staff, "agree_call", {"call": call_id, "notice": proof.notice, "agreed": proof.agreed})


async def _note(services: Services, staff: Staff, action: Action, about: dict[str, Any]) -> None:
    await services.desk.trail.note(Actor(staff.who, staff.role, ""), AuditRecord(action, after=about))
