"""A call-back: asked for step by step, read back, promised and then announced; moved or given up.

A promise is stored before it is announced, and storing it again is storing it once.
"""

from dataclasses import replace
from typing import Any, Literal

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.reception.booking.task_hold import release_hold
from agents.reception.nodes.hand_off import reference_of
from agents.reception.tasks.calling import Calling
from agents.reception.turns.call_words import MOST_WINDOWS, free_windows, named_window, room_in, window_words
from agents.reception.turns.deps import Deps
from agents.reception.turns.packet import slots_for_person, summarize_for_agent
from agents.reception.turns.state import Draft, State
from agents.reception.turns.turn import CallBackCard
from agents.routing.rules import unit_of
from knowledge.languages import Language
from tools.errors import CallBackNotFound, WindowFull
from tools.queues.call_backs import CallBack
from tools.queues.hand_offs import CALL_BACK, HandOff
from tools.reading.masking import hint
from tools.reading.slots import SlotName
from tools.spans import Span

_MORNING_ENDS = 14


async def call_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """One step of a call-back. Raises ToolUnavailable."""
    deps, key = runtime.context, state["decision"].key
    await release_hold(state.get("task"), deps)
    match key:
        case "keep":
            update = await _keep(state, deps)
        case "cancel":
            update = await _cancel(state, deps)
        case "when":
            update = await _tell_when(state, deps)
        case "leave":
            update = _leave(state, deps)
        case _:
            update = await _ask(state, deps)
    return {"task": None, "asked": None, "misses": 0, **update}


async def promised(state: State, deps: Deps) -> CallBack | None:
    """The call that this conversation was promised, while it is to be made. Raises ToolUnavailable."""
    if deps.means.call_backs is None:
        return None
    try:
        found = await deps.means.call_backs.find(reference_of(state["conversation_id"]))
    except CallBackNotFound:
        return None
    return found if found.is_open else None


async def _ask(state: State, deps: Deps, *told: Message) -> dict[str, Any]:
    """The next value that is missing; with all of them, they are read back."""
    language, slots = state["language"], state["reading"].slots
    calling = state.get("calling") or Calling(await _known_phone(state, deps))
    if "phone" in slots:
        calling = replace(calling, phone=slots["phone"].value)
    if calling.phone is None:
        question = deps.phrases.message(language, "question", "call-ask-phone")
        return _waiting(calling, (*told, question), (), language, deps)
    free = await free_windows(_unit(state, deps), language, deps)
    chosen = _chosen(calling, free, state, deps)
    if not free:
        return _no_window(state, deps)
    if chosen is not None:
        calling = replace(calling, window=chosen, windows=())
        return _read_back(calling, chosen, told, state, deps)
    if calling.window is not None and "phone" in slots:
        return _read_back(calling, calling.window, told, state, deps)
    shown = (_as_wished(free, state, deps) or free)[:MOST_WINDOWS]
    calling = replace(calling, windows=shown, window=None)
    question = deps.phrases.message(language, "question", "call-ask-window")
    words = tuple(window_words(one, language, deps) for one in shown)
    return _waiting(calling, (*told, question), words, language, deps)


def _waiting(
    calling: Calling, told: tuple[Message, ...], words: tuple[str, ...], language: Language, deps: Deps
) -> dict[str, Any]:
    quick = (*words, *deps.phrases.replies(language, "reply-no-call", "reply-person"))
    return {"calling": calling, "draft": Draft(told, quick)}


def _read_back(calling: Calling, window: Span, told: tuple[Message, ...], state: State, deps: Deps) -> dict[str, Any]:
    language = state["language"]
    when = window_words(window, language, deps)
    back = deps.phrases.message(language, "question", "call-read-back", phone=calling.phone, when=when)
    quick = deps.phrases.replies(language, "reply-yes", "reply-no", "reply-person")
    return {"calling": calling, "draft": Draft((*told, back), quick)}


async def _keep(state: State, deps: Deps) -> dict[str, Any]:
    """Promise it; then nobody has to wait in the chat any more."""
    calling, language = state.get("calling"), state["language"]
    if calling is None or calling.window is None or calling.phone is None or deps.means.call_backs is None:
        raise ValueError("a call to promise has a telephone and a window")
    call = CallBack(_packet(state, deps), calling.phone, calling.window)
    try:
        await deps.means.call_backs.keep(call, room_in(language, deps))
    except WindowFull:
        full = deps.phrases.message(language, "notice", "call-full")
        emptied: State = {**state, "calling": replace(calling, window=None, windows=())}
        return await _ask(emptied, deps, full)
    withdrawn = await deps.hand_offs.withdraw(call.id)
    when = window_words(calling.window, language, deps)
    kept = deps.phrases.message(language, "call_back", "call-kept", phone=call.phone, when=when, reference=call.id)
    quick = deps.phrases.replies(language, "reply-move-call", "reply-cancel-call", "reply-person")
    draft = Draft((kept,), quick, call_back=_card(call, "kept"))
    left = {"handed_off": None} if withdrawn else {}
    return {"calling": None, "called": call.window.ends.isoformat(), "draft": draft, **left}


