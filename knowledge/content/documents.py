"""Names, in six languages, of the documents a citizen is asked to bring."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from knowledge.content.entries import NAMED, Problems, read_table
from knowledge.languages import Names

DocumentNames = Mapping[str, Names]
"""Checklist names by key."""


def load_document_names(root: Traversable) -> DocumentNames:
    """``documents.yaml`` and ``documents``. Raises ContentError on the first mistake."""
    names, problems = parse_document_names(root)
    problems.raise_first()
    return names


def parse_document_names(root: Traversable) -> tuple[DocumentNames, Problems]:
    """The names, and every mistake; a key that two files define differently is one."""
    table = read_table(root, "documents")
    names = {key: entry.at((), entry.content, NAMED).names() for key, entry in table.entries.items()}
    return names, table.problems
