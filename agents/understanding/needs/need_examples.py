"""Training examples: utterances and names of the catalogue, and sentences outside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agents.understanding.shared.tables import load_own_table, own_table_names
from knowledge.administration import Administration
from knowledge.content.needs import Catalogue
from knowledge.content.utterances import Utterances
from knowledge.languages import LANGUAGES, Language

UNRELATED = "unrelated"
OTHER_MATTER = "other_matter"
SHARE, EXPLAINING, LONG = 54, 12, 20
"""Sentences of one need that are encoded to fit a head, and only to explain what one says; and the words from which
they come last. Encoding all takes ten minutes: that is done once, for the head that is kept (``head``)."""
_UNRELATED = 33
"""The sentences outside the catalogue weigh as much as this many needs."""


@dataclass(frozen=True, slots=True)
class NeedExample:
    """A text and its label: a need, ``unrelated``, or ``other_matter:<matter>``.

    Texts of one ``group`` may say the same thing in several languages: they are held out together. ``style`` is the
    way of asking (out of scope, the file). Those that are not the citizens' ``own`` words (names) only teach.
    """

    text: str
    language: Language
    label: str
    group: str
    style: str = ""
    own: bool = True


def scope_of(label: str) -> str:
    """``other_matter:orfandad`` is an ``other_matter``; the other labels are themselves."""
    return label.partition(":")[0]


def catalogue_examples(
    catalogue: Catalogue, utterances: Utterances, languages: Sequence[Language]
) -> Iterator[NeedExample]:
    """The utterances, and the names of the needs as one more way of saying them (``own`` False: never tested on)."""
    for need in catalogue.values():
        for language in languages:
            yield NeedExample(need.names[language], language, need.id, f"{need.id}:name", own=False)
    for one in utterances:
        yield NeedExample(one.text, one.language, one.need, f"{one.need}:{one.style}:{one.number}", one.style)


def outside_examples(administration: Administration, served: frozenset[str]) -> Iterator[NeedExample]:
    """``understanding/outside`` of the administration; matters that are needs of the catalogue are left out."""
    for name in own_table_names(administration, "outside"):
        for matter, rows in load_own_table(administration, f"outside/{name}").items():
            if matter in served:
                continue
            label = UNRELATED if matter == UNRELATED else f"{OTHER_MATTER}:{matter}"
            for number, row in enumerate(rows):
                yield from _row(row, label, f"{name}:{matter}:{number}", name)


def all_examples(administration: Administration, catalogue: Catalogue, utterances: Utterances) -> list[NeedExample]:
    """Everything, in a stable order."""
    taught = catalogue_examples(catalogue, utterances, administration.languages)
    return [*taught, *outside_examples(administration, frozenset(catalogue))]


def fair_share(examples: Sequence[NeedExample], most: int = SHARE) -> list[NeedExample]:
    """At most so many of each need's sentences, every language and way of asking in turn; what lies outside likewise.

    The longest are left out while there are others.
    """
    cells: dict[str, dict[tuple[str, str], list[tuple[bool, int]]]] = defaultdict(lambda: defaultdict(list))
    for row, example in enumerate(examples):
        cells[example.label][example.language, example.style].append((len(example.text.split()) > LONG, row))
    kept: set[int] = set()
    for label, by_kind in cells.items():
        kept.update(_in_turn(by_kind)[: most * _UNRELATED if label == UNRELATED else most])
    return [example for row, example in enumerate(examples) if row in kept]


def _in_turn(by_kind: Mapping[tuple[str, str], Sequence[tuple[bool, int]]]) -> list[int]:
    """The first of each kind, then the second of each…; long ones last."""
    places = [(long, place, kind, row) for kind, rows in by_kind.items() for place, (long, row) in enumerate(rows)]
    return [row for *_, row in sorted(places)]


def _row(row: dict[str, str], label: str, group: str, style: str) -> Iterator[NeedExample]:
    for language in LANGUAGES:
        if language in row:
            yield NeedExample(str(row[language]), language, label, group, style)
