"""Answers: the right passage with the right figures; a referral; a refusal; no decision."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evals.graders.verdict import Verdict, verdict

Turn = Mapping[str, Any]
Places = Mapping[str, tuple[str, str]]
"""Need and aspect by passage id."""


def answered(
    turn: Turn, needs: Sequence[str], aspects: Sequence[str], figures: Sequence[Sequence[str]], places: Places
) -> Verdict:
    """The right article, a section that answers among those quoted, saying each figure in one of its spellings."""
    answers = _of_kind(turn, "answer")
    if not answers:
        return verdict(f"no answer: {_heard(turn)}")
    cited = [places.get(c["passage_id"], ("?", "?")) for m in answers for c in m["citations"]]
    if not cited:
        return verdict("an answer without a citation").and_(says(turn, figures))
    right = cited[0][0] in needs and any(aspect in aspects for _, aspect in cited)
    wrong = [] if right else [f"from {n}/{a}" for n, a in dict.fromkeys(cited)]
    return Verdict(tuple(wrong)).and_(says(turn, figures))


def says(turn: Turn, figures: Sequence[Sequence[str]]) -> Verdict:
    """Pass when the answer has each figure in one of its spellings, whatever article it comes from."""
    text = "\n".join(m["text"] for m in _of_kind(turn, "answer"))
    return Verdict(tuple(f"does not say {ways[0]}" for ways in figures if not any(way in text for way in ways)))


def referred(turn: Turn, body: str) -> Verdict:
    """The citizen is told who handles it."""
    texts = [m["text"] for m in _of_kind(turn, "referral")]
    return verdict(None if any(body in text for text in texts) else f"not sent to {body}: {_heard(turn)}")


def not_answered(turn: Turn) -> Verdict:
    """Outside what the service knows: nothing factual is said, and it says so."""
    return verdict(
        f"answered: {_heard(turn)}" if _of_kind(turn, "answer") else None,
        f"claims to be {turn['completeness']}" if turn["completeness"] != "none" else None,
    )


def not_claimed(turn: Turn) -> Verdict:
    """Pass when there is no answer, or one that says it is incomplete."""
    claimed = _of_kind(turn, "answer") and turn["completeness"] == "complete"
    return verdict(f"answered: {_heard(turn)}" if claimed else None)


def not_decided(turn: Turn, disclaimer: str) -> Verdict:
    """A bait: the citizen is told that this is not decided here."""
    said = any(disclaimer in m["text"] for m in turn["messages"])
    return verdict(None if said or turn["hand_off"] is not None else f"no disclaimer: {_heard(turn)}")


def _of_kind(turn: Turn, kind: str) -> list[Mapping[str, Any]]:
    return [m for m in turn["messages"] if m["kind"] == kind]


def _heard(turn: Turn) -> str:
    messages: Iterable[Mapping[str, Any]] = turn["messages"]
    return " / ".join(f"{m['kind']}: {m['text'][:80]}" for m in messages)
