"""An appointment that may not be needed, or a visit in vain: said beforehand, in approved and cited words."""

from collections.abc import Sequence
from itertools import islice

from agents.phrases.message import Message
from agents.phrases.wording import list_words
from agents.reception.deps import Deps
from agents.reception.task import Task
from agents.understanding.reading import Label
from knowledge.content.library import cite
from knowledge.content.needs import Online
from knowledge.languages import Language
from knowledge.passages import Passage, Sentence

OWN_DOCUMENT, REPRESENTATION = "dni", "representation"
"""The document that is asked for anyway; the one that only somebody else's appointment takes."""


def online_first(task: Task, labels: frozenset[Label], language: Language, deps: Deps) -> tuple[Message, ...]:
    """Where the need is settled without an appointment, by whoever has no more than was said; nothing when nowhere."""
    online = deps.catalogue[task.need].policy.online if task.need else None
    if online is None or not _open_to(online, labels):
        return ()
    how = _how(task, language, deps)
    lines = how.sentences if how else ()
    start = next((place for place, line in enumerate(lines) if online.link in line.facts), None)
    if how is None or start is None:
        return ()
    return (
        deps.phrases.message(language, "notice", "book-maybe-online"),
        _quoted(how, tuple(islice(lines, start, start + online.sentences))),
    )


def urgent_first(task: Task, language: Language, deps: Deps) -> tuple[Message, ...]:
    """Who attends an urgent case without an appointment; nothing when nobody does."""
    centres = deps.catalogue[task.need].policy.urgent if task.need else None
    how = _how(task, language, deps)
    if centres is None or how is None:
        return ()
    return tuple(_quoted(how, (line,)) for line in islice((one for one in how.sentences if centres in one.text), 1))


def papers_first(task: Task, language: Language, deps: Deps) -> tuple[Message, ...]:
    """The documents without which the visit is in vain, but for the identity document, which was just asked for."""
    if task.need is None or task.kind != "book" or task.channel != "in_person":
        return ()
    left_out = {OWN_DOCUMENT} if task.for_other else {OWN_DOCUMENT, REPRESENTATION}
    keys = [key for key in deps.catalogue[task.need].policy.documents if key not in left_out]
    names = [deps.phrases.name(language, deps.bookcase.document_names(key)) for key in keys]
    return (
        (deps.phrases.message(language, "notice", "book-papers", documents=list_words(names, language)),)
        if names
        else ()
    )


def _open_to(online: Online, labels: frozenset[Label]) -> bool:
    if "offline" in labels:
        return False
    return "no_certificate" not in labels or not {"photo", "code"}.isdisjoint(online.identification)


def _how(task: Task, language: Language, deps: Deps) -> Passage | None:
    library = deps.bookcase.on(deps.clock.today()).library
    return library.about(task.need or "", language, "how")


def _quoted(how: Passage, lines: Sequence[Sentence]) -> Message:
    return Message("answer", "\n".join(line.text for line in lines), (cite(how, lines),))
