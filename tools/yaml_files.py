"""YAML data files whose mistakes are reported with file and line."""

from pathlib import PurePath
from typing import Any

import yaml

from knowledge.errors import ContentError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LINE = "__line__"


class _LineLoader(_Loader):  # type: ignore[misc]  # the base is one of two classes, known when it runs
    """Adds to every mapping the line it starts on, under ``LINE``."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """The mapping of the base loader plus its line."""
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


def load_yaml(text: str, file: str) -> Any:
    """The document, each mapping with its line under ``LINE``. Raises ContentError when it is not YAML."""
    try:
        return yaml.load(text, Loader=_LineLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ContentError(PurePath(file).as_posix(), line, error.problem or "not YAML") from error
