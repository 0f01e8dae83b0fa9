"""A summary against what whoever wrote the dialogue says it owes."""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.graders.counts import Counts, counted
from evals.graders.patterns import any_holds, holds
from evals.graders.support import is_supported
from evals.graders.verdict import Verdict, verdict
from tools.reading.folding import fold

Wanted = Mapping[str, Any]
Seen = Mapping[str, Any]
"""Plain values of a ``Summary``."""

NEVER = "retracted or never said"
_SERVICE = frozenset({"agent", "office", "inss", "tgss", "ism", "service"})


def text_counts(wanted: Wanted, text: str) -> Counts:
    """What any text can be asked for: a baseline has nothing but its words."""
    return counted(
        reason_right=[any_holds(wanted["reason"], text)],
        facts_established_or_answered=[holds(one, text) for one in wanted.get("facts", ())],
        entities_in_the_words=[holds(one["pattern"], text) for one in wanted.get("entities", ())],
        commitments_in_the_words=[holds(one["pattern"], text) for one in wanted.get("commitments", ())],
        actions_done=[holds(one, text) for one in wanted.get("actions", ())],
        pending_found=[holds(one, text) for one in wanted.get("pending", ())],
        retracted_or_never_said=[holds(one, text) for one in wanted.get("never", ())],
    )


def summary_counts(wanted: Wanted, seen: Seen, said: Sequence[str]) -> Counts:
    """``said``: the words turn by turn."""
    sentences = seen["sentences"]
    promised = [one for one in sentences if one["kind"] == "commitment"]
    commitments = wanted.get("commitments", ())
    own = counted(
        reason_right=[any_holds(wanted["reason"], seen["reason"])],
        needs_named=[need in seen["needs"] for need in wanted.get("needs", ())],
        entities_exact=[_given(one, seen["entities"]) for one in wanted.get("entities", ())],
        entities_given_that_are_listed=[_listed(one, wanted.get("entities", ())) for one in seen["entities"]],
        commitments_found=[any(holds(one["pattern"], other["text"]) for other in promised) for one in commitments],
        commitments_with_who_and_when=[any(_same(one, other) for other in promised) for one in commitments],
        sentences_with_support=[is_supported(one, said) for one in sentences],
        disposition_right=[seen["disposition"] == wanted["disposition"]],
    )
    return {**text_counts(wanted, text_of(seen)), **own}


def usable(counts: Counts) -> Verdict:
    """Pass when nothing of it has to be written anew: reason, entities and disposition right, nothing false."""
    return verdict(
        *(
            f"{total - passed} of {total} not: {name}"
            for name in ("reason right", "entities exact", "sentences with support", "disposition right")
            for passed, total in [counts.get(name, (0, 0))]
            if passed < total
        ),
        "says what was taken back or never said" if counts.get(NEVER, (0, 0))[0] else None,
    )


def text_of(seen: Seen) -> str:
    """All that the summary tells."""
    told = [seen["reason"], *(one["text"] for one in seen["sentences"]), *(one["value"] for one in seen["entities"])]
    return "\n".join(told)


def _given(wanted: Mapping[str, Any], entities: Sequence[Mapping[str, Any]]) -> bool:
    return any(_is_same_entity(wanted, one) for one in entities)


def _listed(one: Mapping[str, Any], wanted: Sequence[Mapping[str, Any]]) -> bool:
    return any(_is_same_entity(other, one) for other in wanted)


def _is_same_entity(wanted: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    """The same kind and value, whatever the case and accents; or written in another way that was foreseen."""
    if wanted["kind"] != one["kind"]:
        return False
    return fold(wanted["value"]).text == fold(one["value"]).text or holds(wanted["pattern"], one["value"])


def _same(wanted: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    """The service is one, whichever of its people promised."""
    who = wanted["who"] == one["who"] or (wanted["who"] in _SERVICE and one["who"] in _SERVICE)
    return who and wanted.get("by") == one["by"] and holds(wanted["pattern"], one["text"])
