"""Worth of a tuning on held-out sentences, by language and way of asking."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from agents.understanding.needs.need_decision import NeedDecision
from agents.understanding.needs.need_examples import OTHER_MATTER, UNRELATED, NeedExample, scope_of
from evals.figures import Share
from knowledge.languages import LANGUAGES

FOLDS = 5

Judged = tuple[NeedExample, NeedDecision]
"""A sentence left out, and what is decided of it by a classifier that never saw it."""

RIGHT, THREE, BODY, ALARM, CAUGHT = (
    "right need",
    "among the first three",
    "right body",
    "taken for what lies outside",
    "what lies outside, caught",
)
_THREE = 3


def fold_rows(examples: Sequence[NeedExample], fold: int) -> frozenset[int]:
    """Rows of one fold of five. A group goes whole: the n-th sentence of a need and style, in every language.

    Of other matters a whole kind goes: people will ask what nobody thought of.
    """
    return frozenset(row for row, example in enumerate(examples) if example.own and _fold(example) == fold)


def style_rows(examples: Sequence[NeedExample], style: str) -> frozenset[int]:
    """Rows of one way of asking."""
    return frozenset(row for row, example in enumerate(examples) if example.own and example.style == style)


def _fold(example: NeedExample) -> int:
    whole = example.label if scope_of(example.label) == OTHER_MATTER else example.group
    return sha256(whole.encode()).digest()[0] % FOLDS


@dataclass(frozen=True, slots=True)
class Estimate:
    """Shares by (what is counted, language, style). What lies outside is counted in ``CAUGHT`` alone."""

    shares: Mapping[tuple[str, str, str], Share]

    @classmethod
    def of(cls, judged: Iterable[Judged], body: Callable[[str | None], str]) -> "Estimate":
        """``body``: of a need, or of none."""
        seen: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
        for example, decision in judged:
            for what, passed in _counted(example, decision, body):
                seen[what, example.language, example.style].append(passed)
        return cls({key: Share(sum(hits), len(hits)) for key, hits in seen.items()})

    @classmethod
    def pooled(cls, parts: Iterable["Estimate"]) -> "Estimate":
        """Add up the counts of folds that share no sentence."""
        shares: dict[tuple[str, str, str], Share] = {}
        for part in parts:
            for key, share in part.shares.items():
                shares[key] = _total([shares.get(key, Share(0, 0)), share])
        return cls(shares)

    def save(self, path: Path) -> None:
        """Write JSON for ``load``; make the folders."""
        rows = [[*key, share.passed, share.total] for key, share in sorted(self.shares.items())]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(rows), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Estimate":
        """OSError where there is none."""
        rows = json.loads(path.read_text(encoding="utf-8"))
        return cls({(what, language, style): Share(*counts) for what, language, style, *counts in rows})

    def share(self, what: str, languages: Sequence[str] = LANGUAGES, styles: Sequence[str] | None = None) -> Share:
        """Share over languages and ways of asking; None: all ways."""
        return _total(
            share
            for (counted, language, style), share in self.shares.items()
            if counted == what and language in languages and (styles is None or style in styles)
        )

    def table(self) -> str:
        """Markdown, a column a language: what is counted, with intervals of 95 %; then the right need by style."""
        styles = sorted({style for what, _, style in self.shares if what == RIGHT})
        lines = [f"| % | all | {' | '.join(LANGUAGES)} |", f"|---|{'---|' * (len(LANGUAGES) + 1)}"]
        lines += [self._line(what, what, None) for what in (RIGHT, THREE, BODY, ALARM, CAUGHT)]
        for style in styles:
            lines += [self._line(f"{style}: {what}", what, [style]) for what in (RIGHT, THREE)]
        return "\n".join(lines)

    def _line(self, name: str, what: str, styles: Sequence[str] | None) -> str:
        shares = [self.share(what, LANGUAGES, styles), *(self.share(what, [one], styles) for one in LANGUAGES)]
        return f"| {name} | {' | '.join(_cell(share, interval=styles is None) for share in shares)} |"


def _counted(
    example: NeedExample, decision: NeedDecision, body: Callable[[str | None], str]
) -> Iterable[tuple[str, bool]]:
    if scope_of(example.label) in (UNRELATED, OTHER_MATTER):
        yield CAUGHT, decision.out_of_scope
        return
    first = [decision.need, *(one.need for one in decision.alternatives)]
    yield RIGHT, decision.need == example.label
    yield THREE, example.label in list(dict.fromkeys(filter(None, first)))[:_THREE]
    yield BODY, body(decision.need) == body(example.label)
    yield ALARM, decision.out_of_scope


def _total(shares: Iterable[Share]) -> Share:
    counted = list(shares)
    return Share(sum(share.passed for share in counted), sum(share.total for share in counted))


def _cell(share: Share, *, interval: bool) -> str:
    if not share.total:
        return "–"
    low, high = share.interval
    return f"{share.value * 100:.1f}" + (f" ({low * 100:.1f}–{high * 100:.1f})" if interval else "")
