"""Seals references: writes which version and which words were read, and how our line stood then, into their files.

A reference stands on one line, between braces: what is written goes before the closing one, and nothing else changes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from knowledge.cited import LawReference
from knowledge.content.articles import ArticleLine
from knowledge.content.references import References, UnitLines, digest_of_line
from knowledge.disk import write_whole
from knowledge.errors import ContentError
from knowledge.law.norm import digest_of
from knowledge.law.spans import span_at
from knowledge.law.store import LawStore

_SEAL = re.compile(r",\s*(?:version|sha256|read): [^,{}]+(?=[,}])")
_FLOW = re.compile(r"^\s*- \{.*\}\s*$")


def seal(
    folder: Path, references: References, lines: UnitLines, store: LawStore, day: date
) -> tuple[int, tuple[ContentError, ...]]:
    """Seal every reference that is not, in the files of the administration's folder.

    Returns how many were sealed, and those that were not, with the reason. A judgment has no words here to seal. One
    whose line or words have changed keeps its seal until somebody who has read them again takes it away.
    """
    wanted = [
        *((reference, lines.get(unit)) for unit, listed in references.units.items() for reference in listed),
        *((one.reference, None) for listed in references.facts.values() for one in listed),
    ]
    seals: dict[str, dict[int, str]] = defaultdict(dict)
    problems: list[ContentError] = []
    for reference, line in wanted:
        if reference.is_sealed or not reference.article:
            continue
        try:
            seals[reference.file][reference.line] = _seal_of(reference, line, store, day)
        except ContentError as error:
            problems.append(error)
    sealed = sum(_write(folder / file, by_line, file, problems) for file, by_line in seals.items())
    return sealed, tuple(problems)


def _seal_of(reference: LawReference, line: ArticleLine | None, store: LawStore, day: date) -> str:
    norm = store.newest(reference.norm.id)
    if norm is None:
        raise ContentError(reference.file, reference.line, f"{reference.norm.key} is not held")
    found = span_at(reference, norm, day)
    if found.state != "unsealed":
        raise ContentError(reference.file, reference.line, f"{reference.place}: no words stand there ({found.state})")
    read = f", read: '{digest_of_line(line)}'" if line is not None else ""
    return f", version: {norm.version}, sha256: {digest_of(found.words)}{read}"


def _write(path: Path, seals: Mapping[int, str], file: str, problems: list[ContentError]) -> int:
    written = path.read_text(encoding="utf-8").split("\n")
    count = 0
    for number, words in seals.items():
        line = written[number - 1]
        if not _FLOW.match(line):
            problems.append(ContentError(file, number, "a reference stands on one line, between braces"))
            continue
        body, _, rest = line.rpartition("}")
        written[number - 1] = f"{_SEAL.sub('', body + '}').removesuffix('}')}{words}}}{rest}"
        count += 1
    write_whole(path, "\n".join(written).encode())
    return count


def unsealed(references: Iterable[LawReference]) -> int:
    """How many are not sealed."""
    return sum(not one.is_sealed for one in references)
