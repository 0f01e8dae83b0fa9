"""``isac kb check``, ``build`` and ``add``: the content and the documents beside it."""

from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console

from agents.phrases.errors import PhraseError
from api.commands.batch import write_lines
from api.settings.settings import load_settings
from knowledge.administration import load_administration
from knowledge.errors import ContentError, IsacError


def kb_check() -> int:
    """Errors and warnings, one a line; 1 when there is an error."""
    from knowledge.checks.check import check_content

    named = load_settings().administration
    report = check_content(named)
    write_lines([f"warning {warning}" for warning in report.warnings])
    errors = [*report.errors, *_beside_the_content(named)]
    write_lines([f"error {error}" for error in errors])
    write_lines([f"{len(errors)} errors, {len(report.warnings)} warnings"])
    return 1 if errors else 0


def kb_check_on(day: date) -> int:
    """Sections by need with lines that are not told that day, or not with figures in force; 1 when a first line is
    not told.
    """
    from knowledge.checks.on_day import sections_on
    from knowledge.content.articles import EASY, FOLDER, read_articles
    from knowledge.content.facts import load_facts

    administration = load_administration(load_settings().administration)
    articles = [one for folder in (FOLDER, EASY) for one in read_articles(administration, folder)[0]]
    sections = sections_on(articles, load_facts(administration), day)
    write_lines([f"{'error' if section.fails else 'warning'} {section}" for section in sections])
    empty = sum(len(section.empty) for section in sections)
    past = sum(len(section.past) for section in sections)
    failed = sum(section.fails for section in sections)
    write_lines([f"{day}: {empty} lines not told, {past} with the last figures published, {failed} errors"])
    return 1 if failed else 0


def _beside_the_content(named: str) -> list[IsacError]:
    """The mistakes in phrases, offices, closing days and terms of the administration's folder."""
    from agents.phrases.phrases import Phrases
    from speech.listening.terms import Terms
    from tools.offices.calendar import load_calendar
    from tools.reading.masking import load_public_numbers

    found: list[IsacError] = []
    try:
        administration = load_administration(named)
    except ContentError:
        return []  # the check has told it
    for load in (Phrases, load_calendar, Terms.load, load_public_numbers):
        try:
            load(administration)
        except (ContentError, PhraseError) as error:
            found.append(error)
    return found


def kb_build() -> None:
    """Index and classifier, now."""
    from api.wiring.models import build_models

    with Console(stderr=True).status("building index and classifier"):
        models = build_models(load_settings())
    passages = len(models.knowledge_base.on(models.today()).index)
    write_lines([f"{len(models.knowledge_base.catalogue)} needs, {passages} passages"])


def kb_add(named: list[str], site: str, *, prune: bool, any_host: bool) -> int:
    """Take documents in, with a progress bar; 1 when one of them could not be read."""
    from rich.progress import MofNCompleteColumn, Progress

    from knowledge.added.add import AddRequest, add_documents
    from knowledge.added.allowed_hosts import AllowedHosts
    from knowledge.added.web_reader import WebReader
    from knowledge.search.knowledge_base import ADDED

    hosts = AllowedHosts(load_administration(load_settings().administration).official_sites, any_host)
    if site:
        hosts.check_official(site)
    console, directory = Console(stderr=True), load_settings().data_dir / ADDED
    with (
        WebReader(hosts) as web,
        Progress(*Progress.get_default_columns(), MofNCompleteColumn(), console=console) as progress,
    ):
        bar = progress.add_task("taking in", total=None)

        def step(done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)

        outcome = add_documents(AddRequest(named, site, prune), directory, web=web, step=step)
    # of a folder, only what went wrong
    lines = outcome.problems if any(Path(one).is_dir() for one in named) else outcome.lines
    write_lines([*map(str, lines), outcome.summary])
    return 1 if outcome.failed else 0


def kb_revalue(table: Path | None, approve: str | None, by: str) -> int:
    """Propose the figures of a table, or approve a proposal; without either, print the rows there are. 1: refused."""
    from knowledge.revaluation.proposals import FOLDER, Proposals, revalued_rows

    settings = load_settings()
    administration = load_administration(settings.administration)
    if table is None and approve is None:
        rows = revalued_rows(administration)
        write_lines(["norm,row,value", *(",".join(row) for row in rows)])
        return 0
    proposals, now = Proposals(administration, settings.data_dir / FOLDER), datetime.now(UTC)
    if approve is not None:
        approved = proposals.approve(approve, by, now)
        write_lines([*map(str, approved.changes), f"{len(approved.changes)} figures hold, approved by {by}"])
        return 0
    assert table is not None
    proposal, told, problems = proposals.propose(table, by, now)
    write_lines([f"error {problem}" for problem in problems] or told)
    if proposal is None:
        write_lines([f"{len(problems)} errors; nothing was changed"])
        return 1
    write_lines([f"proposal {proposal.id}: somebody else than {by} approves it with --approve {proposal.id} --by NAME"])
    return 0
