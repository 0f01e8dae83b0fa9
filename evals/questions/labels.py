"""The labels beside needs on sentences nobody taught: how many are read, and how often a harmless one is given them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents.understanding.shared.labels import DANGERS, Label
from agents.understanding.understander import Understander
from evals.figures import Share
from evals.suite_files import in_six, load_suite_file
from knowledge.languages import LANGUAGES, Language
from tools.clock import Clock

FILE = "questions/labels.yaml"
NONE = "none"
UNWANTED: frozenset[Label] = DANGERS | {"person", "insult", "injection"}
"""Labels that a near miss must not get."""


@dataclass(frozen=True, slots=True)
class LabelReading:
    """A sentence, the label it carries (``none``: no unwanted one) and whether that was read."""

    label: str
    language: Language
    text: str
    right: bool


def read_labels(understander: Understander, clock: Clock) -> list[LabelReading]:
    """Each sentence alone, its language not told. Raises SuiteError."""
    seen = []
    for label, language, text in _sentences():
        labels = understander.read_message(text, prior=None, now=clock()).labels
        right = not labels & UNWANTED if label == NONE else label in labels
        seen.append(LabelReading(label, language, text, right))
    return seen


def label_table(seen: Sequence[LabelReading]) -> list[str]:
    """Markdown: a line a label, a column a language, per cent."""
    lines = [f"| label read, % | all | {' | '.join(LANGUAGES)} |", f"|---|{'---|' * (len(LANGUAGES) + 1)}"]
    for label in dict.fromkeys(one.label for one in seen):
        rows = [one for one in seen if one.label == label]
        shares = [_share(rows), *(_share([one for one in rows if one.language == own]) for own in LANGUAGES)]
        name = "near misses left alone" if label == NONE else label
        lines.append(f"| {name} | {' | '.join(f'{share.value * 100:.0f}' for share in shares)} |")
    return lines


def _share(seen: Sequence[LabelReading]) -> Share:
    return Share(sum(one.right for one in seen), len(seen))


def _sentences() -> Iterator[tuple[str, Language, str]]:
    for label, entry in load_suite_file(FILE).items():
        by_language = in_six(entry, f"{FILE}: {label}")
        for language in LANGUAGES:
            for text in by_language[language]:
                yield label, language, str(text)
