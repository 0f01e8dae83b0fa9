"""Alternatives where none of the slots suits: another office, another channel, the waiting list."""

from dataclasses import replace

from agents.phrases.message import Message
from agents.reception.booking.waiting_list import AWAITED
from agents.reception.tasks.task import Booking, SlotTask
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft
from agents.routing.rules import open_channels
from knowledge.channels import Channel
from knowledge.languages import Language

OTHER_CHANNEL: dict[Channel, tuple[Channel, str]] = {
    "in_person": ("phone", "phone"),
    "phone": ("in_person", "person"),
    "video": ("in_person", "person"),
}


def with_alternatives(
    draft: Draft, task: SlotTask, language: Language, deps: Deps, nearby: tuple[Message, ...] = ()
) -> Draft:
    """The draft of the offers, or of their absence, with the alternatives; ``nearby`` tells of another office."""
    told, quick = _alternatives(task, language, deps)
    quick = (*deps.phrases.replies(language, *(["reply-nearby"] if nearby else [])), *quick)
    before, last = draft.messages[:-1], draft.messages[-1:]
    messages = (*before, *nearby, told, *last) if task.seat.offers else (*draft.messages, *nearby, told)
    return replace(draft, messages=messages, quick_replies=(*quick, *draft.quick_replies))


def _alternatives(task: SlotTask, language: Language, deps: Deps) -> tuple[Message, tuple[str, ...]]:
    """The alternatives in one message, and the quick replies that ask for them."""
    said, quick = ["book-else-office"], []
    channels = open_channels(deps.catalogue[task.need]) if task.need else ()
    other, word = OTHER_CHANNEL[task.search.channel]
    if other in channels:
        said.append(f"book-else-{word}")
        quick.append(f"reply-by-{word}")
    if deps.waiting_list is not None and isinstance(task, Booking) and task.search.channel in AWAITED:
        said.append("book-else-waiting-list")
        quick.append("reply-waiting-list")
    text = " ".join(deps.phrases.say(language, key) for key in said)
    return Message("notice", text), deps.phrases.replies(language, *quick)
