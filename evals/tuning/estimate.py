"""What a tuning is worth on sentences left out of it, by language and by way of asking."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from agents.understanding.needs.examples import OTHER_MATTER, UNRELATED, Example, scope_of
from evals.figures import Share
from knowledge.languages import LANGUAGES

FOLDS = 5

Judged = tuple[Example, Mapping[str, float]]
"""A sentence left out, and the share of belief of each label that a classifier gives it which never saw it."""


def fold_rows(examples: Sequence[Example], fold: int) -> frozenset[int]:
    """Rows of one fold of five. A group goes whole: the n-th sentence of a need and style, in every language.

    Of other matters a whole kind goes: people will ask what nobody thought of.
    """
    return frozenset(row for row, example in enumerate(examples) if example.own and _fold(example) == fold)


def style_rows(examples: Sequence[Example], style: str) -> frozenset[int]:
    """Rows of one way of asking."""
    return frozenset(row for row, example in enumerate(examples) if example.own and example.style == style)


def _fold(example: Example) -> int:
    whole = example.label if scope_of(example.label) == OTHER_MATTER else example.group
    return sha256(whole.encode()).digest()[0] % FOLDS


@dataclass(frozen=True, slots=True)
class Estimate:
    """Shares of the needs named right, by (language, style); ``outside``: of what lies outside, the share caught."""

    right: Mapping[tuple[str, str], Share]
    outside: Share

    @classmethod
    def of(cls, judged: Iterable[Judged]) -> "Estimate":
        """The likeliest label of each, nothing said about thresholds."""
        seen: dict[tuple[str, str], list[bool]] = defaultdict(list)
        caught: list[bool] = []
        for example, shares in judged:
            best = max(shares, key=lambda label: shares[label])
            if scope_of(example.label) in (UNRELATED, OTHER_MATTER):
                caught.append(best in (UNRELATED, OTHER_MATTER))
            else:
                seen[example.language, example.style].append(best == example.label)
        right = {key: Share(sum(hits), len(hits)) for key, hits in seen.items()}
        return cls(right, Share(sum(caught), len(caught)))

    @classmethod
    def pooled(cls, parts: Iterable["Estimate"]) -> "Estimate":
        """Of folds that share no sentence: their counts added up."""
        right: dict[tuple[str, str], Share] = {}
        outside = Share(0, 0)
        for part in parts:
            outside = _total([outside, part.outside])
            for key, share in part.right.items():
                right[key] = _total([right.get(key, Share(0, 0)), share])
        return cls(right, outside)

    def save(self, path: Path) -> None:
        """As JSON, for ``load``; folders are made."""
        rows = [[*key, share.passed, share.total] for key, share in sorted(self.right.items())]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps({"right": rows, "outside": [self.outside.passed, self.outside.total]}), encoding="utf-8"
        )

    @classmethod
    def load(cls, path: Path) -> "Estimate":
        """OSError where there is none."""
        read = json.loads(path.read_text(encoding="utf-8"))
        right = {(language, style): Share(passed, total) for language, style, passed, total in read["right"]}
        return cls(right, Share(*read["outside"]))

    def table(self) -> str:
        """Markdown: a line a style, a column a language; intervals of 95 % in the first line."""
        styles = sorted({style for _, style in self.right})
        lines = [f"| right need, % | all | {' | '.join(LANGUAGES)} |", f"|---|{'---|' * (len(LANGUAGES) + 1)}"]
        for name, chosen in [("all", styles), *((style, [style]) for style in styles)]:
            shares = [self._sum(LANGUAGES, chosen), *(self._sum([language], chosen) for language in LANGUAGES)]
            lines.append(f"| {name} | {' | '.join(_cell(share, interval=name == 'all') for share in shares)} |")
        return "\n".join([*lines, "", f"Out of scope or another matter, caught: {self.outside.value * 100:.1f} %"])

    def _sum(self, languages: Iterable[str], styles: Sequence[str]) -> Share:
        chosen = [
            self.right[key] for language in languages for style in styles if (key := (language, style)) in self.right
        ]
        return _total(chosen)


def _total(shares: Sequence[Share]) -> Share:
    return Share(sum(share.passed for share in shares), sum(share.total for share in shares))


def _cell(share: Share, interval: bool) -> str:
    low, high = share.interval
    return f"{share.value * 100:.1f}" + (f" ({low * 100:.1f}–{high * 100:.1f})" if interval else "")
