"""Sample sentences for each need in ``utterances/<need>/<language>.txt``; the classifiers are trained on them."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from knowledge.administration import Administration
from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES, Language

FOLDER = "utterances"
Style = Literal[
    "plain", "short", "situation", "long", "misspelt", "spoken", "wrong_name", "mixed", "relative", "contrast"
]
"""The ways of asking.

``situation``: a life told without naming the procedure; ``long``: rambling; ``spoken``: as a speech recogniser writes
it; ``wrong_name``: another thing's name for this one; ``mixed``: two languages; ``relative``: for somebody else;
``contrast``: brushes the need it is most confused with, and is not it.
"""
LEAST_FIRST, LEAST = 12, 8
"""Fewer than these teach a need badly: in the administration's first language, in the others."""
_SAMPLED = 64
"""Needs whose first plain question stands for their language."""


@dataclass(frozen=True, slots=True)
class SampleSentence:
    """A line of a file; ``number`` counts the lines of its style from 0."""

    need: str
    language: Language
    style: Style
    text: str
    number: int
    line: int

    @property
    def file(self) -> str:
        """The file name that messages show."""
        return f"{FOLDER}/{self.need}/{self.language}.txt"


Utterances = tuple[SampleSentence, ...]


def load_utterances(administration: Administration, needs: Collection[str]) -> Utterances:
    """Every utterance of the needs, by need, language and line. Raises ContentError."""
    utterances, problems = parse_utterances(administration, needs)
    if problems:
        raise problems[0]
    return utterances


def parse_utterances(administration: Administration, needs: Collection[str]) -> tuple[Utterances, list[ContentError]]:
    """The utterances that could be read, and every mistake."""
    problems: list[ContentError] = []
    read: list[SampleSentence] = []
    for need in sorted(needs):
        for language in administration.languages:
            read.extend(_file(administration, need, language, problems))
    problems.extend(_orphans(administration, needs))
    problems.extend(_too_few(read, needs, problems, administration.languages))
    problems.extend(_duplicates(read))
    return tuple(read), problems


def _file(
    administration: Administration, need: str, language: Language, problems: list[ContentError]
) -> Iterator[SampleSentence]:
    name = f"{FOLDER}/{need}/{language}.txt"
    file = administration.folder / FOLDER / need / f"{language}.txt"
    if not file.is_file():
        problems.append(ContentError(name, None, f"missing: {need} has no utterances in {language}"))
        return
    style: Style | None = None
    numbers: Counter[Style] = Counter()
    for line, raw in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        text = raw.strip()
        if not text or text.startswith("#"):
            continue
        if text.startswith("[") and text.endswith("]"):
            style = next((known for known in get_args(Style) if known == text[1:-1]), None)
            if style is None:
                problems.append(ContentError(name, line, f"unknown style {text}; use {', '.join(get_args(Style))}"))
        elif style is None:
            problems.append(ContentError(name, line, "an utterance stands before any [style]"))
        else:
            yield SampleSentence(need, language, style, text, numbers[style], line)
            numbers[style] += 1


def _orphans(administration: Administration, needs: Collection[str]) -> Iterator[ContentError]:
    place = administration.folder / FOLDER
    for folder in sorted(place.iterdir(), key=lambda entry: entry.name) if place.is_dir() else ():
        if folder.is_dir() and folder.name not in needs:
            yield ContentError(f"{FOLDER}/{folder.name}", None, f"there is no need {folder.name!r} in the catalogue")


def _too_few(
    read: list[SampleSentence], needs: Collection[str], known: list[ContentError], languages: Sequence[Language]
) -> Iterator[ContentError]:
    counts = Counter((utterance.need, utterance.language) for utterance in read)
    missing = {problem.file for problem in known}
    for need in sorted(needs):
        for language in languages:
            least = LEAST_FIRST if language == languages[0] else LEAST
            name, count = f"{FOLDER}/{need}/{language}.txt", counts[need, language]
            if count < least and name not in missing:
                yield ContentError(name, None, f"{count} utterances; at least {least} are needed")


def _duplicates(read: list[SampleSentence]) -> Iterator[ContentError]:
    """The same words for two needs teach nothing; twice for one need count double."""
    seen: dict[str, SampleSentence] = {}
    for utterance in read:
        key = " ".join(utterance.text.casefold().split())
        first = seen.setdefault(key, utterance)
        if first is utterance or (first.need == utterance.need and first.language != utterance.language):
            continue
        problem = f"the utterance {utterance.text!r} is already in {first.file}:{first.line}"
        yield ContentError(utterance.file, utterance.line, problem)


def plain_samples(utterances: Utterances) -> dict[Language, list[str]]:
    """The first plain question of some needs, the same needs in each language."""
    first = [utterance for utterance in utterances if utterance.style == "plain" and utterance.number == 0]
    return {language: [each.text for each in first if each.language == language][:_SAMPLED] for language in LANGUAGES}
