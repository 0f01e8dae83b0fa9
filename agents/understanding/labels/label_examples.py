"""Training sentences of the label model: those that carry a label and near misses that must not.

They are the tables ``labels`` of the house and of the administration.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from agents.understanding.shared.labels import DANGERS, Label
from agents.understanding.shared.tables import join_tables, label_owner
from knowledge.administration import Administration
from knowledge.languages import LANGUAGES, Language

TALK: frozenset[Label] = frozenset(
    {"ack", "after_hand_off", "complaint", "correct", "easier", "goodbye", "greeting", "grief", "hardship", "insult",
     "joy", "person", "repeat", "thanks", "worry"}
)  # fmt: skip
"""Labels of what is said beside asking."""
_NEAR_OF: Mapping[str, frozenset[Label]] = {"no_danger": DANGERS, "no_talk": TALK}
"""Tables of near misses of several labels at once."""


@dataclass(frozen=True, slots=True)
class LabelExample:
    """A sentence and whether it carries the labels. One that stands in two files carries the labels of both.

    ``line``: its place in its table; sentences of one line say the same in several languages.
    """

    text: str
    language: Language
    labels: frozenset[Label]
    carries: bool
    line: str = ""


def label_examples(administration: Administration) -> list[LabelExample]:
    """Every sentence, in a stable order; ValueError names a file that is not a label or lacks a language."""
    found: list[LabelExample] = []
    for name, table in join_tables(label_owner(administration), "labels").items():
        labels = _NEAR_OF.get(name, frozenset({cast(Label, name)}))
        if not labels <= set(get_args(Label)):
            raise ValueError(f"labels: {name} is not a label")
        for side, carries in (("said", True), ("near", False)):
            if side in table:
                found.extend(_side(name, table[side], labels, carries))
    return found


def taught_labels(examples: Sequence[LabelExample]) -> tuple[Label, ...]:
    """The labels there are sentences for, sorted."""
    return tuple(sorted({label for example in examples if example.carries for label in example.labels}))


def _side(name: str, table: Mapping[str, str], labels: frozenset[Label], carries: bool) -> Iterator[LabelExample]:
    missing = [language for language in LANGUAGES if language not in table]
    if missing:
        raise ValueError(f"labels/{name}.yaml: nothing in {', '.join(missing)}")
    for language in LANGUAGES:
        lines = [line.strip() for line in table[language].splitlines() if line.strip()]
        for number, line in enumerate(lines):
            yield LabelExample(line, language, labels, carries, f"{name}:{carries:d}:{number}")
