"""The part of the services that summaries need."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from agents.summary.summarizing import Summarizing
from agents.summary.summary import Summary


@dataclass(frozen=True, slots=True)
class SummaryServices:
    """``keep_citations`` archives what a summary cites."""

    summarizer: Summarizing
    keep_citations: Callable[[Summary], Awaitable[None]]
