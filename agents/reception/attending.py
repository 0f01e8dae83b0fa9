"""What the assistant says when who has the conversation changes, and what an agent says in it, as changes of the state.

The floor knows who has it (``tools.queues.floor``); the state only what the citizen was told of that, so that each
change is said once, whichever process finds it first.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from agents.phrases.message import Message
from agents.reception.booking.outcome import papers_of
from agents.reception.booking.task_question import word_reminder
from agents.reception.nodes.listen import WITH_PERSON
from agents.reception.turns.call_words import window_words
from agents.reception.turns.cards import CardDetails, Told, appointment_card
from agents.reception.turns.deps import Deps
from agents.reception.turns.slot_words import slot_office
from agents.reception.turns.state import Draft, State, build_turn
from agents.reception.turns.transcript import assistant_line, said_turn, transcript_line, with_lines
from agents.reception.turns.turn import ToldAppointment, dump_told
from knowledge.languages import AUTONYMS, Language
from tools.appointments.book import Appointment
from tools.queues.call_backs import CallBack
from tools.queues.floor import Agent, Standing
from tools.queues.hand_offs import CALL_BACK

OVER = frozenset({"returned", "closed"})
"""States after which the assistant goes on alone."""
_WAITS = "waiting"


@dataclass(frozen=True, slots=True)
class AgentWords:
    """What an agent says, with what their client calls it. ``appointment``: one that they made, told with it."""

    agent: Agent
    text: str
    key: str
    appointment: Appointment | None = None

    @property
    def digest(self) -> str:
        """Tells it from the same words said a second time. Hexadecimal."""
        return hashlib.sha256(f"{self.agent.who}|{self.key}|{self.text}".encode()).hexdigest()


def change_told(state: State, standing: Standing, deps: Deps) -> State | None:
    """The update that tells the citizen who has the conversation now; None when there is nothing new to tell."""
    told = state.get("person_told") or {}
    now = {"change": _change(standing), "name": _name(told, standing)}
    key = _phrase(told, standing)
    if now == told or key is None:
        return None
    draft = _draft(key, now["name"], state, deps).then(*_other_language(standing, state, deps))
    turn = build_turn(state, draft, deps.new_id(), WITH_PERSON if standing.state == "held" else "open")
    line = assistant_line(turn, deps.clock(), deps.public_numbers)
    update: State = {"person_told": now, **said_turn(state, turn), "transcript": with_lines(state, line)}
    if standing.state in OVER:
        update |= {"as_written": {}, "handed_off": None, "safe": False, "misses": 0}
        if standing.hand_off.reason == CALL_BACK:
            update["called"] = None
    return update


def call_told(state: State, call_back: CallBack, deps: Deps) -> State:
    """The update that says when somebody who did not answer is called again, or that they are no more."""
    language, phrases = state["language"], deps.phrases.in_variety(state.get("variety"))
    if call_back.is_open:
        when = window_words(call_back.window, language, deps)
        told = phrases.message(language, "notice", "call-again", when=when)
        quick = phrases.replies(language, "reply-move-call", "reply-cancel-call", "reply-person")
    else:
        told = phrases.message(language, "notice", "call-over")
        quick = phrases.replies(language, "reply-call-back", "reply-person")
    turn = build_turn(state, Draft((told,), quick), deps.new_id())
    line = assistant_line(turn, deps.clock(), deps.public_numbers)
    called = call_back.window.ends.isoformat() if call_back.is_open else None
    return {"called": called, **said_turn(state, turn), "transcript": with_lines(state, line)}


def words_kept(state: State, said: AgentWords, language: Language, deps: Deps) -> State:
    """The update that keeps what an agent said: it is ours, and stays as it was written."""
    line = transcript_line("agent", said.text, deps.clock(), language, said.digest)
    line |= {"name": said.agent.name, "key": said.key}
    if said.appointment is None:
        return {"transcript": with_lines(state, line)}
    line["appointment"] = dump_told(_told(said.appointment, state["language"], deps))
    booked = said.appointment.locator if said.appointment.status == "booked" else None
    return {"transcript": with_lines(state, line), "booked": booked}


def _told(appointment: Appointment, language: Language, deps: Deps) -> ToldAppointment:
    papers = papers_of(appointment.need, appointment.slot.channel, language, deps)
    to = Told(language, slot_office(deps, appointment.slot), deps)
    return ToldAppointment(appointment_card(appointment, CardDetails(bring=papers), to), language)


def _change(standing: Standing) -> str:
    return _WAITS if standing.waits else f"{standing.state}:{standing.since.isoformat()}"


def _name(told: Mapping[str, str], standing: Standing) -> str:
    """Of who has it, or had it: while it waits, the floor may know of others who were asked."""
    if standing.waits or standing.agent is None:
        return told.get("name", "")
    return standing.agent.name


def _phrase(told: Mapping[str, str], standing: Standing) -> str | None:
    """The sentence that tells the change. Who waits and had nobody yet was told so when they were handed over."""
    match standing.state:
        case "held":
            return "person-calls" if standing.hand_off.reason == CALL_BACK else "person-joined"
        case "returned" | "closed":
            return f"person-{standing.state}"
        case _:
            return "person-left" if told.get("change", "").startswith("held") else None


def _other_language(standing: Standing, state: State, deps: Deps) -> tuple[Message, ...]:
    """Whoever is attended to in a language that is not theirs is told how the two will understand each other."""
    agent, language = standing.agent, state["language"]
    if standing.state != "held" or agent is None or language in agent.languages:
        return ()
    key = "person-translated" if deps.means.translates else "person-not-translated"
    return (deps.phrases.message(language, "notice", key, autonym=AUTONYMS[agent.languages[0]]),)


def _draft(key: str, name: str, state: State, deps: Deps) -> Draft:
    language, phrases, task = state["language"], deps.phrases.in_variety(state.get("variety")), state.get("task")
    told = phrases.message(language, "notice", key, name=name)
    if key == "person-returned" and task is not None:
        return word_reminder(Draft((told,)), task, language, replace(deps, phrases=phrases))
    goes_on = key in ("person-returned", "person-closed")
    return Draft((told,), phrases.replies(language, "reply-person") if goes_on else ())
