"""Makes the sum that a person wants of their own case, or asks for what it lacks, one thing at a time."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.sum_reply import SumReply, WantedSum, reply_with_sum
from agents.answers.sums import Sums
from agents.reception.tasks.task import OpenQuestion
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State, conditions_of
from agents.reception.turns.sum_values import SumValues, by_question, for_sum, of_person, remembered, replaced_by

_AMOUNT = re.compile(r"(?<![\w.,/-])\d[\d.,]{2,}(?![\w%])")
"""A figure that may be an amount."""
_EARLIER = 4
"""Messages before the first sum in which values for it are looked for."""


async def answer_with_sum(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The sum in words, or the question for what it lacks; what was told is remembered for the next."""
    deps, name = runtime.context, state["decision"].sum
    assert deps.sums is not None
    told = _told(state, name, deps.sums, deps)
    made = await asyncio.to_thread(_make, state, told, deps.sums, deps)
    reply = made.reply
    closing = (reply.closing,) if reply.closing else ()
    specs = deps.sums.inputs(name, deps.clock.today())
    mine = {name: text for name, text in told.items() if name not in made.refused}
    asks: dict[str, OpenQuestion] = {
        "sum": OpenQuestion("sum", (reply.need,), sum=name, input=made.lacks),
        "person": OpenQuestion("person", (reply.need,), reason="no_answer"),
    }
    return {
        "draft": Draft((*reply.messages, *closing), reply.quick_replies, completeness=reply.completeness),
        "need": reply.need,
        "asked": asks.get(reply.asks or ""),
        "told_for_sums": remembered(state, by_question(mine, specs)),
        "sum_done": name,
    }


def _make(state: State, told: Mapping[str, str], sums: Sums, deps: Deps) -> SumReply:
    decision = state["decision"]
    assert decision.need is not None
    wanted = WantedSum(
        decision.sum,
        decision.need,
        told,
        state["language"],
        deps.clock.today(),
        steps=decision.key == "sum-steps",
        unknown=decision.key == "sum-without",
        variety=state.get("variety"),
    )
    return reply_with_sum(wanted, sums, deps.phrases)


def _told(state: State, name: str, sums: Sums, deps: Deps) -> dict[str, str]:
    """What was told for the sum before and now, of the person it is for; what is told now drops what it replaces."""
    specs = sums.inputs(name, deps.clock.today())
    now = (state.get("sum_told") or {}).get(name, {})
    said = [line["text"] for line in state.get("transcript") or [] if line["speaker"] == "citizen"]
    of_this_person = "third_person" not in state["reading"].labels
    if not state.get("sum_done") and of_this_person and deps.told_values is not None:
        values = SumValues(sums, deps.told_values, state["language"], deps.clock.today())
        before = values.told_before(name, said[-_EARLIER:])
    else:
        before = for_sum(of_person(state), specs)
    dropped = replaced_by(now.keys())
    if _has_unread_amount(state["screened"].text, now):  # no sum is made of the amount before one not understood
        dropped |= {spec.name for spec in specs if spec.kind == "money"}
    kept = {key: text for key, text in before.items() if key not in dropped}
    return {**_preset(state, name, sums), **kept, **now}


def _has_unread_amount(text: str, now: Mapping[str, str]) -> bool:
    """Whether a figure of the message, that may be an amount, stands in nothing that was read."""
    read = re.sub(r"\D", "", " ".join(now.values()))
    return any(re.sub(r"\D", "", found[0]) not in read for found in _AMOUNT.finditer(text))


def _preset(state: State, name: str, sums: Sums) -> dict[str, str]:
    """What the need and the conditions told of the person tell of the sum."""
    about = [state["decision"].need or "", *(f"{kind} {value}" for kind, value in conditions_of(state).items())]
    return {key: text for one in about for key, text in sums.presets.get(one, {}).get(name, {}).items()}
