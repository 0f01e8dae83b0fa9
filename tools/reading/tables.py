"""Tables of words, beside the code that reads them."""

from importlib.resources import files
from typing import Any

import yaml


def load_table(package: str, name: str) -> dict[str, Any]:
    """``data/<name>.yaml`` of a package as a mapping; ValueError names the file when it is not one."""
    path = files(package) / "data" / f"{name}.yaml"
    table = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(table, dict):
        raise ValueError(f"{name}.yaml: a mapping is needed")
    return table
