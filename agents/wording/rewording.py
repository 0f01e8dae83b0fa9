"""Text with its citations in other words: each source goes on standing behind its line."""

from collections.abc import Sequence
from dataclasses import replace

from agents.wording.worder import Approved, Worder
from knowledge.passages import Citation

Cited = tuple[str, tuple[Citation, ...]]


async def reword(approved: Approved, citations: Sequence[Citation], worder: Worder | None) -> Cited | None:
    """The text in better words and its citations; None where the text stands, as it does without a worder."""
    said = await worder.word(approved) if worder is not None else None
    if said is None:
        return None
    now = dict(zip(approved.text.split("\n"), said.split("\n"), strict=True))
    return said, tuple(replace(one, told=tuple(now.get(line, line) for line in one.lines)) for one in citations)
