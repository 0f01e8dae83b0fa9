"""What the citizen's pages show besides their words: topics, telephones, the logo."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agents.phrases.phrases import Phrases
from knowledge.administration import Administration
from knowledge.languages import LANGUAGES, Language
from tools.reading.masking import load_public_numbers

_TOPIC, _ASK = "topic-", "-ask"


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to begin with: what is pressed, and what it asks."""

    name: str
    ask: str


@lru_cache(maxsize=len(LANGUAGES))
def topics(phrases: Phrases, language: Language) -> Sequence[Topic]:
    """The topics of the administration, in the order of its file."""
    said = phrases.group(language, _TOPIC)
    return tuple(Topic(text, said[key + _ASK]) for key, text in said.items() if key + _ASK in said)


@lru_cache(maxsize=4)
def _public(phrases: Phrases) -> Sequence[str]:
    administration = phrases.administration
    return tuple(sorted(load_public_numbers(administration) | set(administration.help_lines)))


def telephones(phrases: Phrases, own: str | None) -> Sequence[str]:
    """Digits of what the page may make a telephone link of: public numbers, lines of help, the service's own."""
    return tuple(sorted({*_public(phrases), *([digits(own)] if own else [])}))


def digits(number: str) -> str:
    """A telephone as it is dialled."""
    return "".join(filter(str.isdigit, number))


def logo(administration: Administration, default: str) -> str:
    """The drawing at the head of the pages."""
    return administration.text(administration.logo) if administration.logo else default
