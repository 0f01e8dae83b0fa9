"""Takes norms in: all that were named, or none of them."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Literal

from knowledge.content.norms import Norms
from knowledge.errors import ContentError
from knowledge.law.boe_service import BoeService, NormNotThere
from knowledge.law.changes import ArticleChange, Touched, find_changes, find_touched
from knowledge.law.markdown_form import read_markdown
from knowledge.law.norm import NormText
from knowledge.law.store import LawStore
from knowledge.law.subjects import SubjectReference

_LIST = "README.md"
"""The file of a folder that may say the digests of the others."""
_LISTED = re.compile(r"^\|\s*(?P<name>[A-Z]+-[A-Z]-\d{4}-\d+)\s*\|.*\|\s*(?P<digest>[0-9a-f]{12,64})\s*\|\s*$", re.M)
TakenState = Literal["taken in", "taken in as an earlier version", "unchanged"]


@dataclass(frozen=True, slots=True)
class TakenNorm:
    """A norm that was named. ``replaces``: the version that was the newest until now."""

    id: str
    title: str
    version: date
    state: TakenState
    replaces: date | None = None
    changes: tuple[ArticleChange, ...] = ()
    touched: tuple[Touched, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeIn:
    """What came in. With any ``refused`` nothing did. ``absent``: ids of norms that the service does not have."""

    norms: tuple[TakenNorm, ...] = ()
    refused: tuple[ContentError, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LawDesk:
    """What norms are measured against when they come in: the register, our references, what is held, and the time."""

    store: LawStore
    norms: Norms
    references: Sequence[SubjectReference]
    now: datetime

    @property
    def day(self) -> date:
        """Today."""
        return self.now.date()

    def add(self, named: Iterable[Path]) -> TakeIn:
        """Take in files, and the files of folders. Killed and run again, it goes on where it was."""
        readers: dict[str, Callable[[], NormText]] = {}
        refused: list[ContentError] = []
        for path in named:
            files, digests = _files(path)
            if not files:
                refused.append(ContentError(str(path), None, "there is no norm in it"))
            readers |= {str(file): partial(_read, file, digests) for file in files}
        return self._take_in(readers, refused)

    def fetch(self, named: Collection[str], service: BoeService) -> TakeIn:
        """Take in norms by the keys or ids of the register. One whose stamp is the same is not sent again.

        When none is named: all that the service has; the others are told as absent.
        """
        held_there = [norm for norm in self.norms.values() if norm.dated is None]
        ids = {name: norm.id for norm in held_there for name in (norm.key, norm.id)}
        wanted = named or [norm.key for norm in held_there]
        refused = [ContentError(one, None, "no such norm in the register") for one in wanted if one not in ids]
        readers = {ids[one]: partial(self._fetched, ids[one], service) for one in wanted if one in ids}
        return self._take_in(readers, refused, may_lack=not named)

    def _fetched(self, norm: str, service: BoeService) -> NormText:
        stamp, held = service.stamp(norm), self._held(norm)
        return held if held and held.stamp == stamp.stamp else service.norm(stamp)

    def _take_in(
        self, readers: Mapping[str, Callable[[], NormText]], refused: list[ContentError], *, may_lack: bool = False
    ) -> TakeIn:
        read: dict[str, NormText] = {}
        absent: list[str] = []
        for name, reader in readers.items():
            try:
                norm = reader()
                self._refuse(norm, name, read)
                read[norm.id] = norm
            except ContentError as error:
                if may_lack and isinstance(error, NormNotThere):
                    absent.append(name)
                else:
                    refused.append(error)
        if refused:
            return TakeIn(refused=tuple(refused))
        taken = tuple(self._compare(norm) for norm in read.values())
        self.store.keep([read[one.id] for one in taken if one.state != "unchanged"], self.now)
        return TakeIn(taken, absent=tuple(absent))

    def _refuse(self, norm: NormText, name: str, read: Mapping[str, NormText]) -> None:
        """Raises ContentError when the norm is not known, named twice or not whole."""
        if norm.id not in {one.id for one in self.norms.values()}:
            raise ContentError(name, None, f"{norm.id} is not in the register of norms: add it there first")
        if norm.id in read:
            raise ContentError(name, None, f"{norm.id} is in another file too")
        if lacking := self._lacking(norm):
            shown = ", ".join(lacking[:5])
            raise ContentError(name, None, f"it is cut short: it lacks {len(lacking)} articles that it had ({shown})")

    def _lacking(self, norm: NormText) -> list[str]:
        """Articles that the text held has and this one not: any of the same version and form, else those we refer to.

        A consolidated text keeps the number of an article that was repealed.
        """
        held = self._held(norm.id)
        if held is None or norm.version < held.version:
            return []
        ours = {one.reference.article for one in self.references if one.reference.norm.id == norm.id}
        same = (norm.version, norm.origin) == (held.version, held.origin)
        needed = (key for key in held.by_key if same or key in ours)
        return [key for key in needed if key not in norm.by_key]

    def _held(self, norm: str) -> NormText | None:
        whole = self._whole(norm)
        return whole[-1] if whole else None

    def _whole(self, norm: str) -> list[NormText]:
        """The versions that are held, the newest last. What is damaged is not held: taking it in again mends it."""
        whole = []
        for version in self.store.versions(norm):
            with suppress(ContentError):
                whole.append(self.store.read(version))
        return whole

    def _compare(self, norm: NormText) -> TakenNorm:
        held = self._held(norm.id)
        if norm.digest in {one.digest for one in self._whole(norm.id)}:
            return TakenNorm(norm.id, norm.title, norm.version, "unchanged", held.version if held else None)
        if held is None or norm.version < held.version:
            state: TakenState = "taken in" if held is None else "taken in as an earlier version"
            return TakenNorm(norm.id, norm.title, norm.version, state)
        changes = find_changes(held, norm, self.day)
        touched = tuple(find_touched(changes, norm, self.references, self.day))
        return TakenNorm(norm.id, norm.title, norm.version, "taken in", held.version, changes, touched)


def _files(path: Path) -> tuple[list[Path], Mapping[str, str]]:
    """The files of norms, and the digests that a list beside them says. Raises OSError."""
    folder = path if path.is_dir() else path.parent
    listed = folder / _LIST
    text = listed.read_text(encoding="utf-8") if listed.is_file() else ""
    digests = {match["name"]: match["digest"] for match in _LISTED.finditer(text)}
    files = [path] if path.is_file() else sorted(file for file in path.glob("*.md") if file.name != _LIST)
    return files, digests


def _read(file: Path, digests: Mapping[str, str]) -> NormText:
    said = digests.get(file.stem)
    if said and not sha256(file.read_bytes()).hexdigest().startswith(said):
        raise ContentError(file.name, None, f"it is not the file that {_LIST} lists: cut short, or changed")
    return read_markdown(file)
