"""Sources of documents: a file on this machine, a file in the mirror of a site, or a web address."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from knowledge.added.document_store import DocumentStore
from knowledge.added.files import list_files, page_url, printable_path, read_file
from knowledge.added.web_reader import FetchedDocument, WebReader
from knowledge.errors import ContentError


class DocumentSource(Protocol):
    """Somewhere a document can be read."""

    @property
    def name(self) -> str:
        """The name that was given."""

    @property
    def place(self) -> str:
        """An absolute path or address, the same wherever the command runs."""

    def fetch(self, store: DocumentStore) -> FetchedDocument | None:
        """Read the document; None if the store already holds it unchanged. Raises ContentError or OSError."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file on disk; ``url`` is where it stands on the web, or empty."""

    file: Path
    url: str = ""

    @property
    def name(self) -> str:
        """Its path, as it was given."""
        return printable_path(self.file)

    @property
    def place(self) -> str:
        """Its whole path."""
        return printable_path(self.file.resolve())

    def fetch(self, store: DocumentStore) -> FetchedDocument:
        """Always reads: a disk is quick, and its dates do not tell what changed."""
        return FetchedDocument(read_file(self.file, self.url), {})


@dataclass(frozen=True, slots=True)
class WebSource:
    """A page or paper on the web; without ``web`` it is refused."""

    name: str
    web: WebReader | None

    @property
    def place(self) -> str:
        """Its address."""
        return self.name

    def fetch(self, store: DocumentStore) -> FetchedDocument | None:
        """Asks the site only for what changed since it is in the store."""
        if self.web is None:
            raise ContentError(self.name, None, "nothing is read from the web here")
        return self.web.fetch(self.name, store.validators(self.place))


def is_address(named: str | Path) -> bool:
    """Tell whether the name is a web address and not a file."""
    return str(named).lower().startswith(("http://", "https://"))


def list_sources(named: Collection[str | Path], site: str, web: WebReader | None) -> tuple[DocumentSource, ...]:
    """The sources that were named, in order; folders give their files. With a ``site``, folders are mirrors of it."""
    once: dict[str, DocumentSource] = {}
    for name in named:
        for source in [WebSource(str(name), web)] if is_address(name) else _on_disk(Path(name), site):
            once.setdefault(source.place, source)
    return tuple(once.values())


def _on_disk(path: Path, site: str) -> Iterator[FileSource]:
    for file in list_files([path], mirror=bool(site)):
        is_page = bool(site) and file != path
        yield FileSource(file, page_url(file, path, site) if is_page else "")
