"""The data files of understanding."""

from importlib.resources import files
from typing import Any

from tools.reading import tables

_PACKAGE = "agents.understanding"


def load_table(name: str) -> dict[str, Any]:
    """``data/<name>.yaml`` as a mapping; ValueError names the file when it is not one."""
    return tables.load_table(_PACKAGE, name)


def table_names(folder: str) -> tuple[str, ...]:
    """The tables of ``data/<folder>``, without the extension, sorted."""
    names = (entry.name for entry in (files(_PACKAGE) / "data" / folder).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))
