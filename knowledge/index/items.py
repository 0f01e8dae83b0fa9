"""Items of the index: the text that a passage is found by, and the values it is filtered by."""

from dataclasses import dataclass

from knowledge.languages import Language
from knowledge.passages import Validity

_ALWAYS = Validity()


@dataclass(frozen=True, slots=True)
class IndexItem:
    """``text`` is encoded and searched; it may hold more than the passage.

    ``parts``: sentences that are compared singly once the item is a candidate; without them recall is a little lower.
    """

    id: str
    text: str
    language: Language
    need: str | None = None
    validity: Validity = _ALWAYS
    parts: tuple[str, ...] = ()
