"""The data files of understanding."""

from importlib.resources import files
from typing import Any

import yaml

_DATA = files("agents.understanding") / "data"


def load_table(name: str) -> dict[str, Any]:
    """``data/<name>.yaml`` as a mapping; ValueError names the file when it is not one."""
    path = _DATA / f"{name}.yaml"
    table = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(table, dict):
        raise ValueError(f"{name}.yaml: a mapping is needed")
    return table


def table_names(folder: str) -> tuple[str, ...]:
    """The tables of ``data/<folder>``, without the extension, sorted."""
    names = (entry.name for entry in (_DATA / folder).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))
