"""The sources of an advice or a summary, kept so that they stay readable when the content changes."""

import asyncio
from collections.abc import Sequence

from agents.copilot.advice import Advice
from agents.reception.turns.deps import Deps
from agents.summary.summary import Summary
from knowledge.passages import Citation


async def keep_citations(told: Advice | Summary, deps: Deps) -> None:
    """Archive what is cited: it can be asked for from then on. Raises ToolUnavailable."""
    cited = cited_by(told)
    if not cited:
        return
    base = deps.knowledge_base
    corpus = (await asyncio.to_thread(base.on, deps.clock.today())).corpus
    documents = {one.sha256: one for one in (base.document_of(citation, corpus) for citation in cited)}
    await deps.citations.keep([documents[sha256] for sha256 in sorted(documents)], list(cited))


def cited_by(told: Advice | Summary) -> Sequence[Citation]:
    """In the order in which they are read."""
    if isinstance(told, Summary):
        return [citation for sentence in told.sentences for citation in sentence.citations]
    cited = [citation for one in told.suggestions for citation in one.citations]
    return [*cited, *(alert.citation for alert in told.alerts if alert.citation is not None)]
