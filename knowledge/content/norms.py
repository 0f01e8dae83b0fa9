"""The register of norms that references name: ``norms.yaml`` of an administration, or files in ``norms``.

A judgment or criterion is ``dated``, and says its ``effect`` in a few words of ours: it is named whole, and not held.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter

from knowledge.administration import Administration
from knowledge.cited import Norm
from knowledge.content.yaml_entries import ONLY_KNOWN_KEYS, Day, Problems, Text, read_table
from knowledge.languages import Language

FOLDER = "norms"
Norms = Mapping[str, Norm]


@dataclass(frozen=True, slots=True)
class _WrittenNorm:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    id: Annotated[Text, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    title: Text
    url: Text
    language: Language | None = None
    dated: Day | None = None
    effect: str = ""


_NORM = TypeAdapter(_WrittenNorm)


def parse_norms(administration: Administration) -> tuple[Norms, Problems]:
    """The norms by their keys, and every mistake. Their text is in the administration's first language."""
    problems = Problems()
    norms: dict[str, Norm] = {}
    for entry in read_table(administration.folder, FOLDER, problems):
        if (written := entry.parse(_NORM, problems)) is None:
            continue
        if not administration.is_official(written.url):
            problems.found.append(entry.error(f"{written.url} is not on an official site", "url"))
        if other := next((one.key for one in norms.values() if one.id == written.id), None):
            problems.found.append(entry.error(f"{written.id} is {other!r} already", "id"))
        if bool(written.effect) != (written.dated is not None):
            problems.found.append(entry.error("a judgment or criterion has both 'dated' and 'effect'"))
        language = written.language or administration.languages[0]
        dated: date | None = written.dated
        norms[entry.key] = Norm(
            entry.key, written.id, written.title, written.url, language, dated, written.effect,
            entry.file.name, entry.file.line(entry.where),
        )  # fmt: skip
    return norms, problems
