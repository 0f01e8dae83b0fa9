"""What the index holds about each passage: the text it is found by, and what it can be filtered by."""

from dataclasses import dataclass

from knowledge.content.library import Library
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


def items_of(library: Library) -> list[IndexItem]:
    """Every passage of the library. Its article's title goes with it: a section seldom names its own subject.

    Sentences are looked at in documents of other people, whose passages are cut by length; those have no need: "".
    """
    return [
        IndexItem(
            passage.id,
            f"{library.document(passage.document_id).title}\n{passage.text}",
            passage.language,
            passage.need,
            passage.validity,
            () if passage.need else tuple(sentence.text for sentence in passage.sentences),
        )
        for passage in library.all_passages()
    ]
