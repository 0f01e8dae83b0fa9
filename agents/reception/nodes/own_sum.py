"""Makes the sum that a person wants of their own case, or asks for what it lacks, one thing at a time."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.sum_reply import SumReply, WantedSum, reply_with_sums
from agents.answers.sums import Sums
from agents.reception.policy.own_sum import ALONE, YEARS, are_about, figures_of
from agents.reception.policy.policy_input import MOST_ANSWERING_WORDS
from agents.reception.tasks.task import OpenQuestion
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State, conditions_of
from agents.reception.turns.sum_values import for_sum, of_person, replaced_by, with_person
from agents.understanding.reading import Reading
from agents.understanding.sums.asks import OUTRIGHT, SumAsk
from tools.reading.dates.arithmetic import add_months
from tools.reading.quantities.partial_days import read_partial

_SURE_NEED = 0.6
"""The probability from which the need that a message is about tells something of the sum."""
_LEAST_AMOUNT, _ROUNDED = 300, 2
_MONEY: frozenset[SumAsk] = frozenset({"amount", "much", "euros", "gross"})
_EARLY, _ORDINARY = frozenset({"leaving", "ahead"}), {"delay": "0y0m"}
"""Ways to tell a day to leave before the ordinary age; and that age."""


async def answer_with_sum(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The sum in words, or the question for what it lacks; what was refused is forgotten."""
    deps, name = runtime.context, state["decision"].sum
    assert deps.sums is not None
    told = _told(state, name, deps.sums, deps)
    waits = _waits(state, name)
    made = await asyncio.to_thread(_make, state, (told, *(_otherwise(told, one) for one in waits)), deps.sums, deps)
    let_go, possible = frozenset[str](), made.possible
    if not made.possible and _goes_on_from_day(state, told) and not waits:
        later = {**{key: text for key, text in told.items() if key not in _EARLY}, **_ORDINARY}
        at_ordinary_age = await asyncio.to_thread(_make, state, (later,), deps.sums, deps)
        if at_ordinary_age.sums and at_ordinary_age.possible:
            made, let_go = at_ordinary_age, _EARLY
    reply = made.reply
    closing = (reply.closing,) if reply.closing else ()
    specs = {spec.name: spec.question for spec in deps.sums.inputs(name, deps.clock.today())}
    refused = {specs[one] for one in (*made.refused, *let_go) if one in specs}
    kept = {key: text for key, text in of_person(state).items() if key not in refused}
    asks: dict[str, OpenQuestion] = {
        "sum": OpenQuestion("sum", (reply.need,), sum=name, input=made.lacks),
        "person": OpenQuestion("person", (reply.need,), reason="no_answer"),
    }
    figures = sorted(frozenset[str]().union(*(figures_of(message.text, cents=True) for message in reply.messages)))
    return {
        "draft": Draft((*reply.messages, *closing), reply.quick_replies, completeness=reply.completeness),
        "need": reply.need,
        "asked": asks.get(reply.asks or ""),
        "told_for_sums": with_person(state, kept),
        "sum_done": name,
        "sum_lacks": made.lacks,
        "sum_reminded": False,
        "sum_figures": (state.get("sum_figures") or []) if made.lacks else figures,
        "sum_waits": list(waits) if made.lacks else [],
        "sum_possible": possible,
        **({"sum_earliest": made.day.isoformat()} if made.day and _tells_when_to_leave(name, deps.sums) else {}),
    }


def _tells_when_to_leave(name: str, sums: Sums) -> bool:
    """Whether the day that a sum comes to is one on which to leave, which another sum of the matter is told."""
    return "leaving" in sums.instead.get(name, {})


def _goes_on_from_day(state: State, told: Mapping[str, str]) -> bool:
    """Whether a day of before, on which nobody may retire, is no longer what is asked about: something else is told,
    and neither when one may leave nor what is taken off is asked. A day on which they could until now still is.
    """
    decision, reading = state["decision"], state["reading"]
    now = (state.get("sum_told") or {}).get(decision.sum, {})
    asks = frozenset(ask for one in reading.parts or (reading,) for ask in one.sums.asks)
    early = _EARLY & told.keys()
    if state.get("sum_possible") or not early or not early.isdisjoint(now):
        return False
    return decision.key != "sum-steps" and not asks & {"date", "cut"}


def _waits(state: State, name: str) -> Sequence[Mapping[str, str]]:
    """What else the sum is asked for, now or while it lacked something."""
    before = state.get("sum_waits") if state.get("sum_done") == name else None
    return (state.get("sum_more") or {}).get(name) or before or ()


