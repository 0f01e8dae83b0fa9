"""An advice as agents get it: its sources can be looked up, and its suggestions can be given feedback on."""

from datetime import datetime

from agents.copilot.advice import Advice
from api.services.copilot import CopilotServices
from knowledge.languages import Language
from tools.feedback.feedback import Proposed, ProposedReply


async def keep_advice(copilot: CopilotServices, advice: Advice, spoken: Language, at: datetime) -> str:
    """Store what was suggested; its id. ``spoken``: the citizen's language, where no source tells in which it is
    worded. Raises ToolUnavailable.
    """
    await copilot.keep_citations(advice)
    language = next((citation.language for one in advice.suggestions for citation in one.citations), spoken)
    proposals = tuple(ProposedReply(one.need, one.aspect, one.text, one.confidence) for one in advice.suggestions)
    proposed = Proposed(copilot.new_id(), at, language, proposals)
    await copilot.feedback.keep(proposed)
    return proposed.id
