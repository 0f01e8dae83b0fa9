"""The phrases that each administration says in words of its own: ``phrases/<language>/*.ftl`` of its folder."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from fluent.syntax import FluentParser, ast

from agents.phrases.fluent_files import FluentFolder
from knowledge.administration import Administration
from knowledge.content.situations import load_situations
from knowledge.errors import ContentError
from knowledge.languages import VARIANTS, Language, Variant

FOLDER = "phrases"
REQUIRED: Mapping[str, frozenset[str]] = {
    "greeting": frozenset(),
    "answer-other-body": frozenset({"body"}),
    "out-of-scope": frozenset(),
    "injection": frozenset(),
    "gaps-why-out-of-scope": frozenset(),
    "about-controller": frozenset(),
    "about-basis": frozenset(),
    "about-rights": frozenset(),
    "about-owner": frozenset(),
    "page-body": frozenset(),
    "page-ics-summary": frozenset(),
    "problem-no-appointment-needed-do": frozenset(),
}
"""Placeholders by key: what names the administration. Besides, ``body-<code>`` of each of its bodies and
``condition-work-<key>`` of each kind of work that its rules differ by. ``topic-<name>`` and ``topic-<name>-ask``, as
many as it likes, are the topics that the citizen's page begins with."""


def own_phrases(administration: Administration) -> dict[Language | Variant, FluentFolder]:
    """By language, and by variety where it has a folder. Raises ContentError with the file and line of a mistake."""
    phrases: dict[Language | Variant, FluentFolder] = {
        language: _parse(administration, language) for language in administration.languages
    }
    bodies: dict[str, frozenset[str]] = {f"body-{code.lower()}": frozenset() for code in administration.bodies}
    works: dict[str, frozenset[str]] = {
        f"condition-work-{key}": frozenset() for key in load_situations(administration).work
    }
    reference = {**bodies, **works, **REQUIRED}
    first = phrases[administration.languages[0]].placeholders()
    for language in administration.languages:
        _check(f"{FOLDER}/{language}", phrases[language].placeholders(), {**first, **reference})
    for variant, language in VARIANTS.items():
        if language in administration.languages and (administration.folder / FOLDER / variant).is_dir():
            phrases[variant] = _parse(administration, variant)
    return phrases


def _check(folder: str, phrases: Mapping[str, frozenset[str]], expected: Mapping[str, frozenset[str]]) -> None:
    for key in sorted(expected.keys() | phrases.keys()):
        if key not in phrases:
            raise ContentError(folder, None, f"the phrase {key!r} is missing")
        if key not in expected:
            raise ContentError(folder, None, f"the phrase {key!r} is not in the first language")
        if phrases[key] != expected[key]:
            raise ContentError(
                folder, None, f"the phrase {key!r} uses {sorted(phrases[key])}, not {sorted(expected[key])}"
            )


def _parse(administration: Administration, language: Language | Variant) -> FluentFolder:
    texts = []
    for name, file in _files(administration.folder / FOLDER / language):
        text = file.read_text(encoding="utf-8")
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Junk):
                line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
                raise ContentError(f"{FOLDER}/{language}/{name}", line, "this is no phrase of Fluent: key = text")
        texts.append(text)
    if not texts:
        raise ContentError(f"{FOLDER}/{language}", None, "the language needs its .ftl files")
    text = "\n".join(texts)
    return FluentFolder(text, FluentParser().parse(text))


def _files(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    files = folder.iterdir() if folder.is_dir() else iter(())
    yield from sorted((file.name, file) for file in files if file.name.endswith(".ftl"))
