"""The segments on disk. A version of the index is a list of them; putting one in the place of another is one rename.

    index-<encoder>/current.json        the version: names of segments
    index-<encoder>/segment-<digest>/   written whole before a version names it, and never changed

Who has a version open keeps it: its files stay mapped after they are gone from the folder. A builder that dies leaves
the version there was. What is damaged is built again, from the vectors kept wherever they are whole.
"""

import hashlib
import json
import logging
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import faiss

from knowledge.disk import exclusive, replaced_folder, write_whole
from knowledge.encoders.encoder import Encoder
from knowledge.errors import WeightsCorrupt
from knowledge.index.index_kind import IndexKind, kind_for
from knowledge.index.item_digests import DigestedItem
from knowledge.index.segment import IndexSegment, PlacedSegment, place_items
from knowledge.index.vectors import FILES, EncodedTexts, encode_items
from knowledge.languages import Language
from knowledge.weights.manifest import Manifest, digests_that_differ, read_manifest, record

_LOG = logging.getLogger(__name__)
_VERSION = 4  # raise when a change of this code makes old segments wrong
_CURRENT = "current.json"
_KEPT = 4  # folders of encoders that may still be in use

_CHANGED = 0.25
"""Share of a language's main segment that may be added or gone before the language is built whole again. What a change
costs, and what a search wastes on rows that are gone, stay in proportion."""

Segments = dict[str, IndexSegment]
"""Segments by the name of their folder."""


