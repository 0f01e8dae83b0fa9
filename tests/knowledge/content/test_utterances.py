from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.utterances import load_utterances, parse_utterances
from knowledge.errors import ContentError

FILE = "utterances/pension/es.txt"


def problems_of(root: Path) -> list[tuple[str, int | None, str]]:
    _, problems = parse_utterances(load_administration(root), load_catalogue(load_administration(root)))
    return [(one.file, one.line, one.problem) for one in problems]


def test_utterances_are_read_with_their_style_and_place(tree: Path) -> None:
    utterances = load_utterances(load_administration(tree), load_catalogue(load_administration(tree)))
    spoken = [one for one in utterances if (one.need, one.language, one.style) == ("pension", "eu", "spoken")][:2]
    assert [(one.text, one.number, one.line) for one in spoken] == [
        ("pension 8 eu", 0, 13),
        ("pension 9 eu", 1, 14),
    ]
    assert len(utterances) == 2 * 6 * 12


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("[spoken]", "[sung]", 12, "unknown style [sung]"),
        ("[plain]\n", "", 1, "before any [style]"),
        ("pension 3 es", "widow 3 es", 1, "is already in utterances/pension/es.txt:5"),
        ("pension 3 es", "Pension  2 ES", 5, "is already in utterances/pension/es.txt:4"),
        ("pension 3 es\n", "", None, "11 utterances; at least 12 are needed"),
    ],
)
def test_mistakes_are_named_with_file_and_line(
    spoil: Callable[[str, str, str], Path], old: str, new: str, line: int | None, problem: str
) -> None:
    found = problems_of(spoil(FILE, old, new))
    assert any(problem in text for _, _, text in found)
    if "widow" not in new:
        assert (FILE, line) in [(file, at) for file, at, text in found if problem in text]
    else:
        assert [file for file, _, text in found if problem in text] == ["utterances/widow/es.txt"]


def test_a_missing_language_is_named(tree: Path) -> None:
    (tree / "utterances" / "widow" / "gl.txt").unlink()
    assert problems_of(tree) == [("utterances/widow/gl.txt", None, "missing: widow has no utterances in gl")]
    with pytest.raises(ContentError, match="widow has no utterances in gl"):
        load_utterances(load_administration(tree), load_catalogue(load_administration(tree)))


def test_utterances_of_nobody_are_named(tree: Path) -> None:
    (tree / "utterances" / "nobody").mkdir()
    assert [problem for _, _, problem in problems_of(tree)] == ["there is no need 'nobody' in the catalogue"]
