"""Every sentence the service says by itself, from Fluent files: one folder per language, the same keys in each.

A variety of a language has a folder with only what it says otherwise.
"""

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from agents.reception.errors import PhraseError
from knowledge.languages import LANGUAGES, VARIANTS, Language, Names, Variant, name_in

LOCALES = Path(__file__).parent / "locales"

Placeholders = Mapping[str, frozenset[str]]


class Phrases:
    """``say(language, key, **values)``. Built only when all six languages have the same keys and placeholders."""

    def __init__(self, root: Path = LOCALES) -> None:
        sources = {language: _read(root / language) for language in LANGUAGES}
        placeholders = {language: _placeholders(source) for language, source in sources.items()}
        _check_parity(placeholders)
        overlays = {variety: _read(root / variety) for variety in VARIANTS if (root / variety).is_dir()}
        for variety, source in overlays.items():
            _check_overlay(variety, _placeholders(source), placeholders["es"])
        self._plain = tuple(key for key, names in placeholders["es"].items() if not names)
        self._bundles = {language: _bundle(language, source) for language, source in sources.items()}
        self._overlays = {variety: _bundle(VARIANTS[variety], source) for variety, source in overlays.items()}
        self._groups: dict[tuple[Language, str], dict[str, str]] = {}
        self._variety: Variant | None = None
        self._spoken: dict[Variant, Phrases] = {}

    def in_variety(self, variety: Variant | None) -> "Phrases":
        """The same phrases, said in that variety where they differ."""
        if variety is None or variety not in self._overlays:
            return self
        if variety not in self._spoken:
            spoken = copy(self)
            spoken._variety, spoken._groups = variety, {}
            self._spoken[variety] = spoken
        return self._spoken[variety]

    def say(self, language: Language, key: str, **values: Any) -> str:
        """The phrase with its values filled in. Raises PhraseError for an unknown key or a missing value."""
        bundle = self._bundle_of(language, key)
        if not bundle.has_message(key):
            raise PhraseError(f"{language}: no phrase {key!r}")
        message = bundle.get_message(key)
        if message.value is None:
            raise PhraseError(f"{language}: phrase {key!r} has no text")
        text, errors = bundle.format_pattern(message.value, values)
        if errors:
            raise PhraseError(f"{language}: phrase {key!r}: {errors[0]}")
        return str(text)

    def _bundle_of(self, language: Language, key: str) -> FluentBundle:
        if self._variety in self._overlays and VARIANTS[self._variety] == language:
            overlay = self._overlays[self._variety]
            if overlay.has_message(key):
                return overlay
        return self._bundles[language]

    def name(self, language: Language, names: Names) -> str:
        """What content calls something, in the variety spoken where it is called otherwise."""
        return name_in(names, language, self._variety)

    def has(self, key: str) -> bool:
        """Whether the key exists (in every language, by construction)."""
        return self._bundles["es"].has_message(key)

    def group(self, language: Language, prefix: str) -> dict[str, str]:
        """All phrases without placeholders whose key starts with ``prefix``, by key."""
        found = self._groups.get((language, prefix))
        if found is None:
            found = {key: self.say(language, key) for key in self._plain if key.startswith(prefix)}
            self._groups[language, prefix] = found
        return found


@dataclass(frozen=True, slots=True)
class _Source:
    """The text of a folder, and what Fluent makes of it."""

    text: str
    parsed: ast.Resource


def _read(folder: Path) -> _Source:
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise PhraseError(f"no phrases in {folder.name}/: the language needs its .ftl files")
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return _Source(text, FluentParser().parse(text))


def _bundle(language: Language, source: _Source) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(source.parsed)
    return bundle


def _placeholders(source: _Source) -> dict[str, frozenset[str]]:
    """The variables of each message. Raises PhraseError for text that Fluent cannot parse."""
    found: dict[str, frozenset[str]] = {}
    for entry in source.parsed.body:
        if isinstance(entry, ast.Junk):
            raise PhraseError(f"cannot read: {(entry.content or '').strip()[:80]!r}")
        if isinstance(entry, ast.Message):
            if entry.id.name in found:
                raise PhraseError(f"phrase {entry.id.name!r} is written twice")
            span = entry.span
            text = source.text[span.start : span.end] if span else ""
            found[entry.id.name] = frozenset(re.findall(r"\{\s*\$(\w+)", text))
    return found


def _check_parity(by_language: Mapping[Language, Placeholders]) -> None:
    reference = by_language["es"]
    for language, phrases in by_language.items():
        if missing := sorted(reference.keys() - phrases.keys()):
            raise PhraseError(f"{language}: phrases missing: {', '.join(missing)}")
        if extra := sorted(phrases.keys() - reference.keys()):
            raise PhraseError(f"{language}: phrases that Spanish has not: {', '.join(extra)}")
        for key, names in reference.items():
            if phrases[key] != names:
                raise PhraseError(f"{language}: phrase {key!r} uses {sorted(phrases[key])}, Spanish {sorted(names)}")


def _check_overlay(variety: str, phrases: Placeholders, reference: Placeholders) -> None:
    """An overlay may lack phrases; those it has are the same as in every language."""
    if extra := sorted(phrases.keys() - reference.keys()):
        raise PhraseError(f"{variety}: phrases that Spanish has not: {', '.join(extra)}")
    for key, names in phrases.items():
        if reference[key] != names:
            raise PhraseError(f"{variety}: phrase {key!r} uses {sorted(names)}, Spanish {sorted(reference[key])}")