async def _cancel(state: State, deps: Deps) -> dict[str, Any]:
    found, language = await promised(state, deps), state["language"]
    if found is None or deps.means.call_backs is None:
        none = deps.phrases.message(language, "notice", "call-none")
        return {"called": None, "draft": Draft((none,), deps.phrases.replies(language, "reply-person"))}
    await deps.means.call_backs.settle(found.id, "cancelled")
    await deps.hand_offs.withdraw(found.id)
    told = deps.phrases.message(language, "call_back", "call-cancelled")
    quick = deps.phrases.replies(language, "reply-call-back", "reply-person")
    return {"called": None, "draft": Draft((told,), quick, call_back=_card(found, "cancelled"))}


async def _tell_when(state: State, deps: Deps) -> dict[str, Any]:
    found, language = await promised(state, deps), state["language"]
    if found is None:
        none = deps.phrases.message(language, "notice", "call-none")
        return {"called": None, "draft": Draft((none,), deps.phrases.replies(language, "reply-person"))}
    when = window_words(found.window, language, deps)
    told = deps.phrases.message(language, "notice", "call-when", when=when, reference=found.id)
    return {"draft": Draft((told,), deps.phrases.replies(language, "reply-move-call", "reply-cancel-call"))}


def _leave(state: State, deps: Deps) -> dict[str, Any]:
    language = state["language"]
    told = deps.phrases.message(language, "notice", "call-left" if state.get("called") is None else "call-stays")
    return {"calling": None, "draft": Draft((told,), deps.phrases.replies(language, "reply-person"))}


def _no_window(state: State, deps: Deps) -> dict[str, Any]:
    """Nothing is promised that cannot be kept."""
    language = state["language"]
    none = deps.phrases.message(language, "notice", "call-no-window")
    by_phone = ("reply-phone-booking",) if "phone" in deps.channels else ()
    return {"calling": None, "draft": Draft((none,), deps.phrases.replies(language, *by_phone, "reply-person"))}


def _chosen(calling: Calling, free: tuple[Span, ...], state: State, deps: Deps) -> Span | None:
    """By its very words, by its number, or as the only one on offer at the day and hour said."""
    named, option = named_window(state, deps), state["reading"].slots.get("option")
    shown = calling.windows
    if named is None and option is not None and option.value.isdigit() and 1 <= int(option.value) <= len(shown):
        named = shown[int(option.value) - 1]
    if named is None and option is not None and option.value == "any" and shown:
        named = shown[0]
    if named is None and shown and len(wished := _as_wished(free, state, deps)) == 1:
        named = wished[0]
    return named if named in free else None


def _as_wished(free: tuple[Span, ...], state: State, deps: Deps) -> tuple[Span, ...]:
    """Those of the day, the hour and the part of the day that are said; none where nothing is."""
    slots, zone = state["reading"].slots, deps.administration.zone
    said: tuple[SlotName, ...] = ("date", "time", "part_of_day")
    if slots.keys().isdisjoint(said):
        return ()
    day, hour, part = (slots[name].value if name in slots else None for name in said)

    def fits(one: Span) -> bool:
        begins, ends = (f"{moment.astimezone(zone):%H:%M}" for moment in one)
        morning = one.begins.astimezone(zone).hour < _MORNING_ENDS
        return (
            day in (None, one.begins.astimezone(zone).date().isoformat())
            and (hour is None or begins <= hour < ends)
            and (part is None or (part == "morning") == morning)
        )

    return tuple(one for one in free if fits(one))


async def _known_phone(state: State, deps: Deps) -> str | None:
    """Given before, for an appointment or for the call that is moved; it is read back."""
    if (found := await promised(state, deps)) is not None:
        return found.phone
    task = state.get("task")
    return task.person.phone if task is not None else None


def _packet(state: State, deps: Deps) -> HandOff:
    need = state.get("need")
    return HandOff(
        id=reference_of(state["conversation_id"]),
        conversation_id=state["conversation_id"],
        reason=CALL_BACK,
        language=state["language"],
        need=need,
        unit=_unit(state, deps),
        summary=summarize_for_agent(state, CALL_BACK, deps),
        slots=slots_for_person(state),
        urgent=False,
        created_at=deps.clock(),
    )


def _unit(state: State, deps: Deps) -> str:
    need = state.get("need")
    return unit_of(deps.catalogue[need] if need else None, deps.administration)


def _card(call: CallBack, status: Literal["kept", "cancelled"]) -> CallBackCard:
    return CallBackCard(call.id, call.window.begins, call.window.ends, hint(call.phone), status)
