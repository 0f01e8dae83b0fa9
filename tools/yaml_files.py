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

    def construct_document(self, node: Any) -> Any:
        """The document of the base loader, which of two equal keys would silently keep the last."""
        _refuse_twice(node)
        return super().construct_document(node)


def _refuse_twice(node: yaml.Node) -> None:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_twice(item)
    if isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in keys:
                raise yaml.MarkedYAMLError(problem=f"{name!r} is given twice", problem_mark=key.start_mark)
            keys.add(name)
            _refuse_twice(value)


def load_yaml(text: str, file: str) -> Any:
    """The document, each mapping with its line under ``LINE``. Raises ContentError: no YAML, or a key given twice."""
    try:
        return yaml.load(text, Loader=_LineLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ContentError(PurePath(file).as_posix(), line, error.problem or "not YAML") from error
