"""What is still to be asked, and what can be done next, with its form filled as far as is known."""

from collections.abc import Iterator, Mapping

from agents.answers.reply import Reply
from agents.copilot.advice import Action, ActionKind
from agents.copilot.state import CopilotState
from agents.phrases.wording import need_name
from agents.reception.turns.deps import Deps
from agents.routing.rules import kind_of, unit_of
from agents.understanding.appointments.steps import WISHES
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Label
from tools.reading.slots import SlotName

_FORM: tuple[SlotName, ...] = (
    "municipality", "postcode", "province", "date", "date_to", "time", "part_of_day", "channel", "locator",
)  # fmt: skip
"""Values of the form of an appointment; those that identify somebody are the agent's to write."""


def form_after(form: Mapping[str, str], reading: Reading) -> dict[str, str]:
    """The values of the form that are known after a message; a later one stands."""
    return {**form, **{name: reading.slots[name].value for name in _FORM if name in reading.slots}}


def wish_after(wish: Label | None, reading: Reading, route: str) -> Label | None:
    """What is wanted of an appointment after a message: the last that was said stands until it is done."""
    said = sorted(WISHES & reading.labels) if route == "collect" else []
    return said[0] if said else wish


def next_steps(state: CopilotState, told: Reply | None, deps: Deps) -> tuple[tuple[str, ...], tuple[Action, ...]]:
    """Questions ready to be said to the citizen, and actions for the agent. ``told``: what answers, if anything."""
    return tuple(_asks(state, told, deps)), tuple(_actions(state, told, deps))


def _asks(state: CopilotState, told: Reply | None, deps: Deps) -> Iterator[str]:
    options = state["decision"].options
    if state["decision"].route == "clarify" and len(options) > 1:
        first, second = (need_name(deps.phrases, deps.catalogue, state["language"], need) for need in options[:2])
        yield deps.phrases.say(state["language"], "clarify", first=first, second=second)
    elif told is not None and told.asks == "condition" and told.closing is not None:
        yield told.closing.text


def _actions(state: CopilotState, told: Reply | None, deps: Deps) -> Iterator[Action]:
    decision, language = state["decision"], state["agent_language"]
    need = told.need if told is not None else decision.need or (decision.task.need if decision.task else None)
    name = need_name(deps.phrases, deps.catalogue, language, need) if need else ""

    def action(kind: ActionKind, **values: str) -> Action:
        return Action(kind, deps.phrases.say(language, f"copilot-action-{kind}", need=name), need, values)

    if (wish := state.get("wish")) is not None:
        yield action(_WISHED[wish], **state.get("form") or {})
    if decision.sum:
        yield action("calculate", name=decision.sum, **(state.get("sum_told") or {}).get(decision.sum, {}))
    if need is None:
        return
    policy, kind = deps.catalogue[need].policy, kind_of(deps.catalogue[need], "answer")
    if kind == "person":
        yield action("transfer", unit=unit_of(deps.catalogue[need], deps.administration))
    elif kind == "other_body":
        yield action("refer", body=deps.catalogue[need].body, link=policy.link)
    elif told is not None and policy.link:
        yield action("send_link", link=policy.link)


_WISHED: Mapping[Label, ActionKind] = {"book": "book", "change": "change", "cancel": "cancel"}
