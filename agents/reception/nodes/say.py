"""The last nodes: what is not cited or did not happen is dropped; the rest becomes the turn, remembered masked."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.line_ranking import ITEM
from agents.phrases.message import Message
from agents.reception.tasks.task import is_unsure
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import SAID_ONCE, Draft, State, build_turn
from agents.reception.turns.transcript import assistant_line, citizen_line, said_masked, said_turn, with_lines
from agents.understanding.labels.label_groups import FEELINGS
from agents.understanding.shared.labels import DANGERS, Label
from knowledge.content.corpus import Corpus
from tools.reading.masking import hint

KIND_ALREADY = frozenset({"complaint", "insult", "injection", "empty", "care-over"})
"""Notices that answer a feeling by themselves, or have none to answer."""


@dataclass(frozen=True, slots=True)
class QuoteSource:
    """The content that told lines are looked up in, and the day they must hold on."""

    corpus: Corpus
    day: date


async def check_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The draft without the lines and announcements that fail; with no answer left, an honest "no checked source"."""
    deps, draft = runtime.context, state["draft"]
    source = await _quote_source(draft, deps)
    checked = tuple(checked_message(told, draft, source) for told in draft.messages)
    kept = tuple(told for told in checked if told is not None)
    await _archive(kept, source.corpus, deps)
    if checked == draft.messages:
        return {}
    if any(told.kind == "answer" for told in kept):
        return {"draft": replace(draft, messages=kept, completeness="partial")}
    honest = deps.phrases.message(state["language"], "notice", "answer-none")
    return {"draft": replace(draft, messages=(*kept, honest), completeness="none")}


async def _quote_source(draft: Draft, deps: Deps) -> QuoteSource:
    """Today's corpus; for another day, the articles of the need alone, read from their files."""
    today = deps.clock.today()
    if draft.as_of is None:
        return QuoteSource(deps.knowledge_base.on(today).corpus, today)
    need, day = draft.as_of
    return QuoteSource(await asyncio.to_thread(deps.knowledge_base.as_of, need, day), day)


async def _archive(messages: tuple[Message, ...], corpus: Corpus, deps: Deps) -> None:
    """Archives citations, so that they stay readable when the content changes. Raises ToolUnavailable."""
    citations = [citation for told in messages for citation in told.citations]
    if citations:
        documents = {one.sha256: one for one in (deps.knowledge_base.document_of(c, corpus) for c in citations)}
        await deps.citations.keep([documents[sha256] for sha256 in sorted(documents)], citations)


def checked_message(told: Message, draft: Draft, source: QuoteSource) -> Message | None:
    """The message as it may be said with what the draft carries; None when it may not."""
    if told.kind == "answer":
        return supported(told, source)
    if told.kind == "hand_off":
        return told if draft.hand_off is not None else None
    if told.kind == "call_back":
        return told if draft.call_back is not None else None
    if told.kind == "appointment":
        return told if draft.appointment is not None and draft.appointment.status != "proposed" else None
    return told


def supported(told: Message, source: QuoteSource) -> Message | None:
    """The lines that the corpus really holds, told with their sources and in force that day; None when none does."""
    citations = tuple(c for c in told.citations if source.corpus.holds(c) and c.validity.holds_on(source.day))
    lines = told.text.split("\n")
    kept = [line for line in lines if any(line in citation.lines for citation in citations)]
    if not kept:
        return None
    if len(kept) == len(lines) and citations == told.citations:
        return told
    return Message("answer", "\n".join(kept), citations)


