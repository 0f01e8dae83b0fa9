from pathlib import Path

import pytest

from scripts.docs_check import check_page, is_command, settings_table, spelled_out, with_settings


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "app.py").touch()
    return tmp_path


def faults(root: Path, text: str) -> list[str]:
    page = root / "docs" / "page.md"
    page.write_text(text, encoding="utf-8")
    return list(check_page(page, root))


@pytest.mark.parametrize(
    "text",
    [
        "`api/app.py`",
        "`app.py`",
        "`api/`",
        "`api/<name>.py`",
        "`var/models`",
        "`GET /v1/citations/{id}`",
        "`any/thing`",
    ],
)
def test_what_exists_or_is_no_path_passes(root: Path, text: str) -> None:
    assert faults(root, text) == []


@pytest.mark.parametrize("text", ["`api/gone.py`", "`gone.yaml`", "[x](gone.md)", "`isac fly`", "    isac eval dance"])
def test_what_does_not_exist_is_told(root: Path, text: str) -> None:
    assert len(faults(root, text)) == 1


def test_links_are_read_from_the_page(root: Path) -> None:
    assert faults(root, "[api](../api/app.py#here) [web](https://example.org) [up](#top)") == []


def test_commands_with_choices_are_two_commands() -> None:
    assert list(spelled_out(["eval", "list|run"])) == ["eval list", "eval run"]
    assert is_command(["eval", "run", "booking"])
    assert not is_command(["eval", "booking"])


def test_the_table_of_settings_goes_between_its_markers_and_nowhere_else() -> None:
    page = with_settings("before\n<!-- settings -->\nSTALE\n<!-- /settings -->\nafter\n")
    assert page.startswith("before\n")
    assert page.endswith("after\n")
    assert settings_table() in page
    assert "STALE" not in page
    assert with_settings(page) == page


def test_a_page_without_markers_is_told() -> None:
    with pytest.raises(ValueError, match="settings"):
        with_settings("nothing here")
