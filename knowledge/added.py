"""``isac kb add``: other people's documents, taken in once and cited like our own articles."""

import json
from collections.abc import Callable, Collection
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote, urldefrag

from knowledge.added_files import files_under, holds_files
from knowledge.added_gone import gone_from
from knowledge.added_outcome import AddedLine, Outcome
from knowledge.added_spans import Span, lay_out, sentences_of
from knowledge.added_text import KINDS, Extracted, extract
from knowledge.disk import exclusive, remove_parts, write_whole
from knowledge.errors import ContentError
from knowledge.passages import Document, Passage, Validity
from knowledge.rendering import Rendered, digest, short_id
from knowledge.words import guess_language

_FORMAT = 2  # 2: the heading's anchor in each span, and the file it was taken from

Step = Callable[[int, int], None]
"""Called with how many files are done, of how many."""


def add_documents(
    paths: Collection[Path], directory: Path, *, prune: bool = False, step: Step = lambda done, total: None
) -> Outcome:
    """Take files, and folders of them, into the directory; ``step`` is called before the first and after each.

    A file with the same bytes as before costs a hash; a new version replaces it. Killed at any point, it goes on where
    it was. ``prune`` removes the documents of these folders whose file is gone, unless a folder has nothing to read.
    """
    lines: list[AddedLine] = []
    with exclusive(directory / ".added.lock"):
        remove_parts(directory)
        files = files_under(paths)
        step(0, len(files))
        for done, file in enumerate(files, start=1):
            lines.append(_line(file, directory))
            step(done, len(files))
        present = {_path_id(file) for file in files}
        gone = gone_from([path for path in paths if holds_files(path)], directory, present)
        for stored in gone if prune else ():
            stored.unlink()
    return Outcome(tuple(lines), removed=len(gone)) if prune else Outcome(tuple(lines), gone=len(gone))


def load_added(directory: Path) -> tuple[Rendered, ...]:
    """Every document taken in, for ``load_library``. Raises ContentError when the store is damaged."""
    return tuple(_rendered(file) for file in sorted(directory.glob("*.json")))


def _line(file: Path, directory: Path) -> AddedLine:
    try:
        return _add(file, directory)
    except ContentError as error:
        return AddedLine(_written(file), "not added", error.problem)
    except OSError as error:
        return AddedLine(_written(file), "not added", error.strerror or str(error))


def _add(file: Path, directory: Path) -> AddedLine:
    content = _content(file)
    of_bytes, of_path = sha256(content).hexdigest(), _path_id(file)
    stored = directory / f"{of_path}-{of_bytes[:24]}.v{_FORMAT}.json"
    known = stored.is_file()
    if not known:
        record = {**_record(extract(file, content), file), "sha256": of_bytes}
        write_whole(stored, json.dumps(record, ensure_ascii=False).encode())
    # also when known: a kill may have come between the new version and this
    older = [other for other in directory.glob(f"{of_path}-*.json") if other != stored]
    for other in older:
        other.unlink()
    if known:
        return AddedLine(str(file), "unchanged", "nothing to do")
    detail = f"{len(record['spans'])} passages in {record['language']}"
    return AddedLine(str(file), "replaced" if older else "added", detail)


def _content(file: Path) -> bytes:
    if file.is_dir():
        next(file.iterdir(), None)  # one that cannot be opened says so itself
        raise ContentError(file.name, None, f"no file to read in this folder ({' '.join(KINDS)})")
    if _written(file) != str(file):
        raise ContentError(_written(file), None, "its name is not UTF-8; rename it")
    return file.read_bytes()


def _written(file: Path) -> str:
    """The path as text that can be printed and stored, whatever bytes are in its name."""
    return str(file).encode(errors="backslashreplace").decode()


def _path_id(file: Path) -> str:
    return short_id(_written(file.resolve()))


def _record(extracted: Extracted, file: Path) -> dict[str, Any]:
    text, spans = lay_out(extracted.blocks)
    return {
        "format": _FORMAT,
        "file": _written(file.resolve()),
        "title": extracted.title,
        "url": extracted.url or file.name,
        "language": guess_language([text]),
        "text": text,
        "spans": [[span.start, span.end, span.anchor] for span in spans],
    }


def _rendered(file: Path) -> Rendered:
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        text, spans = record["text"], [Span(*span) for span in record["spans"]]
        sha = digest(text)
        document = Document(f"added/{_document_name(file)}", "", record["language"], record["title"], text, sha)
        return Rendered(document, tuple(_passage(document, span, record["url"]) for span in spans))
    except (ValueError, KeyError, TypeError) as error:
        raise ContentError(file.name, None, f"not a document taken in by kb add: {error}") from error


def _document_name(stored: Path) -> str:
    """The same in every format: what was cited stays cited."""
    return stored.name.partition(".")[0]


def _link(url: str, anchor: str) -> str:
    return f"{urldefrag(url).url}#{quote(anchor)}" if anchor else url


def _passage(document: Document, span: Span, url: str) -> Passage:
    text = document.text[span.start : span.end]
    return Passage(
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
        sentences=sentences_of(text, span.start),
        source_title=document.title,
        source_url=_link(url, span.anchor),
        validity=Validity(),
    )