async def say_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The turn as data, the transcript with identifiers masked, the counters."""
    deps, draft = runtime.context, _read_in_part(state, runtime.context)
    neighbour = _neighbour(state, deps)
    feelings = _unheard(state, draft, deps)
    draft = _with_kind_words(draft, feelings, state, deps)
    draft = _worded(draft.after(*neighbour, *state["told"]), state, deps)
    turn = build_turn(state, draft, deps.new_id(), _step(state, draft), _shown(state))
    at, public = deps.clock(), deps.public_numbers
    said = said_masked(state, public)
    transcript = with_lines(
        state,
        citizen_line(state, said, at, turn.turn_id),
        assistant_line(turn, at, public) | _sources(turn.messages),
    )
    told: dict[str, Any] = {"neighbour_told": True} if neighbour else {}
    if heard := [*feelings, *({state["decision"].key} & SAID_ONCE)]:
        told["heard"] = list(dict.fromkeys([*(state.get("heard") or []), *heard]))
    return {**said_turn(state, turn), "transcript": transcript, "turns": state.get("turns", 0) + 1, **told}


def _sources(messages: Sequence[Message]) -> dict[str, str]:
    """The ids of what was cited, for whoever takes the conversation up."""
    cited = dict.fromkeys(citation.id for told in messages for citation in told.citations)
    return {"citations": " ".join(cited)} if cited else {}


def _unheard(state: State, draft: Draft, deps: Deps) -> list[Label]:
    """The feeling to be answered before anything else, with what may hide a danger; none that was answered before."""
    decision, text = state["decision"], state["screened"].text if "screened" in state else ""
    if decision.unit or deps.phrases.pressed(state["language"], text):  # the words of a button are ours
        return []
    in_danger = state.get("handed_off") in DANGERS and not state.get("safe")
    silent = in_danger or draft.hand_off is not None or draft.repeats
    if silent or decision.key in KIND_ALREADY or "reading" not in state:
        return []
    labels = state["reading"].labels
    if labels & {"cancel", "change"}:  # an appointment that somebody cannot keep is no loss to be sorry for
        labels &= {"unsafe"}
    of_us: tuple[Label, ...] = ("no_person",) if state.get("handed_off") else ()
    of_us += ("safe",) if state.get("handed_off") in DANGERS else ()
    found: list[Label] = [label for label in (*FEELINGS, *of_us) if label in labels or decision.key == f"offer-{label}"]
    if found[:1] == ["joy"] and "question" in labels:  # who asks on may be anything but glad
        found = []
    if not found and "unanswered" in labels and decision.route in ("answer", "clarify"):
        found = ["unanswered"]
    if not found and "complaint" in labels and decision.route in ("answer", "collect", "clarify"):
        found = ["complaint"]
    said = state.get("heard") or []
    return [label for label in found[:1] if label not in said]


def _with_kind_words(draft: Draft, feelings: Sequence[Label], state: State, deps: Deps) -> Draft:
    phrases = deps.phrases.in_variety(state.get("variety"))
    told = [phrases.message(state["language"], "notice", f"heard-{feeling}") for feeling in feelings]
    if not {"unsafe", "despair"}.intersection(feelings):
        return draft.after(*told)
    person = phrases.replies(state["language"], "reply-person")
    return replace(draft.after(*told), quick_replies=tuple(dict.fromkeys((*person, *draft.quick_replies))))


def _worded(draft: Draft, state: State, deps: Deps) -> Draft:
    """What the articles say, in the variety of the person."""
    phrases, language = deps.phrases.in_variety(state.get("variety")), state["language"]
    return replace(draft, messages=tuple(phrases.spelled(language, as_sentence(told)) for told in draft.messages))


def as_sentence(told: Message) -> Message:
    """A list of one, which nothing announces, is a sentence: its mark goes, here and where its source tells it."""
    lines = told.text.split("\n")
    items = [number for number, line in enumerate(lines) if line.startswith(ITEM)]
    if len(items) != 1 or (items[0] and lines[items[0] - 1].endswith(":")):
        return told
    item = lines[items[0]]

    def unmarked(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(text.removeprefix(ITEM) if text == item else text for text in texts)

    citations = tuple(replace(one, told=unmarked(one.told)) for one in told.citations)
    return replace(told, text="\n".join(unmarked(lines)), citations=citations)


def _neighbour(state: State, deps: Deps) -> tuple[Message, ...]:
    """Aranese is answered in Catalan; the citizen is told so once and offered a person."""
    if state["reading"].variety != "oc" or state.get("neighbour_told") or state["language"] != "ca":
        return ()
    return (deps.phrases.message("ca", "notice", "neighbour-aranese"),)


def _read_in_part(state: State, deps: Deps) -> Draft:
    """A message too long to be read whole is answered, and told so."""
    if "too_long" not in state["screened"].flags:
        return state["draft"]
    return state["draft"].after(deps.phrases.message(state["language"], "notice", "too-long"))


def _step(state: State, draft: Draft) -> str:
    """The value that the service waits for, in one word."""
    if draft.hand_off is not None:
        return "handed_off"
    task, calling = state.get("task"), state.get("calling")
    if calling is not None and state["decision"].route in ("call", "hand_off"):
        return f"call.{calling.question}"
    if task is not None:
        return f"{task.kind}.{'unsure' if is_unsure(task) else task.question}"
    asked = state.get("asked")
    if asked is not None:
        return f"asked.{asked.about}"
    return "closed" if state["decision"].route == "close" else "open"


def _shown(state: State) -> dict[str, str]:
    """The slots of this turn; identifiers only as hints."""
    slots = {name: value.value for name, value in state["reading"].slots.items()}
    for name in ("document", "document_invalid", "document_part", "nuss", "nuss_invalid"):
        if name in slots:
            slots[name] = hint(slots[name])
    slots.pop("document_repair", None)
    return {str(name): value for name, value in slots.items()}
