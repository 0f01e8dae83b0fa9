"""The languages ISAC serves."""

from typing import Literal, get_args

Language = Literal["es", "ca", "gl", "eu", "en", "fr"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

AUTONYMS: dict[Language, str] = {
    "es": "Castellano",
    "ca": "Català",
    "gl": "Galego",
    "eu": "Euskara",
    "en": "English",
    "fr": "Français",
}


def parse_language(code: str) -> Language:
    """The served language behind a BCP 47 tag such as ``ca-valencia``; ValueError when it is not served."""
    base = code.strip().lower().split("-")[0].split("_")[0]
    for language in LANGUAGES:
        if language == base:
            return language
    raise ValueError(f"language {code!r} is not served; use one of {', '.join(LANGUAGES)}")
