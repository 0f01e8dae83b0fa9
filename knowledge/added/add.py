"""``isac kb add``: other people's documents, taken in once and cited like our own articles."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from knowledge.added.files import holds_files
from knowledge.added.gone import gone_from
from knowledge.added.language import language_of
from knowledge.added.mirror import check_site, same_host
from knowledge.added.outcome import AddedLine, Outcome
from knowledge.added.sources import Source, is_address, sources_of
from knowledge.added.spans import lay_out
from knowledge.added.store import FORMAT, Record, Store, count_copies, source_id
from knowledge.added.text import Raw, extract
from knowledge.added.web import Page, Web
from knowledge.disk import exclusive, remove_parts
from knowledge.errors import ContentError

Step = Callable[[int, int], None]
"""Called with how many documents are done, of how many."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take in: files, folders of them, and addresses of the web.

    ``site`` is the address of the site the folders mirror. ``prune`` removes the documents of the folders whose file
    is gone, unless a folder has nothing to read.
    """

    named: Collection[str | Path]
    site: str = ""
    prune: bool = False

    @property
    def folders(self) -> list[Path]:
        """Those among what is named that have something to read."""
        paths = [Path(one) for one in self.named if not is_address(one)]
        return [path for path in paths if holds_files(path, mirror=bool(self.site))]


def add_documents(
    wanted: Wanted, directory: Path, *, web: Web | None = None, step: Step = lambda done, total: None
) -> Outcome:
    """Take what is wanted into the directory; ``step`` is called before the first document and after each.

    What has not changed costs a hash, or a question to its site; a new version replaces the old one. Killed at any
    point, it goes on where it was. Raises ContentError when the site is no address or the store is damaged.
    """
    site = check_site(wanted.site) if wanted.site else ""
    lines: list[AddedLine] = []
    with exclusive(directory / ".added.lock"):
        remove_parts(directory)
        store = Store(directory)
        sources = sources_of(wanted.named, site, web)
        step(0, len(sources))
        for done, source in enumerate(sources, start=1):
            lines.append(_line(source, store))
            step(done, len(sources))
        present = {source_id(source.place) for source in sources}
        gone = gone_from(wanted.folders, directory, present)
        for stored in gone if wanted.prune else ():
            stored.unlink()
        copies = count_copies(directory, present)
    removed, left = (len(gone), 0) if wanted.prune else (0, len(gone))
    return Outcome(tuple(lines), gone=left, removed=removed, copies=copies)


def _line(source: Source, store: Store) -> AddedLine:
    try:
        return _add(source, store)
    except ContentError as error:
        return AddedLine(source.name, "not added", error.problem)
    except OSError as error:
        return AddedLine(source.name, "not added", error.strerror or str(error))


def _add(source: Source, store: Store) -> AddedLine:
    page = source.read(store)
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


def _record(page: Page, place: str) -> Record | None:
    """None when it is in a language that is not served."""
    extracted = extract(page.raw)
    text, spans = lay_out(extracted.blocks)
    language = language_of(text, extracted.language)
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


def _published(raw: Raw, says: str) -> str:
    """Where it stands, as it ``says`` itself; not believed when it was read elsewhere."""
    if raw.url:
        return says if same_host(says, raw.url) else raw.url
    return says or raw.name