class SegmentStore:
    """The segments of an encoder, in a folder of their own inside the directory. Processes may share it."""

    def __init__(self, directory: Path, encoder: Encoder, kind: IndexKind = "auto") -> None:
        self._directory, self._encoder, self._kind = directory, encoder, kind
        self._folder = directory / f"index-{hashlib.sha256(encoder.identity.encode()).hexdigest()[:20]}"

    def open(self, listed: Mapping[Language, Sequence[DigestedItem]]) -> list[PlacedSegment]:
        """The segments that hold exactly these entries; what is missing is built, and current for all from then on."""
        names = self._names()
        segments = self._load_all(names)
        placed = self._serving(segments, listed)
        if placed is not None:
            return placed
        with exclusive(self._directory / ".index.lock"):
            if self._names() != names:  # another process may have built it meanwhile
                names = self._names()
                segments = self._load_all(names)
                placed = self._serving(segments, listed)
            return self._renewed(names, segments, listed) if placed is None else placed

    def _serving(
        self, segments: Segments, listed: Mapping[Language, Sequence[DigestedItem]]
    ) -> list[PlacedSegment] | None:
        """None when an entry is missing, a segment is of another kind, or most of what there is is gone."""
        serving: list[PlacedSegment] = []
        for language, entries in listed.items():
            own = [segment for segment in segments.values() if segment.language == language]
            placed, missing = place_items(own, entries)
            if missing or not all(map(self._fits, own)) or sum(map(len, own)) > 2 * len(entries):
                return None
            serving += placed
        return serving

    def _renewed(
        self, names: Sequence[str], segments: Segments, listed: Mapping[Language, Sequence[DigestedItem]]
    ) -> list[PlacedSegment]:
        renewed: list[PlacedSegment] = []
        current: list[str] = []
        for language, entries in listed.items():
            own = {
                name: segment
                for name, segment in segments.items()
                if segment.language == language and self._fits(segment)
            }
            base, added = _split(own, entries)
            chosen = base | (self._built(language, added, segments) if added else {})
            current += chosen
            renewed += place_items(chosen.values(), entries)[0]
        self._switch(current)
        self._forget({*names, *current})
        return renewed

    def _fits(self, segment: IndexSegment) -> bool:
        return segment.nearest.kind == kind_for(len(segment), self._kind)

    def _built(self, language: Language, entries: Sequence[DigestedItem], segments: Segments) -> Segments:
        kind = kind_for(len(entries), self._kind)
        digest = hashlib.sha256(f"{_VERSION} {faiss.__version__} {kind}".encode())
        for entry in entries:
            digest.update(entry.identity)
        folder = self._folder / f"segment-{digest.hexdigest()[:20]}"
        encoded = encode_items(entries, self._encoder, self._known(segments))
        with replaced_folder(folder) as part:
            IndexSegment.build(language, kind, entries, encoded).save(part)
            record(part, "index", _VERSION)
        return {folder.name: IndexSegment.load(folder)}

    def _known(self, segments: Segments) -> Iterator[EncodedTexts]:
        """Vectors of the current segments, and of others whose vectors are whole whatever befell the rest."""
        yield from (segment.encoded for segment in segments.values())
        for folder in sorted(self._folder.glob("segment-*")):
            if folder.name not in segments:
                try:
                    manifest = read_manifest(folder)
                    if manifest is None:
                        continue
                    needed = Manifest(manifest.name, manifest.build, {file: manifest.files[file] for file in FILES})
                    if not digests_that_differ(folder, needed):
                        yield EncodedTexts.load(folder)
                except (OSError, ValueError, KeyError, WeightsCorrupt):
                    continue  # nothing to take from here: its texts are encoded again

    def _names(self) -> list[str]:
        """Segments of the current version; none, and a warning, when it cannot be read."""
        try:
            content = json.loads((self._folder / _CURRENT).read_text(encoding="utf-8"))
            if (content["version"], content["faiss"]) != (_VERSION, faiss.__version__):
                return []
            return [str(name) for name in content["segments"]]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError) as error:
            _LOG.warning("the index in %s cannot be used and is built again: %s", self._folder.name, error)
            return []

    def _switch(self, names: Sequence[str]) -> None:
        content = {"version": _VERSION, "faiss": faiss.__version__, "segments": names}
        write_whole(self._folder / _CURRENT, json.dumps(content, indent=2).encode() + b"\n")

    def _load_all(self, names: Sequence[str]) -> Segments:
        loaded = {name: _load(self._folder / name) for name in names}
        return {name: segment for name, segment in loaded.items() if segment}

    def _forget(self, wanted: set[str]) -> None:
        """Drop segments of neither this version nor the one before, what killed builders left, and old encoders."""
        for folder in self._folder.glob("segment-*"):
            if folder.name not in wanted:
                shutil.rmtree(folder, ignore_errors=True)
        for leftover in self._folder.glob(".segment-*.part"):
            shutil.rmtree(leftover, ignore_errors=True)
        newest_first = sorted(self._directory.glob("index-*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
        for folder in newest_first[_KEPT:]:
            shutil.rmtree(folder, ignore_errors=True)


def _split(own: Segments, entries: Sequence[DigestedItem]) -> tuple[Segments, list[DigestedItem]]:
    """The segment to keep, if any, and the entries to put beside it."""
    if not own:
        return {}, list(entries)
    name = max(own, key=lambda name: len(own[name]))
    _, added = place_items([own[name]], entries)
    gone = len(own[name]) - (len(entries) - len(added))
    if len(added) + gone > _CHANGED * len(own[name]):
        return {}, list(entries)
    return {name: own[name]}, added


def _load(folder: Path) -> IndexSegment | None:
    """None and a warning when it is not there, or is not what was written."""
    try:
        manifest = read_manifest(folder)
        if manifest is None:
            raise ValueError("it has no manifest")
        if manifest.build != _VERSION:
            raise ValueError(f"it is of version {manifest.build}, not {_VERSION}")
        damaged = digests_that_differ(folder, manifest)
        if damaged:
            raise ValueError(f"files differ from what was written: {', '.join(damaged)}")
        return IndexSegment.load(folder)
    except (OSError, ValueError, KeyError, RuntimeError, WeightsCorrupt) as error:
        _LOG.warning("the index in %s cannot be used and is built again: %s", folder.name, error)
        return None
