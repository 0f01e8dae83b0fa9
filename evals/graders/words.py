"""The words of an answer: what they must contain, what they may not, and whether a person is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.graders.patterns import any_holds, holds
from evals.graders.verdict import Verdict, verdict


@dataclass(frozen=True, slots=True)
class ExpectedWords:
    """Regular expressions: all of ``must``, one of ``any_of`` if there are any, none of ``never``.

    ``hand_off``: None where both are right.
    """

    must: Sequence[str] = ()
    any_of: Sequence[str] = ()
    never: Sequence[str] = ()
    hand_off: bool | None = None


def worded(turn: Mapping[str, Any], expected: ExpectedWords) -> Verdict:
    """Whether the turn's messages say what they must and nothing they must not."""
    text = "\n".join(message["text"] for message in turn["messages"])
    called = turn["hand_off"] is not None
    return verdict(
        *(f"does not say {pattern}" for pattern in expected.must if not holds(pattern, text)),
        "says nothing of " + " or ".join(expected.any_of)
        if expected.any_of and not any_holds(expected.any_of, text)
        else None,
        *(f"says {pattern}" for pattern in expected.never if holds(pattern, text)),
        None if expected.hand_off in (None, called) else "hands off" if called else "does not hand off",
    )  # fmt: skip
