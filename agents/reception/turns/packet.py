"""The summary for the agent of a hand-off: reason, need, last words and task in progress, masked."""

from agents.answers.acknowledgement import word_conditions
from agents.phrases.phrases import Phrases
from agents.phrases.wording import need_name
from agents.reception.tasks.task import AppointmentTask, SlotTask, Task, hold_of, is_unsure
from agents.reception.turns.deps import Deps
from agents.reception.turns.slot_words import slot_words
from agents.reception.turns.state import State, conditions_of
from agents.reception.turns.transcript import said_masked
from agents.reception.turns.turn import load_turn
from knowledge.channels import Channel
from knowledge.content.needs import Catalogue
from knowledge.languages import AUTONYMS, Language
from tools.queues.hand_offs import HandOff, Reason
from tools.reading.masking import hint

QUOTED = 3
"""Last sentences of the citizen that are passed on word for word."""


def summarize_for_agent(state: State, reason: Reason, deps: Deps) -> tuple[str, ...]:
    """Short lines in the citizen's language, identifiers masked."""
    language, say = state["language"], deps.phrases.say
    lines = head_lines(reason, language, state.get("need"), deps.phrases, deps.catalogue)
    if state.get("for_other"):
        lines.append(say(language, "summary-other"))
    if conditions := conditions_of(state):
        words = word_conditions(conditions, language, deps.phrases, deps.places)
        lines.append(say(language, "summary-conditions", conditions=words))
    said = [line["text"] for line in state.get("transcript", []) if line["speaker"] == "citizen"]
    said.append(said_masked(state, deps.public_numbers))
    lines += [say(language, "summary-said", text=text) for text in said[-QUOTED:]]
    task, last = state.get("task"), load_turn(state.get("last_turn"))
    if task is not None and is_unsure(task):
        lines.append(say(language, "summary-unsure", detail=_at_stake(task, language, deps)))
    elif task is not None and (hold := hold_of(task)) is not None:
        lines.append(say(language, "summary-booking", detail=slot_words(deps, language, hold.slot)))
    if last is not None and last.appointment is not None and last.appointment.locator is not None:
        lines.append(say(language, "summary-appointment", detail=last.appointment.locator))
    return tuple(lines)


def head_lines(
    reason: Reason, language: Language, need: str | None, phrases: Phrases, catalogue: Catalogue
) -> list[str]:
    """Why, in which language and about what: what an agent may put right."""
    say = phrases.say
    lines = [
        say(language, "summary-reason", reason=say(language, f"reason-{reason}")),
        say(language, "summary-language", autonym=AUTONYMS[language]),
    ]
    named = [say(language, "summary-need", need=need_name(phrases, catalogue, language, need))] if need else []
    return lines + named


def summary_put_right(hand_off: HandOff, reading: HandOff, phrases: Phrases, catalogue: Catalogue) -> tuple[str, ...]:
    """The summary of the hand-off, with why, in which language and about what as ``reading`` has them."""
    old = head_lines(hand_off.reason, hand_off.language, hand_off.need, phrases, catalogue)
    new = head_lines(reading.reason, reading.language, reading.need, phrases, catalogue)
    return (*new, *(line for line in hand_off.summary if line not in old))


def _at_stake(task: Task, language: Language, deps: Deps) -> str:
    """The appointment that may have been booked, moved or cancelled."""
    if (hold := hold_of(task)) is not None:
        return slot_words(deps, language, hold.slot)
    current = task.current if isinstance(task, AppointmentTask) else None
    return slot_words(deps, language, current.slot) if current else ""


def slots_for_person(state: State) -> dict[str, str]:
    """Values already given, so that nobody asks for them again; the document only as a hint."""
    known = _of_task(state)
    for name in ("document", "phone", "email"):
        if name in known:
            known[name] = hint(known[name])
    return known


def given_to_person(state: State) -> dict[str, str]:
    """The same as they were given, what was told of the person's case, and for sums: for the agent who has it now.

    The document is here as long as the conversation needs it (ADR 5).
    """
    told = {"need": state.get("need") or "", "for_other": "yes" if state.get("for_other") else ""}
    told |= {str(kind): value for kind, value in conditions_of(state).items()}
    told |= {**(state.get("told_for_sums") or {}), **_of_task(state)}
    return {name: value for name, value in told.items() if value}


def _of_task(state: State) -> dict[str, str]:
    """What the task under way knows."""
    task = state.get("task")
    if task is None:
        return {}
    hold, person = hold_of(task), task.person
    known = {
        "channel": _channel(task), "office": task.office_id, "locator": task.code, "document": person.document,
        "phone": person.phone, "email": person.email, "slot": hold.slot.starts_at.isoformat() if hold else None,
        **_wished(task),
    }  # fmt: skip
    return {name: value for name, value in known.items() if value}


def _wished(task: Task) -> dict[str, str | None]:
    """Where and when they would come."""
    if not isinstance(task, SlotTask):
        return {}
    search = task.search
    days = {"date": search.not_before, "date_to": search.not_after}
    return {
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "near": search.near[1] if search.near else None,
        "part_of_day": search.part_of_day,
        "time": search.time,
    }


def _channel(task: Task) -> Channel:
    if isinstance(task, SlotTask):
        return task.search.channel
    return task.current.slot.channel if isinstance(task, AppointmentTask) and task.current else "in_person"
