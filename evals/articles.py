"""``python -m evals.articles [SUITE]``: what becomes of a suite's questions, step by step, by language.

Is the right article the first that search finds, is it among the first three, does the answer say the figure. The
suite itself asks for more: the figure from the right article and section, cited.
"""

import sys
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from api.settings.settings import load_settings
from evals.asking import ask
from evals.figures import Share
from evals.graders.answer import says
from evals.stage import Stage, stage
from evals.tasks.answers import samples
from knowledge.languages import LANGUAGES, Language

STEPS = ("right article first", "among the first three", "figure in the answer")
_HITS = 60
"""Passages looked at: more than three articles have sections."""


def main(suite: Annotated[str, typer.Argument(help="facts_apart or facts")] = "facts_apart") -> None:
    """Per cent of each step, with 95 % intervals."""
    with stage(load_settings()) as here:
        shares = measure(here, suite)
    table = Table("", *LANGUAGES, "all", title=suite, title_justify="left")
    for step in STEPS:
        table.add_row(step, *(_cell(shares[step][key]) for key in (*LANGUAGES, "all")))
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def measure(here: Stage, suite: str, *, limit: int | None = None) -> dict[str, dict[str, Share]]:
    """By step, then by language and ``all``. ``limit``: only so many questions."""
    asked = [(str(one.input), one.metadata or {}) for one in samples(f"{suite}.yaml", here)]
    wanted = [(text, metadata) for text, metadata in asked if metadata["kind"] == "answered"][:limit]
    steps = [(metadata["language"], _steps(here, text, metadata)) for text, metadata in wanted]
    return {
        step: {
            key: _share(passed[number] for language, passed in steps if key in (language, "all"))
            for key in (*LANGUAGES, "all")
        }
        for number, step in enumerate(STEPS)
    }


def first_articles(here: Stage, text: str, language: Language) -> list[str]:
    """The needs whose articles search finds, the likeliest first."""
    return list(dict.fromkeys(hit.need for hit in here.mind.search(text, language=language, k=_HITS) if hit.need))


def _steps(here: Stage, text: str, wanted: Mapping[str, Any]) -> tuple[bool, bool, bool]:
    language, needs = wanted["language"], set(wanted["needs"])
    found = first_articles(here, text, language)
    turn = here.portal.call(ask, here, language, (text,))["turns"][-1]
    return bool(needs & set(found[:1])), bool(needs & set(found[:3])), says(turn, wanted["figures"]).passed


def _share(passed: Iterable[bool]) -> Share:
    seen = list(passed)
    return Share(sum(seen), len(seen))


def _cell(share: Share) -> str:
    low, high = share.interval
    return f"{100 * share.value:.1f} ({100 * low:.1f}–{100 * high:.1f})"


if __name__ == "__main__":
    typer.run(main)
