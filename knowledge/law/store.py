"""The norms that are held: a file for each norm and version, written whole or not at all, none ever overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from knowledge.disk import exclusive, remove_parts, write_whole
from knowledge.errors import ContentError
from knowledge.law.norm import NormText

FOLDER = "law"
"""Inside the data folder."""


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """A version of a norm on disk, and when it was taken in."""

    norm: str
    version: date
    taken: str
    file: Path


class LawStore:
    """The norms in a folder; without a folder, none. A norm taken in by another process is seen at once."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._read: dict[Path, NormText] = {}

    def versions(self, norm: str) -> tuple[HeldVersion, ...]:
        """The versions of a norm, the newest last; of two of the same day, the one taken in last."""
        place = self.folder / norm if self.folder else None
        if place is None or not place.is_dir():
            return ()
        found = (_version(norm, file) for file in place.glob("*.json"))
        return tuple(sorted(found, key=lambda one: (one.version, one.taken, one.file.name)))

    def newest(self, norm: str) -> NormText | None:
        """The norm as it was last changed; None when it is not held. Raises ContentError when its file is damaged."""
        versions = self.versions(norm)
        return self.read(versions[-1]) if versions else None

    def read(self, held: HeldVersion) -> NormText:
        """A version. Raises ContentError when its file is damaged."""
        if held.file not in self._read:
            self._read[held.file] = _load(held.file)
        return self._read[held.file]

    def norms(self) -> tuple[str, ...]:
        """The ids of the norms that are held."""
        if self.folder is None or not self.folder.is_dir():
            return ()
        return tuple(sorted(place.name for place in self.folder.iterdir() if place.is_dir()))

    def keep(self, norms: Iterable[NormText], now: datetime) -> None:
        """Write each norm whole."""
        assert self.folder is not None, "a store without a folder holds nothing"
        taken = now.strftime("%Y%m%dT%H%M%S")
        with exclusive(self.folder / ".law.lock"):
            for norm in norms:
                place = self.folder / norm.id
                place.mkdir(parents=True, exist_ok=True)
                remove_parts(place)
                file = place / f"{norm.version}_{taken}_{norm.digest[:12]}.json"
                write_whole(file, _RECORD.dump_json(_Record(1, norm)))


def _version(norm: str, file: Path) -> HeldVersion:
    try:
        day, taken, _ = file.stem.split("_")
        return HeldVersion(norm, date.fromisoformat(day), taken, file)
    except ValueError as error:
        raise ContentError(str(file), None, "it is no norm taken in by isac law") from error


@dataclass(frozen=True, slots=True)
class _Record:
    """What a file holds."""

    format: Literal[1]
    norm: NormText


_RECORD = TypeAdapter(_Record)


def _load(file: Path) -> NormText:
    try:
        return _RECORD.validate_json(file.read_bytes()).norm
    except ValidationError as error:
        first = error.errors(include_url=False)[0]["msg"]
        raise ContentError(
            str(file), None, f"damaged, or of another version of ISAC; take the norm in again: {first}"
        ) from error
