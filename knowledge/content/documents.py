"""Names, in each language, of the documents a citizen is asked to bring."""

from collections.abc import Mapping

from knowledge.administration import Administration
from knowledge.content.entries import Problems, named, read_table
from knowledge.languages import Names

DocumentNames = Mapping[str, Names]
"""Checklist names by key."""


def load_document_names(administration: Administration) -> DocumentNames:
    """``documents.yaml`` and ``documents``. Raises ContentError on the first mistake."""
    names, problems = parse_document_names(administration)
    problems.raise_first()
    return names


def parse_document_names(administration: Administration) -> tuple[DocumentNames, Problems]:
    """The names, and every mistake; a key that two files define differently is one."""
    table, languages = read_table(administration.folder, "documents"), administration.languages
    names = {
        key: entry.at((), entry.content, named(languages)).names(languages) for key, entry in table.entries.items()
    }
    return names, table.problems
