from pathlib import Path

import numpy as np
import pytest

from knowledge.compiled import CompiledContent, digest_files


class Counted:
    """Builds a value, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, int]:
        self.times += 1
        return {"built": self.times}


def test_the_next_start_reads_what_the_last_one_built(tmp_path: Path) -> None:
    build = Counted()
    first = CompiledContent(tmp_path, "a" * 64).get("tables", build)
    assert CompiledContent(tmp_path, "a" * 64).get("tables", build) == first == {"built": 1}


def test_other_content_is_built_anew(tmp_path: Path) -> None:
    build = Counted()
    CompiledContent(tmp_path, "a" * 64).get("tables", build)
    assert CompiledContent(tmp_path, "b" * 64).get("tables", build) == {"built": 2}


def test_variants_of_a_name_are_apart(tmp_path: Path) -> None:
    build, compiled = Counted(), CompiledContent(tmp_path, "a" * 64)
    compiled.get("library", build, variant="2026-11-29")
    assert compiled.get("library", build, variant="2026-11-30") == {"built": 2}
    assert compiled.get("library", build, variant="2026-11-29") == {"built": 1}


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x05"])
def test_a_damaged_file_is_built_anew(tmp_path: Path, damage: bytes) -> None:
    build, compiled = Counted(), CompiledContent(tmp_path, "a" * 64)
    compiled.get("tables", build)
    for file in tmp_path.iterdir():
        file.write_bytes(damage)
    assert compiled.get("tables", build) == {"built": 2}
    assert compiled.get("tables", build) == {"built": 2}


def test_files_of_past_days_do_not_pile_up(tmp_path: Path) -> None:
    compiled = CompiledContent(tmp_path, "a" * 64)
    for day in range(10, 20):
        compiled.get("library", Counted(), variant=f"2026-11-{day}")
    assert len(list(tmp_path.iterdir())) == 3


def test_what_cannot_be_kept_is_built_each_time(tmp_path: Path) -> None:
    build = Counted()
    (tmp_path / "file").write_text("")
    for compiled in (CompiledContent(None, ""), CompiledContent(tmp_path / "file", "a" * 64)):
        compiled.get("tables", build)
        compiled.get("tables", build)
    assert build.times == 4


def test_a_mistake_in_what_is_built_is_raised_and_not_kept(tmp_path: Path) -> None:
    def build() -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        CompiledContent(tmp_path, "a" * 64).get("tables", build)
    assert list(tmp_path.iterdir()) == []


def test_the_digest_follows_names_and_bytes_of_files_of_those_kinds(tmp_path: Path) -> None:
    seen = {digest_files([tmp_path], (".yaml",))}
    (tmp_path / "deep").mkdir()
    for name, text in (("deep/a.yaml", "x"), ("deep/b.yaml", "x"), ("deep/a.yaml", "y")):
        (tmp_path / name).write_text(text)
        seen.add(digest_files([tmp_path], (".yaml",)))
    assert len(seen) == 4
    (tmp_path / "deep" / "c.txt").write_text("x")
    (tmp_path / "deep" / "__pycache__").mkdir()  # Python adds it in the middle of a start
    assert digest_files([tmp_path], (".yaml",)) in seen


def test_arrays_come_back_as_they_were_and_may_be_changed_without_changing_what_is_kept(tmp_path: Path) -> None:
    arrays = {
        "floats": np.linspace(0, 1, 7, dtype=np.float32),
        "none": np.empty((0, 3), np.int64),
        "columns": np.asfortranarray(np.arange(12).reshape(3, 4)),
        "every_other": np.arange(10)[::2],
        "words": np.array(["a", "b"], dtype=object),
    }
    compiled = CompiledContent(tmp_path, "a" * 64)
    compiled.get("arrays", lambda: arrays)
    for _ in range(2):
        loaded = compiled.get("arrays", dict)
        for name, array in arrays.items():
            assert loaded[name].dtype == array.dtype
            np.testing.assert_array_equal(loaded[name], array)
        loaded["floats"][0] = 9.0


def test_a_file_cut_short_is_built_anew(tmp_path: Path) -> None:
    build, compiled = Counted(), CompiledContent(tmp_path, "a" * 64)
    compiled.get("tables", build)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-64])
    assert compiled.get("tables", build) == {"built": 2}
