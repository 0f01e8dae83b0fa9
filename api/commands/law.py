"""``isac law fetch``, ``add``, ``check`` and ``show``: the official texts behind the answers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import httpx
from rich.console import Console

from api.commands.batch import write_lines
from api.settings.settings import load_settings
from knowledge.administration import Administration, load_administration
from knowledge.content.articles import read_articles
from knowledge.content.facts import load_facts
from knowledge.content.norms import Norms, parse_norms
from knowledge.content.references import References, UnitLines, first_lines, parse_references
from knowledge.errors import ContentError
from knowledge.law.boe_service import BoeService
from knowledge.law.check import LawContent, check_law, load_groups, unreferenced
from knowledge.law.sealing import seal
from knowledge.law.store import FOLDER, LawStore
from knowledge.law.subjects import subjects
from knowledge.law.taking_in import LawDesk, TakeIn, TakenNorm

_AGENT = "isac-law-fetch"


def add(named: Sequence[Path]) -> int:
    """Take in files and folders; 1 when anything was refused, and then nothing came in."""
    return _tell(_desk().add(named))


def fetch(named: Sequence[str]) -> int:
    """Take in norms from the gazette's open data, all of the register that are there when none is named. 1: refused."""
    desk, gazette = _desk(), _administration().gazette
    if gazette is None:
        raise ContentError("administration.yaml", None, "it names no 'gazette' to fetch norms from; use isac law add")
    with httpx.Client(headers={"User-Agent": _AGENT}) as client, Console(stderr=True).status("fetching norms"):
        taken = desk.fetch(named, BoeService(client, gazette))
    return _tell(taken)


def check(needs: Sequence[str], *, sealing: bool, as_list: bool) -> int:
    """Look the references up, compare lines and spans; 1 when a reference may not be cited as it is."""
    administration, store = _administration(), _store()
    _, references, lines = _read(administration)
    today = datetime.now(administration.zone).date()
    if sealing:
        sealed, problems = seal(Path(str(administration.folder)), references, lines, store, today)
        write_lines([*(f"not sealed {problem}" for problem in problems), f"{sealed} references sealed"])
        _, references, lines = _read(administration)
    groups, mistakes = load_groups(administration)
    mistakes.raise_first()
    content = LawContent(administration, references, lines, load_facts(administration), groups)
    report = check_law(content, store, today)
    found = [(kind, one) for kind, listed in (("error", report.errors), ("look", report.findings)) for one in listed]
    wanted = [(kind, one) for kind, one in found if not needs or Path(one.file).stem in needs]
    write_lines([f"{kind} {one}" for kind, one in sorted(wanted, key=lambda each: (each[1].file, each[1].line or 0))])
    if as_list:
        write_lines([f"{need}: {named} of {lines} lines" for need, (named, lines) in unreferenced(content).items()])
    counted = ", ".join(f"{number} {state.replace('_', ' ')}" for state, number in report.counts.items())
    write_lines([f"references: {counted or 'none'}; {len(report.errors)} errors, {len(report.findings)} to look at"])
    return 1 if report.errors else 0


def show(named: str, articles: Sequence[str]) -> int:
    """Print the articles of a norm that is held with the addresses of their paragraphs, or the list of its articles."""
    norms = _read(_administration())[0]
    known = next((one.id for one in norms.values() if named in (one.key, one.id)), named)
    norm = _store().newest(known)
    if norm is None:
        raise ContentError(named, None, "it is not held: isac law fetch or isac law add takes it in")
    if not articles:
        write_lines([f"{norm.title}, as of {norm.version}", *(f"{one.key}: {one.heading}" for one in norm.articles)])
    for key in articles:
        article = norm.by_key.get(key) or norm.by_key.get(f"a{key}")
        if article is None:
            raise ContentError(named, None, f"it has no article {key}")
        for wording in article.wordings:
            since = f", in force since {wording.valid_from}" if wording.valid_from else ""
            write_lines([*article.within, f"{article.key}: {article.heading}{since}"])
            for paragraph in wording.paragraphs:
                pieces = enumerate(paragraph.pieces, start=1)
                write_lines([f"  {paragraph.address}"])
                write_lines([f"    {number}  {paragraph.text[start:end]}" for number, (start, end) in pieces])
    return 0


def _administration() -> Administration:
    return load_administration(load_settings().administration)


def _store() -> LawStore:
    return LawStore(load_settings().data_dir / FOLDER)


def _read(administration: Administration) -> tuple[Norms, References, UnitLines]:
    norms, problems = parse_norms(administration)
    problems.raise_first()
    references, problems = parse_references(administration, norms)
    problems.raise_first()
    return norms, references, first_lines(read_articles(administration)[0], administration)


def _desk() -> LawDesk:
    administration = _administration()
    norms, references, _ = _read(administration)
    return LawDesk(_store(), norms, tuple(subjects(references)), datetime.now(administration.zone))


def _tell(taken: TakeIn) -> int:
    if taken.refused:
        write_lines([*(f"refused {problem}" for problem in taken.refused), "nothing was taken in"])
        return 1
    write_lines([line for norm in taken.norms for line in _told(norm)])
    write_lines([f"{norm}: the service does not have it" for norm in taken.absent])
    new = sum(one.state != "unchanged" for one in taken.norms)
    write_lines([f"{new} of {len(taken.norms)} norms taken in"])
    return 0


def _told(norm: TakenNorm) -> Iterator[str]:
    before = f" (before: {norm.replaces})" if norm.replaces and norm.state == "taken in" else ""
    yield f"{norm.id} of {norm.version}: {norm.state}{before}"
    for change in norm.changes:
        day = f" from {change.from_day}" if change.from_day else ""
        yield f"  {change.key} {change.kind.replace('_', ' ')}{day}: {change.heading}"
    yield from _touching(norm)


def _touching(norm: TakenNorm) -> Iterable[str]:
    for one in norm.touched:
        state = {"found": "its words are the same, read what is around them"}.get(one.state, one.state)
        where = f" ({one.elsewhere})" if one.elsewhere else ""
        yield f"  touches {one.subject}, {one.place}: {state}{where} [{one.file}:{one.line}]"
