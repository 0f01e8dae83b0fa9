"""The copilot, for agents: suggestions on a conversation that is sent, and what became of them."""

from fastapi import APIRouter

from api.http.dependencies import AgentDep, ServicesDep, served
from api.schemas.copilot import AdviceOut, DialogueIn, FeedbackIn, SuggestionsOut, alerts_out
from api.services.suggesting import keep_advice
from tools.feedback.feedback import Feedback
from tools.reading.masking import mask

router = APIRouter(prefix="/v1/copilot", tags=["agents"])


@router.post("/suggestions")
async def suggest(body: DialogueIn, services: ServicesDep, _role: AgentDep) -> SuggestionsOut:
    """What to say, ask and do after the last turn, and what was said wrong in any. What was said is not kept."""
    spoken, read, at = served(services, body.language), served(services, body.agent_language), services.clock()
    advice = await services.copilot.copilot.advise(body.transcript(at), spoken, read, body.known)
    kept = await keep_advice(services.copilot, advice, body.language or body.told_in, at)
    told = AdviceOut.of(advice, services.phrases, body.told_in)
    return SuggestionsOut(**dict(told), id=kept, alerts=alerts_out(advice.alerts))


@router.post("/suggestions/{suggestions_id}/feedback", status_code=204)
async def note(suggestions_id: str, body: FeedbackIn, services: ServicesDep, _role: AgentDep) -> None:
    """What became of one of them. The last of `used`, `edited` and `rejected` stands; the agent's name is not kept."""
    public = services.copilot.public_numbers
    feedback = Feedback(
        suggestions_id,
        body.suggestion,
        body.verdict,
        services.clock(),
        text=mask(body.text, public) if body.text and body.verdict == "edited" else None,
        why=mask(body.why, public) if body.why else None,
    )
    await services.copilot.feedback.add(feedback)
