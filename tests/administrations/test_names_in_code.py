"""No code names a body, a need or a site of the administration that comes with ISAC: they are data of its folder."""

import ast
import subprocess
from pathlib import Path

import pytest

from knowledge.content.catalogue_files import load_catalogue
from tests.administrations import SEGURIDAD_SOCIAL

ROOT = Path(__file__).parents[2]
FOLDERS = ("agents", "api", "evals", "knowledge", "speech", "tools")
SHARED = {"112", "SS", "paro", "renta", "nie", "padron", "queja", "tse", "humano", "emergencia"}
"""Codes that are words or numbers of their own as well."""


def names() -> set[str]:
    """Bodies, needs and sites, as a text in code would write them."""
    found = {*SEGURIDAD_SOCIAL.bodies, *load_catalogue(SEGURIDAD_SOCIAL), *SEGURIDAD_SOCIAL.official_sites}
    return (found | {SEGURIDAD_SOCIAL.default_unit, *SEGURIDAD_SOCIAL.name.values()}) - SHARED


def texts(file: Path) -> list[str]:
    """Every text of the code that is no docstring."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_code_names_nothing_of_the_administration(folder: str) -> None:
    listed = subprocess.run(["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.splitlines() if name.endswith(".py")]
    known = names()
    named = {
        f"{file.relative_to(ROOT)}: {text}" for file in files for text in texts(file) for name in known if name == text
    }
    assert files
    assert not named
