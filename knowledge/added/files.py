"""Files that ``isac kb add`` reads, and the web address of a file in the mirror of a site."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

from knowledge.added.extraction import KINDS, RawDocument, check_size, sniff
from knowledge.errors import ContentError


def list_files(paths: Iterable[Path], *, mirror: bool = False) -> tuple[Path, ...]:
    """The named files, and the sorted readable files of the named folders, each once.

    In a ``mirror`` of a site, pages whose name has no known ending are found by what they begin with.
    A folder without a readable file, or that cannot be opened, stays in the list: reading it says why.
    """
    once: dict[Path, Path] = {}
    for path in paths:
        for file in _in_folder(path, mirror) if path.is_dir() else [path]:
            once.setdefault(file.resolve(), file)
    return tuple(once.values())


def holds_files(folder: Path, *, mirror: bool = False) -> bool:
    """Tell whether the folder holds a file to read. An unmounted disk holds none."""
    return folder.is_dir() and next(_walk(folder, [], mirror), None) is not None


def read_file(file: Path, url: str = "") -> RawDocument:
    """The whole file. Raises ContentError when it is nothing that is read, OSError when the disk does not give it."""
    if file.is_dir():
        next(file.iterdir(), None)  # one that cannot be opened says so itself
        raise ContentError(file.name, None, f"no file to read in this folder ({' '.join(KINDS)})")
    if printable_path(file) != str(file):
        raise ContentError(printable_path(file), None, "its name is not UTF-8; rename it")
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ContentError(file.name, None, "it is no file that can be read, but a device or a pipe")
    kind = file.suffix.lower()
    check_size(file.name, status.st_size, kind)
    content = file.read_bytes()
    return RawDocument(file.name, kind if kind in KINDS else (url and sniff(content)) or kind, content, url=url)


def printable_path(file: Path) -> str:
    """The path as text that can be printed and stored, even if its name is not UTF-8."""
    return str(file).encode(errors="backslashreplace").decode()


def _in_folder(folder: Path, mirror: bool) -> list[Path]:
    closed: list[Path] = []
    files = list(_walk(folder, closed, mirror))
    return sorted([*files, *closed]) or [folder]


def _walk(folder: Path, closed: list[Path], mirror: bool) -> Iterator[Path]:
    """Every file of a kind that is read; hidden ones are not, nor is anything in a hidden folder."""
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(parent, name)
            if not name.startswith(".") and file.is_file() and _is_read(file, mirror):
                yield file


def _is_read(file: Path, mirror: bool) -> bool:
    if file.suffix.lower() in KINDS:
        return not (mirror and file.name == "robots.txt")
    return mirror and bool(sniff(_begin(file)))


def _begin(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(1024)
    except OSError:
        return b""


_INDEX = re.compile(r"(?:^|(?<=/))index\.html?(?=\?|$)", re.IGNORECASE)
# wget --adjust-extension writes the page ficha.php?id=3 as ficha.php?id=3.html
_ADJUSTED = re.compile(r"(\?.*|\.(?:php|aspx?|jspx?|do|cgi))\.html?$", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^?#]*", re.IGNORECASE)
_KEPT = "/%?=&;:@+,!$'()*~"


def check_site(site: str) -> str:
    """The site without a last slash. Raises ContentError when it is no web address."""
    try:
        parts = urlsplit(site)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ContentError(site, None, "give the site as its address: --site https://www.example.org")
    return site.rstrip("/")


def page_url(file: Path, root: Path, site: str) -> str:
    """The address of a file under the folder ``root``, which holds the site."""
    path = _SESSION.sub("", file.relative_to(root).as_posix())
    asked = _INDEX.sub("", _ADJUSTED.sub(r"\1", path))
    return f"{site}/{quote(asked, safe=_KEPT)}"


def same_host(one: str, other: str) -> bool:
    """Tell whether both addresses have the same host, with or without www."""
    return _host(one) == _host(other) != ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
