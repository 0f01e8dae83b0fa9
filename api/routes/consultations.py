"""Consultations: an agent asks a colleague about a conversation, and both write about it where citizens see nothing."""

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Depends, Header

from api.http.dependencies import ChatDep, StaffDep
from api.schemas.consultations import ConsultationIn, ConsultationOut, StaffLineIn
from tools.queues.consultations import Consultations, Enquiry

router = APIRouter(prefix="/v1", tags=["agents"])

Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200)]


async def get_consultations(chat: ChatDep) -> Consultations:
    """Those of the floor."""
    return chat.consulting.consultations


ConsultationsDep = Annotated[Consultations, Depends(get_consultations)]


@router.post("/queue/{hand_off_id}/consultations", status_code=201)
async def ask(
    hand_off_id: str, body: ConsultationIn, consultations: ConsultationsDep, staff: StaffDep, key: Key = None
) -> ConsultationOut:
    """Ask a colleague at work, or whoever serves a unit or a language, about what one holds.

    Whoever takes it may read the conversation for as long as it lasts, which is in the audit. Asking again ends the
    one before. The citizen sees nothing of it.
    """
    question = Enquiry(body.to, body.text, key or uuid4().hex)
    return ConsultationOut.of(await consultations.ask(hand_off_id, staff.who, question))


@router.get("/consultations")
async def mine(chat: ChatDep, staff: StaffDep) -> list[ConsultationOut]:
    """What one is asked or has taken, and the last that one asked about each conversation one holds; oldest first."""
    return [ConsultationOut.of(one) for one in (await chat.floor_now()).consulted(staff.who)]


@router.post("/consultations/{consultation_id}/accept")
async def take(consultation_id: str, consultations: ConsultationsDep, staff: StaffDep) -> ConsultationOut:
    """Answer it, as whoever of those asked comes first."""
    return ConsultationOut.of(await consultations.take(consultation_id, staff.who))


@router.post("/consultations/{consultation_id}/decline")
async def decline(consultation_id: str, consultations: ConsultationsDep, staff: StaffDep) -> ConsultationOut:
    """Leave it to others; when there is none, the asker is told so."""
    return ConsultationOut.of(await consultations.decline(consultation_id, staff.who))


@router.post("/consultations/{consultation_id}/messages", status_code=201)
async def say(
    consultation_id: str, body: StaffLineIn, consultations: ConsultationsDep, staff: StaffDep, key: Key = None
) -> ConsultationOut:
    """Write to the other of the two; sent again with the same ``Idempotency-Key`` it is written once."""
    return ConsultationOut.of(await consultations.say(consultation_id, staff.who, body.text, key or uuid4().hex))


@router.post("/consultations/{consultation_id}/end")
async def end(consultation_id: str, consultations: ConsultationsDep, staff: StaffDep) -> ConsultationOut:
    """End it, as either of the two."""
    return ConsultationOut.of(await consultations.end(consultation_id, staff.who))
