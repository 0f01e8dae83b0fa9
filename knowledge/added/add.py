"""``isac kb add``: takes other people's documents in once, to be cited like our own articles."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from knowledge.added.document_store import FORMAT, DocumentStore, Record, count_copies, find_gone, source_id
from knowledge.added.extraction import RawDocument, detect_language, extract
from knowledge.added.files import check_site, holds_files, same_host
from knowledge.added.passage_spans import lay_out_passages
from knowledge.added.sources import DocumentSource, is_address, list_sources
from knowledge.added.web_reader import FetchedDocument, WebReader
from knowledge.disk import exclusive, remove_parts
from knowledge.errors import ContentError

ReportProgress = Callable[[int, int], None]
"""Called with how many documents are done, of how many."""


@dataclass(frozen=True, slots=True)
class AddRequest:
    """A request to take in files, folders of files and web addresses.

    ``site`` is the address of the site the folders mirror. ``prune`` removes the documents of the folders whose file
    is gone, unless a folder has nothing to read.
    """

    named: Collection[str | Path]
    site: str = ""
    prune: bool = False

    @property
    def folders(self) -> list[Path]:
        """The named folders that hold a file to read."""
        paths = [Path(name) for name in self.named if not is_address(name)]
        return [path for path in paths if holds_files(path, mirror=bool(self.site))]


Done = Literal["added", "replaced", "unchanged", "left out", "not added"]


@dataclass(frozen=True, slots=True)
class AddedLine:
    """The outcome for a file or address; ``detail`` gives the reason when it was not added."""

    file: str
    outcome: Done
    detail: str

    def __str__(self) -> str:
        return f"{self.file}: {self.outcome}{':' if self.outcome in ('left out', 'not added') else ','} {self.detail}"


@dataclass(frozen=True, slots=True)
class AddReport:
    """A line for each document, in order.

    Also how many are ``gone`` from disk or were ``removed`` for that, and how many are ``copies`` of another page.
    """

    lines: tuple[AddedLine, ...]
    gone: int = 0
    removed: int = 0
    copies: int = 0

    @property
    def problems(self) -> tuple[AddedLine, ...]:
        """The documents that could not be taken in."""
        return tuple(line for line in self.lines if line.outcome == "not added")

    @property
    def failed(self) -> bool:
        """True when one of them could not be taken in."""
        return bool(self.problems)

    @property
    def summary(self) -> str:
        """Such as ``482 added, 3 unchanged, 2 not added``."""
        counts = Counter(line.outcome for line in self.lines)
        parts = [f"{counts[done]} {done}" for done in get_args(Done) if counts[done]]
        if self.copies:
            parts.append(f"{self.copies} the same as another, which alone is searched")
        if self.removed:
            parts.append(f"{self.removed} removed")
        if self.gone:
            them = "it" if self.gone == 1 else "them"
            parts.append(f"{self.gone} no longer on disk: isac kb add --prune removes {them}")
        return ", ".join(parts)


def add_documents(
    wanted: AddRequest,
    directory: Path,
    *,
    web: WebReader | None = None,
    step: ReportProgress = lambda done, total: None,
) -> AddReport:
    """Take what is wanted into the directory; ``step`` is called before the first document and after each.

    What has not changed costs a hash, or a question to its site; a new version replaces the old one. Killed at any
    point, it goes on where it was. Raises ContentError when the site is no address or the store is damaged.
    """
    site = check_site(wanted.site) if wanted.site else ""
    lines: list[AddedLine] = []
    with exclusive(directory / ".added.lock"):
        remove_parts(directory)
        store = DocumentStore(directory)
        sources = list_sources(wanted.named, site, web)
        step(0, len(sources))
        for done, source in enumerate(sources, start=1):
            lines.append(_line(source, store))
            step(done, len(sources))
        present = {source_id(source.place) for source in sources}
        gone = find_gone(wanted.folders, directory, present)
        for stored in gone if wanted.prune else ():
            stored.unlink()
        copies = count_copies(directory, present)
    removed, left = (len(gone), 0) if wanted.prune else (0, len(gone))
    return AddReport(tuple(lines), gone=left, removed=removed, copies=copies)


def _line(source: DocumentSource, store: DocumentStore) -> AddedLine:
    try:
        return _add(source, store)
    except ContentError as error:
        return AddedLine(source.name, "not added", error.problem)
    except OSError as error:
        return AddedLine(source.name, "not added", error.strerror or str(error))


def _add(source: DocumentSource, store: DocumentStore) -> AddedLine:
    page = source.fetch(store)
    # the address too: the same file in a mirror is another page
    hashed = sha256(page.raw.content + page.raw.url.encode()).hexdigest() if page else ""
    if page is None or store.holds(source.place, hashed):
        if hashed:
            store.drop_others(source.place, hashed)  # a kill may have come between the new version and this
        return AddedLine(source.name, "unchanged", "nothing to do")
    record = _record(page, source.place)
    if record is None:
        return AddedLine(source.name, "left out", "it is in a language that is not served")
    store.put(source.place, hashed, record)
    replaced = store.drop_others(source.place, hashed)
    detail = f"{len(record['spans'])} passages in {record['language']}"
    return AddedLine(source.name, "replaced" if replaced else "added", detail)


def _record(page: FetchedDocument, place: str) -> Record | None:
    """None when it is in a language that is not served."""
    extracted = extract(page.raw)
    text, spans = lay_out_passages(extracted.blocks)
    language = detect_language(text, extracted.language)
    if language is None:
        return None
    return {
        "format": FORMAT,
        "file": place,
        "title": extracted.title,
        "url": _published(page.raw, extracted.url),
        "language": language,
        "text": text,
        "spans": [[span.start, span.end, span.anchor] for span in spans],
        "sha256": sha256(page.raw.content).hexdigest(),
        "validators": dict(page.validators),
    }


def _published(raw: RawDocument, says: str) -> str:
    """The address of the document. The address it ``says`` itself counts only if it is on the host it was read from."""
    if raw.url:
        return says if same_host(says, raw.url) else raw.url
    return says or raw.name
