"""Conversations in which people want a sum of their own (``understanding/sums`` of the administration).

Who wrote them had read nothing of this service; a file is one writer's. They teach ``own_sum.py``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from agents.understanding.shared.tables import load_own_table, own_table_names
from knowledge.administration import Administration
from knowledge.languages import Language

FOLDER = "sums"


@dataclass(frozen=True, slots=True)
class SumMessage:
    """A message after the one before. ``name``: the sum it asks for, goes on with or tells something for."""

    text: str
    before: str
    language: Language
    name: str | None


def sum_messages(administration: Administration) -> list[SumMessage]:
    """Every message, in a stable order. Raises ContentError."""
    return [one for table in own_table_names(administration, FOLDER) for one in _read(administration, table)]


def _read(administration: Administration, name: str) -> Iterator[SumMessage]:
    for conversation in load_own_table(administration, f"{FOLDER}/{name}")["conversations"]:
        before = ""
        for message in conversation:
            said = str(message["said"])
            yield SumMessage(said, before, cast(Language, name[:2]), message.get("sum"))
            before = said
