"""``isac kb add``: other people's documents, taken in once and cited like our own articles."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from knowledge.added_spans import Span, lay_out, sentences_of
from knowledge.added_text import Extracted, extract
from knowledge.disk import exclusive, write_whole
from knowledge.errors import ContentError
from knowledge.passages import Document, Passage, Validity
from knowledge.rendering import Rendered, digest, short_id
from knowledge.words import guess_language

_FORMAT = 2


@dataclass(frozen=True, slots=True)
class AddedLine:
    """What happened to one file."""

    file: str
    outcome: str

    def __str__(self) -> str:
        return f"{self.file}: {self.outcome}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line per file, in order; ``failed`` when one of them could not be taken in."""

    lines: tuple[AddedLine, ...]
    failed: bool

    @property
    def summary(self) -> str:
        """How many of each kind."""
        kinds = Counter(re.split("[,:]", line.outcome)[0] for line in self.lines)
        return ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "nothing to add"


Tell = Callable[[AddedLine], None]
"""Hears what happened to a file, as it happens."""


def _nobody(line: AddedLine) -> None:
    """Tell nobody."""


def add_documents(files: Iterable[Path], directory: Path, tell: Tell = _nobody) -> Outcome:
    """Take files into the directory. A file with the same bytes as before costs nothing; a new version replaces it.

    Each file is taken in whole or not at all: killed half way, the same call goes on. ``tell`` hears of each.
    """
    lines: list[AddedLine] = []
    failed = False
    with exclusive(directory / ".added.lock"):
        for file in files:
            try:
                line = AddedLine(file.name, _add(file, directory))
            except (ContentError, OSError) as error:
                failed = True
                line = AddedLine(file.name, f"not added: {error}")
            lines.append(line)
            tell(line)
    return Outcome(tuple(lines), failed)


def load_added(directory: Path) -> tuple[Rendered, ...]:
    """Every document taken in, for ``load_library``. Raises ContentError when the store is damaged."""
    return tuple(_rendered(file) for file in sorted(directory.glob("*.json")))


def _add(file: Path, directory: Path) -> str:
    content = file.read_bytes()
    of_bytes, of_path = sha256(content).hexdigest(), short_id(file.resolve())
    stored = directory / f"{of_path}-{of_bytes[:24]}.json"
    if stored.is_file():
        return "already here, nothing to do"
    extracted = extract(file, content)
    text, spans = lay_out(extracted.blocks)
    record = _record(extracted, text, spans, file)
    write_whole(stored, json.dumps({**record, "sha256": of_bytes}, ensure_ascii=False).encode())
    older = [other for other in directory.glob(f"{of_path}-*.json") if other != stored]
    for other in older:
        other.unlink()
    return f"{'replaced' if older else 'added'}, {len(spans)} passages in {record['language']}"


def _record(extracted: Extracted, text: str, spans: tuple[Span, ...], file: Path) -> dict[str, object]:
    return {
        "format": _FORMAT,
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
        document = Document(f"added/{file.stem}", "", record["language"], record["title"], text, sha)
        return Rendered(document, tuple(_passage(document, span, record["url"]) for span in spans))
    except (ValueError, KeyError, TypeError) as error:
        raise ContentError(file.name, None, f"not a document taken in by kb add: {error}") from error


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
        source_url=f"{url}#{span.anchor}" if span.anchor else url,
        validity=Validity(),
    )
