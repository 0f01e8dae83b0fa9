"""Items of the index: the text that a passage is found by, and the values it is filtered by."""

from dataclasses import dataclass

from knowledge.languages import Language
from knowledge.passages import Validity

_ALWAYS = Validity()


@dataclass(frozen=True, slots=True)
class IndexItem:
    """``text`` is what is encoded and searched, which may be more than the passage says.

    ``parts``: its sentences, looked at one by one when it is a candidate; none costs nothing and finds a little less.
    """

    id: str
    text: str
    language: Language
    need: str | None = None
    validity: Validity = _ALWAYS
    parts: tuple[str, ...] = ()
