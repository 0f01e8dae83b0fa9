"""Where a document comes from: a file of this machine, one of a site's mirror, or an address of the web."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from knowledge.added.files import files_under, read_file, written
from knowledge.added.mirror import page_url
from knowledge.added.store import Store
from knowledge.added.web import Page, Web
from knowledge.errors import ContentError


class Source(Protocol):
    """Somewhere a document can be read."""

    @property
    def name(self) -> str:
        """As it was given."""

    @property
    def place(self) -> str:
        """The same from wherever the command is run."""

    def read(self, store: Store) -> Page | None:
        """None when it is as it is in the store already. Raises ContentError or OSError."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file on disk; ``url`` is where it stands on the web, or empty."""

    file: Path
    url: str = ""

    @property
    def name(self) -> str:
        """Its path, as it was given."""
        return written(self.file)

    @property
    def place(self) -> str:
        """Its whole path."""
        return written(self.file.resolve())

    def read(self, store: Store) -> Page:
        """Always reads: a disk is quick, and its dates do not tell what changed."""
        return Page(read_file(self.file, self.url), {})


@dataclass(frozen=True, slots=True)
class WebSource:
    """A page or paper on the web; without ``web`` it is refused."""

    name: str
    web: Web | None

    @property
    def place(self) -> str:
        """Its address."""
        return self.name

    def read(self, store: Store) -> Page | None:
        """Asks the site only for what changed since it is in the store."""
        if self.web is None:
            raise ContentError(self.name, None, "nothing is read from the web here")
        return self.web.read(self.name, store.validators(self.place))


def is_address(named: str | Path) -> bool:
    """Whether it names a page of the web, and not a file."""
    return str(named).lower().startswith(("http://", "https://"))


def sources_of(named: Collection[str | Path], site: str, web: Web | None) -> tuple[Source, ...]:
    """What was named, in order, folders replaced by their files. With a ``site``, folders are mirrors of it."""
    once: dict[str, Source] = {}
    for one in named:
        for source in [WebSource(str(one), web)] if is_address(one) else _on_disk(Path(one), site):
            once.setdefault(source.place, source)
    return tuple(once.values())


def _on_disk(path: Path, site: str) -> Iterator[FileSource]:
    for file in files_under([path], mirror=bool(site)):
        is_page = bool(site) and file != path
        yield FileSource(file, page_url(file, path, site) if is_page else "")
