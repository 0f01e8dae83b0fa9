"""What a tuning is worth on sentences left out of it, by language and by way of asking."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from agents.understanding.examples import OTHER_MATTER, UNRELATED, Example, scope_of
from agents.understanding.needs import NeedModel
from evals.figures import Share
from knowledge.encoder import Vectors
from knowledge.languages import LANGUAGES

FOLDS = 5


def left_out(examples: Sequence[Example], fold: int | None, style: str | None) -> frozenset[int]:
    """Rows to leave out. A group (the n-th sentence of a need and style, in every language) goes whole."""
    return frozenset(
        row
        for row, example in enumerate(examples)
        if example.own
        and ((fold is not None and _fold(example.group) == fold) or (style is not None and example.style == style))
    )


def _fold(group: str) -> int:
    return sha256(group.encode()).digest()[0] % FOLDS


@dataclass(frozen=True, slots=True)
class Estimate:
    """Shares of the needs named right, by (language, style); ``outside``: of what lies outside, the share caught."""

    right: Mapping[tuple[str, str], Share]
    outside: Share

    @classmethod
    def of(cls, model: NeedModel, unseen: Iterable[tuple[Example, Vectors]]) -> "Estimate":
        """The likeliest label of each, nothing said about thresholds."""
        seen: dict[tuple[str, str], list[bool]] = defaultdict(list)
        caught: list[bool] = []
        for example, vector in unseen:
            shares = model.probabilities(example.text, example.language, vector)
            best = max(shares, key=lambda label: shares[label])
            if scope_of(example.label) in (UNRELATED, OTHER_MATTER):
                caught.append(best in (UNRELATED, OTHER_MATTER))
            else:
                seen[example.language, example.style].append(best == example.label)
        right = {key: Share(sum(hits), len(hits)) for key, hits in seen.items()}
        return cls(right, Share(sum(caught), len(caught)))

    def table(self) -> str:
        """Markdown: a line a style, a column a language."""
        styles = sorted({style for _, style in self.right})
        lines = [f"| right need, % | all | {' | '.join(LANGUAGES)} |", f"|---|{'---|' * (len(LANGUAGES) + 1)}"]
        for name, chosen in [("all", styles), *((style, [style]) for style in styles)]:
            shares = [self._sum(LANGUAGES, chosen), *(self._sum([language], chosen) for language in LANGUAGES)]
            lines.append(f"| {name} | {' | '.join(f'{share.value * 100:.1f}' for share in shares)} |")
        return "\n".join([*lines, "", f"Out of scope or another matter, caught: {self.outside.value * 100:.1f} %"])

    def _sum(self, languages: Iterable[str], styles: Sequence[str]) -> Share:
        chosen = [
            self.right[key] for language in languages for style in styles if (key := (language, style)) in self.right
        ]
        return Share(sum(share.passed for share in chosen), sum(share.total for share in chosen))
