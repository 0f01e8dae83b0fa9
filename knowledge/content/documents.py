"""Names, in each language, of the documents a citizen is asked to bring."""

from collections.abc import Mapping

from pydantic import TypeAdapter

from knowledge.administration import Administration
from knowledge.content.yaml_entries import Problems, WrittenNames, names_mistakes, read_table
from knowledge.languages import Names

DocumentNames = Mapping[str, Names]
"""Checklist names by key."""

_NAMES: TypeAdapter[Names] = TypeAdapter(WrittenNames)


def load_document_names(administration: Administration) -> DocumentNames:
    """``documents.yaml`` and ``documents``. Raises ContentError on the first mistake."""
    names, problems = parse_document_names(administration)
    problems.raise_first()
    return names


def parse_document_names(administration: Administration) -> tuple[DocumentNames, Problems]:
    """The names, and every mistake; a key that two files define differently is one."""
    problems = Problems()
    documents: dict[str, Names] = {}
    for entry in read_table(administration.folder, "documents", problems):
        if (names := entry.parse(_NAMES, problems)) is not None:
            problems.found += entry.errors(names_mistakes(names, administration.languages))
            documents[entry.key] = names
    return documents, problems
