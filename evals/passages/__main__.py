"""``python -m evals.passages measure FOLDER``: is search better than what it is made of, over passages of others?

FOLDER holds ``passages.jsonl`` and ``questions.jsonl``; ``helps`` and ``dialogues`` make them of what others published.
"""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.table import Table

from api.settings.settings import load_settings
from api.wiring.services import build_encoder
from evals.figures import Share
from evals.passages.dialogues import dialogues
from evals.passages.helps import help_pages
from evals.passages.measuring import Ranks, duel, found, ranks
from evals.passages.sets import PassageSet, Question
from evals.passages.ways import ways
from knowledge.languages import LANGUAGES

Part = Literal["all", "choosing", "reporting"]
_OURS = "search"

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command()
def measure(
    folder: Annotated[Path, typer.Argument(help="with passages.jsonl and questions.jsonl")],
    part: Annotated[Part, typer.Option(help="weights are chosen on one half of the questions")] = "all",
) -> None:
    """Per cent of the questions whose passage is first, and among three, with 95 % intervals."""
    given, settings = PassageSet.load(folder), load_settings()
    compared = ways(given.passages, build_encoder(settings, settings.encoder_model), folder / "index")
    console = Console(width=None if sys.stdout.isatty() else 160)
    for language in LANGUAGES:
        asked = [one for one in given.questions if one.language == language and _within(one, part)]
        if asked:
            console.print(table(f"{len(asked)} questions ({language}), {part}", ranks(asked, compared)))


@app.command()
def helps(root: Path, folder: Path) -> None:
    """Make FOLDER of the help pages of the Debian packages unpacked under ROOT."""
    help_pages(root).save(folder)


@app.command("dialogues")
def of_dialogues(source: Path, folder: Path) -> None:
    """Make FOLDER of doc2dial's docs.jsonl and turns.jsonl, in SOURCE."""
    dialogues(source).save(folder)


def table(title: str, places: Ranks) -> Table:
    """A row for each way. ``only search``, ``only it``: questions that one of both puts right, and the sign test."""
    shown = Table("", "first", "among three", "only search", "only it", "p", title=title, title_justify="left")
    for name, own in places.items():
        share, against = found(own), duel(places[_OURS], own)
        last = ("", "", "") if name == _OURS else (str(against.won), str(against.lost), f"{against.chance:.1g}")
        shown.add_row(name, _cell(share.first), _cell(share.among_three), *last)
    return shown


def _within(question: Question, part: Part) -> bool:
    return part == "all" or question.chooses == (part == "choosing")


def _cell(share: Share) -> str:
    low, high = share.interval
    return f"{100 * share.value:.1f} ({100 * low:.1f}–{100 * high:.1f})"


if __name__ == "__main__":
    app()
