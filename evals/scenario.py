"""A booking scenario and the words its citizens use: data read from ``suites/booking``."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any, Literal

from evals.suite_files import SuiteError, in_six, load_suite_file, suites_folder
from knowledge.languages import LANGUAGES, Language

Day = Literal["chosen", "wanted", "prior", "any"]
FIELDS = {"need", "say", "replies", "prior", "hear", "skip", "expect"}


@dataclass(frozen=True, slots=True)
class Expected:
    """An appointment that must exist at the end. ``province``: own, other, or an INE code."""

    service: str
    province: str
    channel: str
    day: Day
    status: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A citizen's goal, words and expected end state. See ``suites/booking/README.md``."""

    id: str
    need: str
    say: tuple[str, ...]
    expect: tuple[Expected, ...]
    replies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    prior: bool = False
    hear: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """Home of the citizens of a language, and their words for the day they want."""

    place: str
    postcode: str
    province: str
    other_place: str
    other_province: str
    day: str


class Phrasebook:
    """Phrases by name and language, each in several ways. Raises SuiteError when built on incomplete files."""

    def __init__(self, root: Traversable | None = None) -> None:
        root = root or suites_folder() / "booking"
        self._phrases = {
            name: in_six(ways, f"phrases.yaml: {name}") for name, ways in load_suite_file("phrases.yaml", root).items()
        }
        homes = in_six(load_suite_file("citizens.yaml", root), "citizens.yaml")
        self.homes: dict[Language, Home] = {language: Home(**homes[language]) for language in LANGUAGES}

    def has(self, name: str) -> bool:
        """True when the phrase exists."""
        return name in self._phrases

    def say(self, name: str, language: Language, way: int, values: Mapping[str, str]) -> str:
        """The phrase in one of its ways; another ``way``, other words, met by other ones of the other phrases.

        Raises SuiteError.
        """
        try:
            ways = self._phrases[name][language]
            offset, stride = hashlib.blake2s(name.encode()).digest()[:2]
            return str(ways[(way + offset + way // len(ways) * stride) % len(ways)].format(**values))
        except KeyError as error:
            raise SuiteError(f"phrase {name!r} in {language}: nothing for {error}") from error


def load_scenarios(phrases: Phrasebook, root: Traversable | None = None) -> tuple[Scenario, ...]:
    """All scenarios, by name. Raises SuiteError for a phrase or a field that does not exist."""
    root = root or suites_folder() / "booking"
    files = sorted((root / "scenarios").iterdir(), key=lambda file: file.name)
    scenarios = tuple(
        _scenario(file.name.removesuffix(".yaml"), load_suite_file(f"scenarios/{file.name}", root)) for file in files
    )
    for scenario in scenarios:
        for name in (*scenario.say, *(name for names in scenario.replies.values() for name in names)):
            if not phrases.has(name):
                raise SuiteError(f"{scenario.id}: there is no phrase {name!r}")
    return scenarios


def _scenario(identity: str, content: dict[str, Any]) -> Scenario:
    if unknown := set(content) - FIELDS:
        raise SuiteError(f"{identity}: unknown fields {sorted(unknown)}")
    try:
        return Scenario(
            id=identity,
            need=content["need"],
            say=tuple(content["say"]),
            expect=tuple(Expected(**one) for one in content["expect"]),
            replies={step: tuple(names) for step, names in content.get("replies", {}).items()},
            prior=content.get("prior", False),
            hear=tuple(content.get("hear", ())),
            skip=tuple(content.get("skip", ())),
        )
    except (KeyError, TypeError) as error:
        raise SuiteError(f"{identity}: {error}") from error
