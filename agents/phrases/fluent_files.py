"""Fluent files of the phrases: a folder a language, with the same keys and placeholders in each.

A variety of a language has a folder with only what it says otherwise.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from agents.phrases.errors import PhraseError
from knowledge.languages import Language

Placeholders = Mapping[str, frozenset[str]]
"""The variables of each phrase, by its key."""


@dataclass(frozen=True, slots=True)
class FluentFolder:
    """The text of all files of a folder, and its syntax tree."""

    text: str
    parsed: ast.Resource

    def with_(self, other: "FluentFolder | None") -> "FluentFolder":
        """The phrases of both."""
        if other is None:
            return self
        text = f"{self.text}\n{other.text}"
        return FluentFolder(text, FluentParser().parse(text))

    def bundle(self, language: Language) -> FluentBundle:
        """The phrases, ready to be formatted."""
        bundle = FluentBundle([language], use_isolating=False)
        bundle.add_resource(self.parsed)
        return bundle

    def placeholders(self) -> dict[str, frozenset[str]]:
        """Raises PhraseError for text that Fluent cannot parse and for a key written twice."""
        found: dict[str, frozenset[str]] = {}
        for entry in self.parsed.body:
            if isinstance(entry, ast.Junk):
                raise PhraseError(f"cannot read: {(entry.content or '').strip()[:80]!r}")
            if isinstance(entry, ast.Message):
                if entry.id.name in found:
                    raise PhraseError(f"phrase {entry.id.name!r} is written twice")
                span = entry.span
                text = self.text[span.start : span.end] if span else ""
                found[entry.id.name] = frozenset(re.findall(r"\{\s*\$(\w+)", text))
        return found


def parse_folder(folder: Path) -> FluentFolder:
    """Raises PhraseError for a folder without files."""
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise PhraseError(f"no phrases in {folder.name}/: the language needs its .ftl files")
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return FluentFolder(text, FluentParser().parse(text))


def check_parity(by_language: Mapping[Language, Placeholders]) -> None:
    """Raises PhraseError when a language has other phrases or placeholders than the first one."""
    reference = next(iter(by_language.values()))
    for language, phrases in by_language.items():
        if missing := sorted(reference.keys() - phrases.keys()):
            raise PhraseError(f"{language}: phrases missing: {', '.join(missing)}")
        if extra := sorted(phrases.keys() - reference.keys()):
            raise PhraseError(f"{language}: phrases that no other has: {', '.join(extra)}")
        for key, names in reference.items():
            if phrases[key] != names:
                raise PhraseError(f"{language}: phrase {key!r} uses {sorted(phrases[key])}, others {sorted(names)}")


def check_overlay(variety: str, phrases: Placeholders, reference: Placeholders) -> None:
    """Raises PhraseError for a phrase that the language has not, or has with other placeholders; it may lack any."""
    if extra := sorted(phrases.keys() - reference.keys()):
        raise PhraseError(f"{variety}: phrases that its language has not: {', '.join(extra)}")
    for key, names in phrases.items():
        if reference[key] != names:
            raise PhraseError(f"{variety}: phrase {key!r} uses {sorted(names)}, its language {sorted(reference[key])}")
