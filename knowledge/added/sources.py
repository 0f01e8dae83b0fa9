"""Where a document comes from: a file of this machine, one of a site's mirror, or an address of the web."""

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
        """As it was given."""

    @property
    def place(self) -> str:
        """The same from wherever the command is run."""

    def fetch(self, store: DocumentStore) -> FetchedDocument | None:
        """None when it is as it is in the store already. Raises ContentError or OSError."""


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
    """Whether it names a page of the web, and not a file."""
    return str(named).lower().startswith(("http://", "https://"))


def list_sources(named: Collection[str | Path], site: str, web: WebReader | None) -> tuple[DocumentSource, ...]:
    """What was named, in order, folders replaced by their files. With a ``site``, folders are mirrors of it."""
    once: dict[str, DocumentSource] = {}
    for one in named:
        for source in [WebSource(str(one), web)] if is_address(one) else _on_disk(Path(one), site):
            once.setdefault(source.place, source)
    return tuple(once.values())


def _on_disk(path: Path, site: str) -> Iterator[FileSource]:
    for file in list_files([path], mirror=bool(site)):
        is_page = bool(site) and file != path
        yield FileSource(file, page_url(file, path, site) if is_page else "")
