"""The data files of understanding: those of the languages here, those of its matters with the administration."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from knowledge.administration import Administration, load_administration
from knowledge.errors import ContentError
from knowledge.yaml_files import read_yaml
from tools.reading import tables

_PACKAGE = "agents.understanding"
FOLDER = "understanding"


def load_table(name: str) -> dict[str, Any]:
    """``data/<name>.yaml`` as a mapping; ValueError names the file when it is not one."""
    return tables.load_table(_PACKAGE, name)


def load_own_table(administration: Administration, name: str) -> dict[str, Any]:
    """``understanding/<name>.yaml`` of the administration; empty when it has none. Raises ContentError."""
    file = administration.folder / FOLDER / f"{name}.yaml"
    if not file.is_file():
        return {}
    table = read_yaml(file, f"{FOLDER}/{name}.yaml")
    if not isinstance(table.value, dict):
        raise table.error((), "a mapping is needed")
    return table.value


def own_table_names(administration: Administration, folder: str) -> tuple[str, ...]:
    """The tables of ``understanding/<folder>`` of the administration, without the extension, sorted."""
    place = administration.folder / FOLDER / folder
    names = [entry.name for entry in place.iterdir()] if place.is_dir() else []
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def join_tables(administration: Administration, folder: str) -> dict[str, dict[str, Any]]:
    """The tables of ``data/<folder>`` and those of the administration, by name, sorted. Raises ContentError."""
    house = {name: load_table(f"{folder}/{name}") for name in table_names(folder)}
    own = {name: load_own_table(administration, f"{folder}/{name}") for name in own_table_names(administration, folder)}
    if twice := sorted(house.keys() & own.keys()):
        raise ContentError(f"{FOLDER}/{folder}/{twice[0]}.yaml", None, "every administration has this table already")
    return dict(sorted({**house, **own}.items()))


def label_owner(administration: Administration) -> Administration:
    """The administration whose words and model tell labels: itself or the one it names. Raises ContentError."""
    return load_administration(administration.labels_of) if administration.labels_of else administration


def own_model(administration: Administration, name: str) -> Path:
    """The path of a model fitted to the administration's sentences."""
    return Path(str(administration.folder / FOLDER / name))


def table_names(folder: str) -> tuple[str, ...]:
    """The tables of ``data/<folder>``, without the extension, sorted."""
    names = (entry.name for entry in (files(_PACKAGE) / "data" / folder).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))
