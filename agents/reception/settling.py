"""Finds out the outcome of an unknown write while the person is away, and tells them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from agents.reception.booking.outcome import end_task, word_outcome
from agents.reception.booking.task_writes import outcome_of
from agents.reception.tasks.task import Booking, Change, WrittenTask, hold_of, is_unsure
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State, build_turn
from agents.reception.turns.transcript import assistant_line, said_turn, with_lines
from agents.reception.turns.turn import Turn
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.errors import AppointmentNotFound
from tools.letters.appointments import AppointmentLetters
from tools.letters.notifications import Notice


@dataclass(frozen=True, slots=True)
class SettledWrite:
    """A write that was done. ``turn`` tells it in the conversation."""

    task: WrittenTask
    appointment: Appointment
    language: Language
    turn: Turn

    def letter(self, now: datetime) -> Notice | None:
        """The same by e-mail, and the same notice however often it is found out; None when no address was given."""
        task, email = self.task, self.task.person.email
        if email is None:
            return None
        letters = AppointmentLetters(self.appointment.locator, self.appointment.slot, email, self.language)
        hold = hold_of(task)
        told = f"{self.appointment.locator}|{task.kind}|{hold.id if hold else ''}"
        match task:
            case Booking():
                return letters.booked(told, now)
            case Change(target=Appointment(slot=before)):
                return letters.moved(told, now, before.starts_at)
            case _:
                return letters.cancelled(told, now)


Tell = Callable[[SettledWrite], Awaitable[None]]


async def find_outcome(state: State, deps: Deps) -> SettledWrite | None:
    """The outcome of the conversation's write; None when there is none to find out, or nothing was written.

    In the last case its hold was given back, so that it cannot come true later, and the person is told when they write.

    Raises ToolUnavailable when the book does not say, OutcomeUnknown when it may still change.
    """
    task, language = state.get("task"), state["language"]
    if not isinstance(task, WrittenTask) or not is_unsure(task):
        return None
    try:
        found = await outcome_of(task, state["conversation_id"], language, deps)
    except AppointmentNotFound:
        return None
    if found is None:
        return None
    turn = build_turn(state, word_outcome(task, found, language, deps), deps.new_id())
    return SettledWrite(task, found, language, turn)


def record_outcome(state: State, found: SettledWrite, deps: Deps) -> State:
    """The update of the state: the task ends as in a turn of its own, which becomes the last turn."""
    turn = found.turn
    said = assistant_line(turn, deps.clock(), deps.public_numbers)
    return {
        **end_task(found.task, found.appointment),
        **said_turn(state, turn),
        "transcript": with_lines(state, said),
    }
