"""The port: what somebody wrote in, the same in another language out, or nothing."""

from dataclasses import dataclass
from typing import Protocol

from knowledge.languages import Language


@dataclass(frozen=True, slots=True)
class Original:
    """What was written, masked, from one language to another. ``conversation``: whose budget it is."""

    text: str
    source: Language
    target: Language
    conversation: str = ""


class Translator(Protocol):
    """Translates for two people who see the original too."""

    async def translate(self, original: Original) -> str | None:
        """The same in the other language; None where no translation can be shown. Never raises."""
        ...
