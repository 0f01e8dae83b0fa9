"""Labels that words alone tell, of the tables ``plain``: no kept model was taught with them.

That somebody has died or can do no more, who asks what answers here and who wants nobody are said in few ways, and the
model that hears feelings and wishes takes the last two for the wish for a person. A wish for one in the words of a
valley, or as people write on a telephone, is told here too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from agents.understanding.labels.acts import Acts
from agents.understanding.labels.lasting import LastingReader, load_lasting_reader
from agents.understanding.shared.labels import Label
from agents.understanding.shared.tables import load_table, table_names
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook, PhraseHit

_FOLDER = "plain"
_INSTEAD_OF: Mapping[Label, Label] = {"asks_what": "person", "no_person": "person", "despair": "complaint"}
"""What the same words look like to phrases and to the model."""
_LASTING: frozenset[Label] = frozenset({"safe"})
"""Labels of who says what is to last: with a but, or for now, it is not said."""


@dataclass(frozen=True, slots=True)
class PlainWords:
    """``unless``: what only looks like one of ``phrases``, by the same keys."""

    phrases: PhraseBook
    unless: PhraseBook
    lasting: LastingReader

    def added_to(self, acts: Acts, folded: Folded) -> Acts:
        """The acts with these; what they look like is ruled out, unless other words of the message say it."""
        exceptions = self.unless.find(folded)
        hits = [hit for hit in self.phrases.find(folded) if not _meets(hit, exceptions)]
        hits = [hit for hit in hits if _label(hit) not in _LASTING or self.lasting.lasts(hit, folded)]
        ruled_out = [replace(hit, key=_INSTEAD_OF[_label(hit)]) for hit in hits if _label(hit) in _INSTEAD_OF]
        kept = tuple(hit for hit in (*acts.hits, *hits) if not _meets(hit, ruled_out))
        unsaid = {hit.key for hit in ruled_out} - {hit.key for hit in kept}
        labels = (acts.labels | {_label(hit) for hit in hits}) - unsaid
        return Acts(labels, kept, (*acts.denied, *ruled_out))


def load_plain_words() -> PlainWords:
    """From ``data/plain``; ValueError names a file that is not a label."""
    tables = {name: load_table(f"{_FOLDER}/{name}") for name in table_names(_FOLDER)}
    if unknown := set(tables) - set(get_args(Label)):
        raise ValueError(f"plain: {', '.join(sorted(unknown))} is not a label")
    said = {
        label: [one for key, of in table.items() if key != "unless" for one in of] for label, table in tables.items()
    }
    unless = {label: table.get("unless", []) for label, table in tables.items()}
    return PlainWords(PhraseBook(said), PhraseBook(unless), load_lasting_reader())


def _label(hit: PhraseHit) -> Label:
    return cast(Label, hit.key)


def _meets(hit: PhraseHit, others: list[PhraseHit]) -> bool:
    return any(one.key == hit.key and one.start < hit.end and hit.start < one.end for one in others)
