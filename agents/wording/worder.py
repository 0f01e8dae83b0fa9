"""The port: approved text in, better words for the same out, or nothing."""

from dataclasses import dataclass
from typing import Literal, Protocol

from knowledge.languages import Language

Purpose = Literal["answer", "suggestion", "summary", "translation"]


@dataclass(frozen=True, slots=True)
class Approved:
    """Lines that may be said as they stand. ``conversation``: whose budget it is; empty where that is not known."""

    text: str
    language: Language
    purpose: Purpose
    conversation: str = ""


class Worder(Protocol):
    """Words approved text anew."""

    async def word(self, approved: Approved) -> str | None:
        """The same lines in better words, as many as there were; None where the text should stand. Never raises."""
        ...
