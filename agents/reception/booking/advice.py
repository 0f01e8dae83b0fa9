"""Advice before a booking, in approved and cited words: an appointment may be needless, or a visit in vain."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from agents.phrases.message import Message
from agents.phrases.wording import list_words
from agents.reception.booking.booking_step import Step
from agents.reception.tasks.task import Advice, Booking
from agents.reception.turns.deps import Deps
from agents.understanding.shared.labels import Label
from knowledge.content.needs import Online
from knowledge.languages import Language
from knowledge.passages import Passage, Sentence

OWN_DOCUMENT, REPRESENTATION = "dni", "representation"
"""The document that is asked for anyway, and the one that only an appointment for somebody else needs."""


def add_advice(
    task: Booking, due: Iterable[Advice], labels: frozenset[Label], language: Language, deps: Deps
) -> Step[Booking]:
    """The booking, and the advice that is due now and was not given before."""
    told: list[Message] = []
    new = tuple(advice for advice in due if advice not in task.advised)
    for advice in new:
        match advice:
            case "online":
                told += _online_first(task, labels, language, deps)
            case "urgent":
                told += _urgent_first(task, language, deps)
            case "papers":
                told += _papers_first(task, language, deps)
    return Step(replace(task, advised=(*task.advised, *new)), tuple(told))


def _online_first(task: Booking, labels: frozenset[Label], language: Language, deps: Deps) -> tuple[Message, ...]:
    """The online way to settle the need without an appointment; empty when there is none."""
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
        _quoted(how, tuple(islice(lines, start, start + online.sentences)), deps),
    )


def _urgent_first(task: Booking, language: Language, deps: Deps) -> tuple[Message, ...]:
    """The service that attends an urgent case without an appointment; empty when there is none."""
    centres = deps.catalogue[task.need].policy.urgent if task.need else None
    how = _how(task, language, deps)
    if centres is None or how is None:
        return ()
    return tuple(
        _quoted(how, (line,), deps) for line in islice((line for line in how.sentences if centres in line.text), 1)
    )


def _papers_first(task: Booking, language: Language, deps: Deps) -> tuple[Message, ...]:
    """The documents without which the visit is in vain, but for the identity document, which was just asked for."""
    if task.need is None or task.search.channel != "in_person":
        return ()
    left_out = {OWN_DOCUMENT} if task.person.for_other else {OWN_DOCUMENT, REPRESENTATION}
    keys = [key for key in deps.catalogue[task.need].policy.documents if key not in left_out]
    names = [deps.phrases.name(language, deps.knowledge_base.document_names(key)) for key in keys]
    return (
        (deps.phrases.message(language, "notice", "book-papers", documents=list_words(names, language)),)
        if names
        else ()
    )


def _open_to(online: Online, labels: frozenset[Label]) -> bool:
    if "offline" in labels:
        return False
    return "no_certificate" not in labels or not {"photo", "code"}.isdisjoint(online.identification)


def _how(task: Booking, language: Language, deps: Deps) -> Passage | None:
    corpus = deps.knowledge_base.on(deps.clock.today()).corpus
    return corpus.about(task.need or "", language, "how")


def _quoted(how: Passage, lines: Sequence[Sentence], deps: Deps) -> Message:
    citations = deps.knowledge_base.cite(how, lines, deps.clock.today())
    return Message("answer", "\n".join(line.text for line in lines), citations)
