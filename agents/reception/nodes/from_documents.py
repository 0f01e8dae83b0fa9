"""A quote from a document somebody added, and where it comes from, when no article answers."""

import asyncio

from agents.answers.added_documents import excerpt
from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.state import State
from knowledge.languages import AUTONYMS


async def quoted(state: State, deps: Deps) -> Draft | None:
    """The quote, with whose it is and in which language; None when there is none. Partial: nobody here approved it."""
    language, text = state["language"], state["screened"].text
    shelf = deps.bookcase.on(deps.clock.today())
    if not shelf.library.has_added:
        return None
    found = await asyncio.to_thread(excerpt, text, language, deps.bookcase, shelf)
    if found is None:
        return None
    told = [deps.phrases.message(language, "notice", "document-found", title=found.title)]
    if found.language != language:
        told.append(deps.phrases.message(language, "notice", "document-language", autonym=AUTONYMS[found.language]))
    more = deps.phrases.message(language, "question", "anything-else")
    return Draft((*told, found.message, more), deps.phrases.replies(language, "reply-person"), completeness="partial")
