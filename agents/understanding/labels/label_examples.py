"""Training sentences of the label model: those that carry a label and near misses that must not.

They are the tables ``labels`` of the house and of the administration.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from agents.understanding.shared.labels import Label
from agents.understanding.shared.tables import join_tables, label_owner
from knowledge.administration import Administration
from knowledge.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class LabelExample:
    """A sentence and whether it carries the label. One that stands in two files carries both labels."""

    text: str
    language: Language
    label: Label
    carries: bool


def label_examples(administration: Administration) -> list[LabelExample]:
    """Every sentence, in a stable order; ValueError names a file that is not a label or lacks a language."""
    found: list[LabelExample] = []
    for name, table in join_tables(label_owner(administration), "labels").items():
        if name not in get_args(Label):
            raise ValueError(f"labels: {name} is not a label")
        for side, carries in (("said", True), ("near", False)):
            found.extend(_side(name, table.get(side, {}), carries))
    return found


def taught_labels(examples: Sequence[LabelExample]) -> tuple[Label, ...]:
    """The labels there are sentences for, sorted."""
    return tuple(sorted({example.label for example in examples}))


def _side(name: str, table: dict[str, str], carries: bool) -> Iterator[LabelExample]:
    missing = [language for language in LANGUAGES if language not in table]
    if missing:
        raise ValueError(f"labels/{name}.yaml: nothing in {', '.join(missing)}")
    for language in LANGUAGES:
        for line in table[language].splitlines():
            if line.strip():
                yield LabelExample(line.strip(), language, cast(Label, name), carries)
