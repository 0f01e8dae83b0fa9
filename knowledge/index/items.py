"""What the index holds about each passage: the text it is found by, and what it can be filtered by."""

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
