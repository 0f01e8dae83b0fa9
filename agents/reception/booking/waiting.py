"""Joining the waiting list: what is waited for, whose place it is, and where its offers are told."""

import hashlib
from dataclasses import asdict, replace
from datetime import timedelta

from agents.reception.booking.search import query
from agents.reception.booking.step import Step
from agents.reception.deps import Deps
from agents.reception.task import Task
from agents.understanding.reading import Reading
from knowledge.content.needs import Channel
from knowledge.languages import Language
from tools.appointments.book import AppointmentBook, SlotQuery
from tools.waiting.waiting_list import WaitRequest

A_DAY = timedelta(days=1)
AWAITED: frozenset[Channel] = frozenset({"in_person", "phone"})
"""Channels with a waiting list: rooms for video calls are kept elsewhere."""


async def wait(task: Task, reading: Reading, language: Language, deps: Deps) -> Step:
    """What the waiting list still needs to know, until all can be read back. Raises ToolUnavailable.

    It holds no seat meanwhile. When nothing sooner is ever given there is nothing to wait for: the search goes on.
    """
    if task.channel not in AWAITED:
        return Step(replace(task, queues=False), (deps.phrases.message(language, "notice", "waiting-list-none"),))
    awaited = await _awaited(task, deps)
    if awaited is None:
        return Step(
            replace(task, queues=False), (deps.phrases.message(language, "notice", "waiting-list-nothing-sooner"),)
        )
    task = replace(task, awaited=awaited, hold=None, place=task.place or deps.new_id())
    if task.document is None:
        return Step(replace(task, waiting="document"))
    if task.email is None:
        told = (
            (deps.phrases.message(language, "notice", "waiting-list-email-only"),) if "phone" in reading.slots else ()
        )
        return Step(replace(task, waiting="email"), told)
    return Step(replace(task, waiting="confirm"))


async def _awaited(task: Task, deps: Deps) -> SlotQuery | None:
    """What was asked for, up to the day before the first seat that is free: those can be had without waiting."""
    asked = await _not_free(deps.book, replace(query(task, 1), **asdict(task.wish)))
    if asked.not_after is None:
        return asked
    first = max(asked.not_before or asked.not_after, deps.clock.today())
    return asked if first <= asked.not_after else None


async def _not_free(book: AppointmentBook, asked: SlotQuery) -> SlotQuery:
    free = await book.availability(asked)
    return replace(asked, not_after=free[0].starts_at.date() - A_DAY) if free else asked


def wait_request(task: Task, conversation_id: str, language: Language, deps: Deps) -> WaitRequest:
    """What a task read back asks of the waiting list: the same task, the same request, under the same key."""
    assert task.awaited is not None
    seed = f"{conversation_id}|{task.place}|{task.awaited}|{task.document}|{task.email}"
    return WaitRequest(
        query=task.awaited,
        need=task.need or deps.administration.appointment_need,
        document=task.document or "",
        key=hashlib.sha256(seed.encode()).hexdigest(),
        language=language,
        email=task.email,
        origin=deps.origin,
    )
