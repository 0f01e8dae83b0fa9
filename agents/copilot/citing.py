"""The sources of an advice, kept so that they stay readable when the content changes."""

import asyncio

from agents.copilot.advice import Advice
from agents.reception.turns.deps import Deps
from knowledge.passages import Citation


async def keep_citations(advice: Advice, deps: Deps) -> None:
    """Archive what the advice cites: its citations can be asked for from then on. Raises ToolUnavailable."""
    cited: list[Citation] = [citation for one in advice.suggestions for citation in one.citations]
    cited += [alert.citation for alert in advice.alerts if alert.citation is not None]
    if not cited:
        return
    base = deps.knowledge_base
    corpus = (await asyncio.to_thread(base.on, deps.clock.today())).corpus
    documents = {one.sha256: one for one in (base.document_of(citation, corpus) for citation in cited)}
    await deps.citations.keep([documents[sha256] for sha256 in sorted(documents)], cited)
