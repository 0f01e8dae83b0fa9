"""Every sentence the service says by itself, from Fluent files: one folder per language, the same keys in each."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from agents.errors import PhraseError
from knowledge.languages import LANGUAGES, Language

LOCALES = Path(__file__).parent / "locales"

Placeholders = Mapping[str, frozenset[str]]


class Phrases:
    """``say(language, key, **values)``. Built only when all six languages have the same keys and placeholders."""

    def __init__(self, root: Path = LOCALES) -> None:
        sources = {language: _read(root / language) for language in LANGUAGES}
        placeholders = {language: _placeholders(source) for language, source in sources.items()}
        _check_parity(placeholders)
        self._plain = tuple(key for key, names in placeholders["es"].items() if not names)
        self._bundles = {language: _bundle(language, source) for language, source in sources.items()}
        self._groups: dict[tuple[Language, str], dict[str, str]] = {}

    def say(self, language: Language, key: str, **values: Any) -> str:
        """The phrase with its values filled in. Raises PhraseError for an unknown key or a missing value."""
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            raise PhraseError(f"{language}: no phrase {key!r}")
        message = bundle.get_message(key)
        if message.value is None:
            raise PhraseError(f"{language}: phrase {key!r} has no text")
        text, errors = bundle.format_pattern(message.value, values)
        if errors:
            raise PhraseError(f"{language}: phrase {key!r}: {errors[0]}")
        return str(text)

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


def _read(folder: Path) -> str:
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise PhraseError(f"no phrases in {folder.name}/: the language needs its .ftl files")
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _bundle(language: Language, source: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    return bundle


def _placeholders(source: str) -> dict[str, frozenset[str]]:
    """The variables of each message. Raises PhraseError for text that Fluent cannot parse."""
    found: dict[str, frozenset[str]] = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            raise PhraseError(f"cannot read: {(entry.content or '').strip()[:80]!r}")
        if isinstance(entry, ast.Message):
            if entry.id.name in found:
                raise PhraseError(f"phrase {entry.id.name!r} is written twice")
            span = entry.span
            text = source[span.start : span.end] if span else ""
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
