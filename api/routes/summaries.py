"""Summaries of a conversation that is sent, and of any chat or call that there is."""

import asyncio
from collections.abc import Sequence

from fastapi import APIRouter

from api.calls.access import may_speak
from api.http.dependencies import AgentDep, Credentials, LanguageDep, ServicesDep, served
from api.schemas.copilot import DialogueIn
from api.schemas.summaries import SummaryOut
from api.services.services import Services
from knowledge.languages import Language
from tools.contacts.contact import Utterance, put_right

router = APIRouter(prefix="/v1", tags=["agents"])


@router.post("/summaries")
async def summarize(body: DialogueIn, services: ServicesDep, _role: AgentDep) -> SummaryOut:
    """The conversation in the agent's language. What was said is not kept."""
    spoken, read = served(services, body.language), served(services, body.agent_language)
    return await _summary(services, body.transcript(services.clock()), spoken, read)


@router.get("/contacts/{contact_id}/summary")
async def summary_of(
    contact_id: str, services: ServicesDep, credentials: Credentials, language: LanguageDep
) -> SummaryOut:
    """Of a chat or a call, as it stands, in the language of the request: for staff and, of a call, for its token."""
    may_speak(services, contact_id, credentials.credentials if credentials else None)
    contact = await services.chat.contacts.find(contact_id)
    transcript = await services.chat.contacts.transcript(contact_id)
    said, need = put_right(transcript, await services.chat.contacts.events(contact_id))
    return await _summary(services, said, contact.language, language, [need] if need else [])


async def _summary(
    services: Services,
    transcript: Sequence[Utterance],
    spoken: Language | None,
    read: Language | None,
    needs: Sequence[str] = (),
) -> SummaryOut:
    summaries = services.summaries
    summary = await asyncio.to_thread(summaries.summarizer.summarize, transcript, spoken, read, needs)
    await summaries.keep_citations(summary)
    return SummaryOut.of(summary)