def _otherwise(told: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """The same with something told otherwise; an age to leave at becomes a day."""
    now = {**{key: text for key, text in told.items() if key not in replaced_by(more.keys())}, **more}
    leaving, born = read_partial(now.get("leaving", "")), read_partial(now.get("born", ""))
    if leaving and leaving.age is not None and born and born.whole:
        now["leaving"] = add_months(born.whole, leaving.age).isoformat()
    return now


def going_on_with_sum(answered: Mapping[str, Any], state: State, deps: Deps) -> dict[str, Any]:
    """What changes in an answer given beside a sum: its open question is put again, once, in place of an offer."""
    name, lacks, asked = state.get("sum_done") or "", state.get("sum_lacks") or "", answered["asked"]
    reminded = state.get("sum_reminded") or deps.sums is None or name not in deps.sums.needs
    if reminded or not lacks or (asked is not None and asked.about != "book"):
        return {}
    assert deps.sums is not None
    spec = next(spec for spec in deps.sums.inputs(name, deps.clock.today()) if spec.name == lacks)
    words, language = deps.sums.words.in_variety(state.get("variety")), state["language"]
    draft: Draft = answered["draft"]
    told = tuple(message for message in draft.messages if message.kind != "question")
    question = deps.phrases.message(language, "question", "sum-go-on", question=words.ask(spec, language))
    quick = (*words.options(spec, language).values(), *deps.phrases.replies(language, "reply-person"))
    return {
        "draft": replace(draft, messages=(*told, question), quick_replies=quick),
        "asked": OpenQuestion("sum", deps.sums.needs[name][:1], sum=name, input=lacks),
        "sum_reminded": True,
    }


def was_just_told(made: Mapping[str, Any], state: State, deps: Deps) -> bool:
    """Whether a sum is word for word that made last, and the message neither tells a value in few words nor asks for it
    plainly: then it asks something else.
    """
    decision, words = state["decision"], len(state["screened"].text.split())
    tells = (state.get("sum_told") or {}).get(decision.sum) and words <= MOST_ANSWERING_WORDS
    same = made["sum_figures"] == state.get("sum_figures") and state.get("sum_done") == decision.sum
    if decision.key or tells or made["sum_lacks"] or not same or _asks_outright(state["reading"]):
        return False
    draft: Draft = made["draft"]
    told = deps.phrases.in_variety(state.get("variety")).spelled(state["language"], draft.messages[0])
    return any(told.text in line["text"] for line in state.get("transcript") or [])


def _asks_outright(reading: Reading) -> bool:
    asked = [one.sums for one in reading.parts or (reading,)]
    return any(not OUTRIGHT.isdisjoint(one.asks) or ("much" in one.asks and one.wanted >= ALONE) for one in asked)


def _make(state: State, all_told: Sequence[Mapping[str, str]], sums: Sums, deps: Deps) -> SumReply:
    """Of what is told, and of each way that some of it is told otherwise."""
    decision = state["decision"]
    assert decision.need is not None
    said = (line["text"] for line in state.get("transcript") or [] if line["speaker"] != "citizen")
    lacked = state.get("sum_lacks") or ""
    told_now = (state.get("sum_told") or {}).get(decision.sum, {})
    wanted = WantedSum(
        decision.sum,
        decision.need,
        all_told[0],
        state["language"],
        deps.clock.today(),
        steps=decision.key == "sum-steps",
        unknown=decision.key == "sum-without",
        in_money=decision.key == "sum-in-money",
        amount=any("amount" in one.sums.asks for one in state["reading"].parts or (state["reading"],)),
        variety=state.get("variety"),
        said="\n".join(said),
        lacked=lacked if lacked not in told_now and state.get("sum_done") == decision.sum else "",
        dated=_asks_of_a_day(state["reading"]),
        reckoned=figures_of(state["screened"].text) if decision.key == "sum-again" else frozenset(),
    )
    return reply_with_sums(wanted, all_told[1:], sums, deps.phrases)


def _asks_of_a_day(reading: Reading) -> bool:
    """Whether a question is about days: one that names terms or a date, or asks for no money at all."""
    if "question" not in reading.labels:
        return False
    parts = reading.parts or (reading,)
    money = any(one.aspect == "amount" or not _MONEY.isdisjoint(one.sums.asks) for one in parts)
    return not money or any(one.aspect == "deadlines" or "date" in one.sums.asks for one in parts)


def _told(state: State, name: str, sums: Sums, deps: Deps) -> dict[str, str]:
    """What was told for the sum, of the person it is for, and what is so where nobody said otherwise.

    No sum is made of the amount told before one that was not understood.
    """
    specs = sums.inputs(name, deps.clock.today())
    now = (state.get("sum_told") or {}).get(name, {})
    kept = for_sum(of_person(state), specs)
    if _has_unread_amount(state, now):
        kept = {key: text for key, text in kept.items() if key in now or not _is_money(key, sums, name, deps)}
    return {**sums.defaults.get(name, {}), **_preset(state, name, sums), **kept, **now}


def _is_money(key: str, sums: Sums, name: str, deps: Deps) -> bool:
    return any(spec.name == key and spec.kind == "money" for spec in sums.inputs(name, deps.clock.today()))


def _has_unread_amount(state: State, now: Mapping[str, str]) -> bool:
    """Whether a figure of the message may be an amount that was neither read nor said before, by anybody; those beside
    figures said before are what people reckon of them: "540 and 741 make 1281".
    """
    lines = (line["text"] for line in state.get("transcript") or [])
    known = figures_of(" ; ".join([*now.values(), *of_person(state).values(), *lines]))
    said = {int(one) for one in figures_of(state["screened"].text)}
    came_to = state.get("sum_figures") or []
    unknown = {one for one in said - set(map(int, known)) if not are_about([str(one)], came_to)}
    amounts = {one for one in unknown if one >= _LEAST_AMOUNT and one not in YEARS}
    return any(not _is_reckoned(one, said - {one}) for one in amounts)


def _is_reckoned(amount: int, others: Collection[int]) -> bool:
    """Whether it is what two other figures make, to a euro or two: their sum or their difference."""
    pairs = ((one, other) for one in others for other in others if one >= other)
    return any(min(abs(one + other - amount), abs(one - other - amount)) <= _ROUNDED for one, other in pairs)


def _preset(state: State, name: str, sums: Sums) -> dict[str, str]:
    """What the need, where it is plain, and the conditions told of the person tell of the sum."""
    need, reading = state["decision"].need or "", state["reading"]
    plain = reading.need != need or reading.confidence >= _SURE_NEED
    about = [need if plain else "", *(f"{kind} {value}" for kind, value in conditions_of(state).items())]
    return {key: text for one in about for key, text in sums.presets.get(one, {}).get(name, {}).items()}
