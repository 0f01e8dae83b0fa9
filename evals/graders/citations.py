"""Citations: each line of an answer has one, each is in the archive, which holds the quote at its span, and none quotes
the answer itself.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from evals.graders.verdict import Verdict

Archive = Mapping[str, Mapping[str, Any]]
"""By citation id ``{"quote", "text"}``: the archived quote and the characters at its span in the stored snapshot."""


def cited(turns: Iterable[Mapping[str, Any]], archive: Archive) -> Verdict:
    """Faults of every answer of a conversation."""
    answers = [m for turn in turns for m in turn["messages"] if m["kind"] == "answer"]
    return Verdict(tuple(fault for message in answers for fault in _faults(message, archive)))


def _faults(message: Mapping[str, Any], archive: Archive) -> list[str]:
    citations = message["citations"]
    faults = [] if citations else ["an answer without a citation"]
    for citation in citations:
        stored = archive.get(citation["id"])
        if stored is None:
            faults.append(f"{citation['id']} is not in the archive")
        elif not citation["quote"] == stored["quote"] == stored["text"]:
            faults.append(f"{citation['id']} does not hold its quote")
        if citation["place"] and citation["quote"] and any(line in citation["quote"] for line in citation["told"]):
            faults.append(f"{citation['id']} repeats the answer")
    told = {line for citation in citations for line in citation["told"]}
    faults += [f"no citation tells: {line}" for line in message["text"].split("\n") if citations and line not in told]
    return faults
