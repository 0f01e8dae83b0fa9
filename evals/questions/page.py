"""``docs/understanding.md``: what was measured, written from the measurement itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date

from agents.reception.policy.policy_input import FLOOR
from evals.figures import Share
from evals.questions.diagram import Bin, expected_error
from evals.questions.measure import (
    QuestionReading,
    among_first,
    doubt,
    hard,
    long_enough,
    of,
    plain,
    right_body,
    right_language,
    share,
)
from evals.questions.question_files import HARD
from knowledge.languages import LANGUAGES, Language
from knowledge.search.knowledge_base import KnowledgeBase

BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


def tables(
    reads: Sequence[QuestionReading],
    outside: Sequence[QuestionReading],
    knowledge_base: KnowledgeBase,
    day: date,
    where: str,
) -> str:
    """The measured part of the page, in Markdown. ``reads`` are about needs, ``outside`` out of scope and odd ones."""
    body = right_body(knowledge_base)
    easy, difficult = plain(reads), hard(reads)
    rows: list[tuple[str, Sequence[QuestionReading], Callable[[QuestionReading], bool]]] = [
        ("plain: right need", easy, lambda one: one.right),
        ("plain: among the first three", easy, among_first(3)),
        ("hard: right need", difficult, lambda one: one.right),
        ("hard: among the first three", difficult, among_first(3)),
        *((f"hard, {kind}: right need", _kind(difficult, kind), _right) for kind in HARD),
        ("right body (plain)", easy, body),
        ("right body (all)", reads, body),
        ("out of scope caught", _kind(outside, "outside"), lambda one: one.reading.out_of_scope),
        ("false alarms: plain questions taken for out of scope", easy, lambda one: one.reading.out_of_scope),
        ("false alarms: hard ones", difficult, lambda one: one.reading.out_of_scope),
        ("right language, four words or more", long_enough(reads), right_language),
    ]
    lines = [f"Measured on {day.isoformat()}, {where}. {len(reads)} questions about needs, {len(outside)} others.", ""]
    lines += _table(rows)
    lines += ["", "What the reception does with a first message about a need:", "", *_doubts(reads)]
    return "\n".join(lines)


def calibration(by_language: Mapping[Language, Sequence[Bin]]) -> str:
    """Expected calibration error by language, in one line."""
    return ", ".join(f"{language} {expected_error(found):.3f}" for language, found in by_language.items())


def replaced(page: str, measured: str) -> str:
    """The page with its measured part exchanged. Raises ValueError when it has no place for it."""
    head, found, rest = page.partition(BEGIN)
    _, closed, tail = rest.partition(END)
    if not (found and closed):
        raise ValueError(f"the page has no {BEGIN} … {END}")
    return f"{head}{BEGIN}\n\n{measured}\n\n{END}{tail}"


def _right(one: QuestionReading) -> bool:
    return one.right


def _kind(reads: Sequence[QuestionReading], kind: str) -> list[QuestionReading]:
    return [one for one in reads if one.asked.kind == kind]


def _table(rows: Sequence[tuple[str, Sequence[QuestionReading], Callable[[QuestionReading], bool]]]) -> list[str]:
    lines = [f"| % (95 % interval) | all | {' | '.join(LANGUAGES)} |", f"|---|{'---|' * (len(LANGUAGES) + 1)}"]
    for name, reads, passes in rows:
        cells = [_cell(share(reads, passes)), *(_cell(share(of(language, reads), passes)) for language in LANGUAGES)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _cell(one: Share) -> str:
    if not one.total:
        return "–"
    low, high = one.interval
    return f"{one.value * 100:.1f} ({low * 100:.1f}–{high * 100:.1f})"


def _doubts(reads: Sequence[QuestionReading]) -> list[str]:
    lines = ["| % | answered, right | answered, wrong | asked, right one offered | asked, other | not understood |"]
    lines.append("|---|---|---|---|---|---|")
    for name, some in (("plain", plain(reads)), ("hard", hard(reads))):
        counted = doubt(some, FLOOR)
        values = " | ".join(f"{value / max(1, counted.total) * 100:.1f}" for value in asdict(counted).values())
        lines.append(f"| {name} | {values} |")
    return lines
