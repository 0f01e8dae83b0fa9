"""`isac kb check` looks at references without the texts of the law."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.checks.check import check_content
from knowledge.content.articles import ArticleLine
from knowledge.content.references import digest_of_line
from tests.law_example import REGISTER

WHAT = "what.1:\n- {{norm: example, article: 1, version: 2026-02-01, sha256: {sha}, read: '{read}'}}\n"


@pytest.fixture
def written(tree: Path) -> Callable[[str], Path]:
    (tree / "norms.yaml").write_text(REGISTER)
    for kind in ("needs", "facts"):
        (tree / "references" / kind).mkdir(parents=True)

    def write(text: str) -> Path:
        (tree / "references" / "needs" / "pension.yaml").write_text(text)
        return tree

    return write


def sealed(read: str) -> str:
    return WHAT.format(sha="a" * 64, read=read)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "what.2:\n- {norm: example, article: 1}\n",
            "references/needs/pension.yaml:2: there is no line pension/what.2",
        ),
        ("what.1:\n- {source: lore}\n", "references/needs/pension.yaml:2: unknown source 'lore'"),
        ("what.1:\n- {norm: other, article: 1}\n", "references/needs/pension.yaml:2: what.1: unknown norm 'other'"),
    ],
)
def test_what_a_reference_names_must_be_there(
    written: Callable[[str], Path], day: date, text: str, problem: str
) -> None:
    errors = [str(error) for error in check_content(written(text), day).errors]
    assert any(error.startswith(problem) for error in errors), errors


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("pension.old:\n- {norm: example, article: 1}\n", "unknown fact 'pension.old'"),
        (
            "pension.age:\n- {norm: example, article: 1, since: 2026-02-01}\n",
            "pension.age has no period that begins on 2026-02-01",
        ),
    ],
)
def test_so_must_facts_and_their_periods(written: Callable[[str], Path], day: date, text: str, problem: str) -> None:
    tree = written("")
    (tree / "references" / "facts" / "ages.yaml").write_text(text)
    assert [one.problem for one in check_content(tree, day).errors] == [problem]


def test_a_line_that_has_changed_since_it_was_read_warns(written: Callable[[str], Path], day: date) -> None:
    tree = written(sealed("00000000"))
    assert check_content(tree, day).errors == ()
    [warning] = check_content(tree, day).warnings
    assert "pension/what.1 has changed since it was read against the law" in warning.problem
    assert check_content(written(sealed(digest_of("Es una pensión mensual."))), day).warnings == ()


def test_a_line_that_moved_is_found_where_it_stands_now(written: Callable[[str], Path], day: date) -> None:
    read = digest_of("- La pensión máxima es de {fact:pension.minimum}.")
    tree = written(sealed(read).replace("what.1", "requirements.1"))
    [warning] = check_content(tree, day).warnings
    assert warning.problem == "the line that was read is pension/requirements.2 now: move the heading"


def digest_of(line: str) -> str:
    return digest_of_line(ArticleLine(1, line))
