"""Every sentence the service says by itself, in the language and the variety of the person."""

import unicodedata
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle

from agents.phrases.administration_phrases import own_phrases
from agents.phrases.errors import PhraseError
from agents.phrases.fluent_files import FluentFolder, check_overlay, check_parity, parse_folder
from agents.phrases.message import Message, MessageKind
from agents.phrases.spelling import VarietySpelling, read_spelling
from knowledge.administration import Administration
from knowledge.languages import VARIANTS, Language, Names, Variant, name_in

LOCALES = Path(__file__).parent / "locales"


@dataclass(frozen=True, slots=True)
class ParsedPhrases:
    """The files of every language served, checked against each other; ``plain`` are the keys without placeholders."""

    languages: Mapping[Language, FluentFolder]
    varieties: Mapping[Variant, FluentFolder]
    plain: tuple[str, ...]
    spellings: Mapping[Variant, VarietySpelling]


def parse_phrases(administration: Administration, root: Path = LOCALES) -> ParsedPhrases:
    """Read the house's phrases and those of the administration, in its languages.

    Raises PhraseError when a language lacks a key or a placeholder, ContentError.
    """
    own, served = own_phrases(administration), administration.languages
    files = {language: parse_folder(root / language).with_(own[language]) for language in served}
    placeholders = {language: file.placeholders() for language, file in files.items()}
    check_parity(placeholders)
    overlays = {
        variety: parse_folder(root / variety).with_(own.get(variety))
        for variety, language in VARIANTS.items()
        if language in served and (root / variety).is_dir()
    }
    for variety, overlay in overlays.items():
        check_overlay(variety, overlay.placeholders(), placeholders[served[0]])
    plain = tuple(key for key, names in placeholders[served[0]].items() if not names)
    return ParsedPhrases(files, overlays, plain, {variety: read_spelling(root / variety) for variety in overlays})


class Phrases:
    """``say(language, key, **values)``: the house's phrases and those of the administration, in its languages.

    Without ``parsed`` the files are read: raises PhraseError, ContentError.
    """

    def __init__(
        self, administration: Administration, root: Path = LOCALES, parsed: ParsedPhrases | None = None
    ) -> None:
        parsed = parsed or parse_phrases(administration, root)
        self._first, self.administration = administration.languages[0], administration
        self._plain = parsed.plain
        self._parsed = parsed
        self._bundles: dict[str, FluentBundle] = {}  # made on first use: each reads a locale of Babel
        self._groups: dict[tuple[Language, str], dict[str, str]] = {}
        self._buttons: dict[Language, dict[str, str]] = {}
        self._variety: Variant | None = None
        self._spoken: dict[Variant, Phrases] = {}

    def in_variety(self, variety: Variant | None) -> "Phrases":
        """The same phrases, said in that variety where they differ."""
        if variety is None or variety not in self._parsed.varieties:
            return self
        if variety not in self._spoken:
            spoken = copy(self)
            spoken._variety, spoken._groups = variety, {}
            self._spoken[variety] = spoken
        return self._spoken[variety]

    def say(self, language: Language, key: str, **values: Any) -> str:
        """The phrase with its values filled in. Raises PhraseError for an unknown key or a missing value."""
        return _format(self._bundle_of(language, key), language, key, values)

    def message(self, language: Language, kind: MessageKind, key: str, **values: Any) -> Message:
        """A phrase as a message."""
        return Message(kind, self.say(language, key, **values))

    def spelled(self, language: Language, message: Message) -> Message:
        """A message of approved lines, in the variety spoken."""
        if self._variety is None or VARIANTS[self._variety] != language:
            return message
        return self._parsed.spellings[self._variety].of_message(message)

    def replies(self, language: Language, *keys: str) -> tuple[str, ...]:
        """Quick replies; their exact words come back when they are pressed (see ``pressed``)."""
        return tuple(self.say(language, key) for key in keys)

    def pressed(self, language: Language, text: str) -> str | None:
        """The key of the quick reply that a message repeats word for word, in any variety of the language.

        Spaces are alike: those that do not break are plain ones once a message has been screened.
        """
        if language not in self._buttons:
            self._buttons[language] = dict(self._button_words(language))
        return self._buttons[language].get(plain_words(text))

    def _button_words(self, language: Language) -> Iterator[tuple[str, str]]:
        """The words of each quick reply and its key."""
        spoken = [variety for variety in self._parsed.varieties if VARIANTS[variety] == language]
        folders = [
            (language, self._parsed.languages[language]),
            *((one, self._parsed.varieties[one]) for one in spoken),
        ]
        for name, folder in folders:
            bundle = self._bundle(name, folder, language)
            for key in self._plain:
                if key.startswith(("reply-", "aspect-")) and bundle.has_message(key):
                    yield plain_words(_format(bundle, language, key, {})), key

    def _bundle_of(self, language: Language, key: str) -> FluentBundle:
        if self._variety is not None and VARIANTS[self._variety] == language:
            overlay = self._bundle(self._variety, self._parsed.varieties[self._variety], language)
            if overlay.has_message(key):
                return overlay
        return self._bundle(language, self._parsed.languages[language], language)

    def _bundle(self, name: str, folder: FluentFolder, language: Language) -> FluentBundle:
        if name not in self._bundles:
            self._bundles[name] = folder.bundle(language)
        return self._bundles[name]

    def name(self, language: Language, names: Names) -> str:
        """The name of something in the content, in the variety spoken where it differs."""
        return name_in(names, language, self._variety)

    def has(self, key: str) -> bool:
        """Whether the key exists (in every language, by construction)."""
        return self._bundle(self._first, self._parsed.languages[self._first], self._first).has_message(key)

    def group(self, language: Language, prefix: str) -> dict[str, str]:
        """All phrases without placeholders whose key starts with ``prefix``, by key."""
        found = self._groups.get((language, prefix))
        if found is None:
            found = {key: self.say(language, key) for key in self._plain if key.startswith(prefix)}
            self._groups[language, prefix] = found
        return found


def _format(bundle: FluentBundle, language: Language, key: str, values: dict[str, Any]) -> str:
    if not bundle.has_message(key):
        raise PhraseError(f"{language}: no phrase {key!r}")
    message = bundle.get_message(key)
    if message.value is None:
        raise PhraseError(f"{language}: phrase {key!r} has no text")
    text, errors = bundle.format_pattern(message.value, values)
    if errors:
        raise PhraseError(f"{language}: phrase {key!r}: {errors[0]}")
    return str(text)


def plain_words(text: str) -> str:
    """The words of a button, as they are compared with what comes back."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
