"""The languages ISAC serves."""

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["es", "ca", "gl", "eu", "en", "fr"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

Variant = Literal["ca-valencia"]
"""A variety of a language, by BCP 47 code, that is written in words of its own only where they differ."""

VARIANTS: Mapping[Variant, Language] = {"ca-valencia": "ca"}
"""The language each one is a variety of."""

Names = Mapping[Language | Variant, str]
"""A name in each language, and in a variety where it differs."""

AUTONYMS: dict[Language, str] = {
    "es": "Castellano",
    "ca": "Català",
    "gl": "Galego",
    "eu": "Euskara",
    "en": "English",
    "fr": "Français",
}


def name_in(names: Names, language: Language, variant: Variant | None = None) -> str:
    """The name in the language; in a variety of that language, where it has one of its own."""
    if variant is not None and VARIANTS[variant] == language:
        return names.get(variant, names[language])
    return names[language]


def parse_language(code: str) -> Language:
    """The served language behind a BCP 47 tag such as ``ca-valencia``; ValueError when it is not served."""
    base = code.strip().lower().split("-")[0].split("_")[0]
    for language in LANGUAGES:
        if language == base:
            return language
    raise ValueError(f"language {code!r} is not served; use one of {', '.join(LANGUAGES)}")
