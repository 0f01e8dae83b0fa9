"""Documents taken in, a JSON file each that is written whole or not at all."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urldefrag

from knowledge.added.passage_spans import PassageSpan, split_sentences
from knowledge.content.rendering import RenderedDocument, digest, short_id
from knowledge.disk import write_whole
from knowledge.errors import ContentError
from knowledge.passages import Document, Passage, Validity

FORMAT = 3  # 2: the heading's anchor in each span, and the file it was taken from. 3: all a page says, and only that

Record = Mapping[str, Any]

_ENDING = f".v{FORMAT}.json"
_NEEDED = ("url", "title", "language", "text", "spans")
_LATER = ("file", "validators")  # not in records of earlier formats


class DocumentStore:
    """The records of a directory, listed once; hold the lock of the directory while using it."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._versions: dict[str, set[Path]] = defaultdict(set)
        for file in directory.glob("*.json"):
            self._versions[_id_in(file)].add(file)

    def holds(self, place: str, hashed: str) -> bool:
        """Tell whether that version is stored in this format."""
        return self._file(place, hashed).is_file()

    def validators(self, place: str) -> Mapping[str, str]:
        """The cache validators the site sent with the stored version; empty when none is stored."""
        for file in self._versions[source_id(place)]:
            if file.name.endswith(_ENDING):
                return dict(_read(file)["validators"] or {})
        return {}

    def put(self, place: str, hashed: str, record: Record) -> None:
        """Write that version whole."""
        file = self._file(place, hashed)
        write_whole(file, json.dumps(record, ensure_ascii=False).encode())
        self._versions[source_id(place)].add(file)

    def drop_others(self, place: str, hashed: str) -> bool:
        """Remove other versions; tell whether there were any."""
        others = self._versions[source_id(place)] - {self._file(place, hashed)}
        for other in others:
            other.unlink(missing_ok=True)
        self._versions[source_id(place)] -= others
        return bool(others)

    def _file(self, place: str, hashed: str) -> Path:
        return self._directory / f"{source_id(place)}-{hashed[:24]}{_ENDING}"


def source_id(place: str) -> str:
    """The id of a file's path or a page's address; it begins the name of its record."""
    return short_id(place)


def load_added(directory: Path) -> tuple[RenderedDocument, ...]:
    """Every document taken in, for ``load_corpus``; only one of the copies of a page.

    Raises ContentError when the store is damaged.
    """
    records = _records(directory)
    copies = _copies(records)
    return tuple(_rendered(file, record) for file, record in records.items() if file not in copies)


def count_copies(directory: Path, present: Collection[str]) -> int:
    """Count the documents of the sources with those ids that copy another one, and so are not searched.

    Raises ContentError when the store is damaged.
    """
    return sum(_id_in(file) in present for file in _copies(_records(directory)))


def _id_in(file: Path) -> str:
    return file.name.partition("-")[0]


def _records(directory: Path) -> dict[Path, Record]:
    return {file: _read(file) for file in sorted(directory.glob("*.json"))}


def _read(file: Path) -> Record:
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        return {key: record[key] for key in _NEEDED} | {key: record.get(key) for key in _LATER}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(file, error) from error


def _copies(records: Mapping[Path, Record]) -> set[Path]:
    """Records that say the same, word for word, as one with a shorter path, or give its address and title."""
    seen: set[tuple[str, str]] = set()
    copies = set()
    for file in sorted(records, key=lambda file: _first(records[file])):
        keys = set(_same(records[file]))
        if keys & seen:
            copies.add(file)
        seen |= keys
    return copies


def _first(record: Record) -> tuple[bool, int, str]:
    source = str(record["file"] or "")
    return not str(record["url"]).startswith("http"), len(source), source


def _same(record: Record) -> Iterator[tuple[str, str]]:
    yield "text", record["text"]
    if str(record["url"]).startswith("http"):
        # other pages of a list may give the address of its first, under a title of their own
        yield urldefrag(record["url"]).url, record["title"]


def _rendered(file: Path, record: Record) -> RenderedDocument:
    try:
        text, spans = record["text"], [PassageSpan(*span) for span in record["spans"]]
        # the name is the same in every format: what was cited stays cited
        name = file.name.partition(".")[0]
        document = Document(f"added/{name}", "", record["language"], record["title"], text, digest(text))
        return RenderedDocument(document, tuple(_passages(document, spans, record["url"])))
    except (ValueError, TypeError) as error:
        raise _damaged(file, error) from error


def _damaged(file: Path, error: Exception) -> ContentError:
    return ContentError(file.name, None, f"not a document taken in by kb add: {error}")


def _passages(document: Document, spans: Iterable[PassageSpan], url: str) -> Iterator[Passage]:
    for span in spans:
        text = document.text[span.start : span.end]
        yield Passage(
            id=f"p_{short_id(document.id, span.start, text)}",
            document_id=document.id,
            document_sha256=document.sha256,
            need="",
            language=document.language,
            aspect="what",
            text=text,
            start=span.start,
            end=span.end,
            sha256=digest(text),
            sentences=split_sentences(text, span.start),
            source_title=document.title,
            source_url=_link(url, span.anchor),
            validity=Validity(),
        )


def _link(url: str, anchor: str) -> str:
    return f"{urldefrag(url).url}#{quote(anchor, safe='=')}" if anchor else url


def find_gone(folders: Collection[Path], directory: Path, present: Collection[str]) -> tuple[Path, ...]:
    """Records of ``directory`` whose file stood under one of the folders; ``present``: ids of files that are there."""
    roots = [folder.resolve() for folder in folders]
    # a name begins with the id of the path it was taken from
    others = (file for file in directory.glob("*.json") if file.name.partition("-")[0] not in present)
    return tuple(_gone(roots, others)) if roots else ()


def _gone(roots: Collection[Path], records: Iterable[Path]) -> Iterator[Path]:
    for record in records:
        file = _source(record)
        if file and any(file.is_relative_to(root) for root in roots) and _is_absent(file):
            yield record


def _source(record: Path) -> Path | None:
    """The file the record was taken from; None if it does not say. A damaged record is reported when it is loaded."""
    try:
        return Path(json.loads(record.read_text(encoding="utf-8"))["file"])
    except (ValueError, KeyError, TypeError):
        return None


def _is_absent(file: Path) -> bool:
    """A file in a folder that cannot be opened is not known to be gone."""
    try:
        return not file.exists()
    except OSError:
        return False
