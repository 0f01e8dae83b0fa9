"""No code names a body, a need, a service, a site or a province: those are data."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.content.catalogue_files import load_catalogue
from tests.administrations import SEGURIDAD_SOCIAL, VILLA_EJEMPLO
from tools.places.table import load_provinces

ROOT = Path(__file__).parents[2]
FOLDERS = ("agents", "api", "evals", "knowledge", "speech", "tools")
ADMINISTRATIONS = (SEGURIDAD_SOCIAL, load_administration(VILLA_EJEMPLO))
WORDS_OF_CODE = {
    "general": "the service of an appointment for nothing in particular, which every administration has",
    "nie": "a kind of identity document, and a need that is asked for with its name",
}
"""Names in an administration that are words of the product as well, with the reason."""
SINGLE_TEXTS = {
    ("api/settings/server.py", SEGURIDAD_SOCIAL.id): "the setting has to begin with some folder",
    ("speech/audio/webm.py", "32"): "a size, which FFmpeg takes as text",
}
"""Texts of one file that are no such name, or have to be, with the reason."""


def names() -> set[str]:
    """Bodies, needs, services, units and sites, as a text in code would write them."""
    found: set[str] = set()
    for administration in ADMINISTRATIONS:
        found |= {administration.id, *administration.name.values(), *administration.official_sites}
        found |= {
            *administration.bodies,
            *administration.units,
            *administration.services,
            *load_catalogue(administration),
        }
    return found


def provinces() -> set[str]:
    """The INE codes, and the names in every language."""
    known = load_provinces()
    return {*known} | {name for one in known.values() for name in (one.name, one.region, *one.names.values())}


def texts(file: Path) -> Iterator[str]:
    """Every text of the code that is neither a docstring nor the width of a number."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    widths = {
        id(part)
        for node in nodes
        if isinstance(node, ast.FormattedValue) and node.format_spec
        for part in ast.walk(node.format_spec)
    }
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone | widths:
            yield node.value


@pytest.mark.parametrize("folder", FOLDERS)
def test_code_names_nothing_of_an_administration(folder: str) -> None:
    known, sites = (
        (names() | provinces()) - WORDS_OF_CODE.keys(),
        {site for one in ADMINISTRATIONS for site in one.official_sites},
    )
    named = {
        f"{file.relative_to(ROOT)}: {text}"
        for file in files_of(folder)
        for text in texts(file)
        if text in known or any(site in text for site in sites)
        if (str(file.relative_to(ROOT)), text) not in SINGLE_TEXTS
    }
    assert named == set()


def files_of(folder: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.splitlines() if name.endswith(".py")]
    assert files
    return files
