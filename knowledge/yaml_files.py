"""YAML content files with the line of every value, so that an author is told where the mistake is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

import yaml

from knowledge.errors import ContentError

Where = tuple[str | int, ...]
"""Keys and positions that lead to a value from the top of the file."""

_MERGE = "tag:yaml.org,2002:merge"
"""``<<: *defaults``: the keys of another mapping, which the mapping's own go before."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """``value`` as plain Python; ``problems`` are keys given twice."""

    name: str
    value: object
    lines: dict[Where, int]
    problems: list[ContentError] = field(default_factory=list)

    def line(self, where: Where) -> int:
        """The line of the value, or of the nearest thing around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def raise_first(self) -> None:
        """Raise the first key given twice, for callers that collect no mistakes."""
        if self.problems:
            raise self.problems[0]

    def error(self, where: Where, problem: str) -> ContentError:
        """The mistake at that place, to be raised or collected."""
        return ContentError(self.name, self.line(where), problem)


def read_yaml(file: Traversable, name: str) -> YamlFile:
    """Raises ContentError when the file is not YAML. ``name`` is how messages call it."""
    return parse_yaml(file.read_text(encoding="utf-8"), name)


def parse_yaml(text: str, name: str) -> YamlFile:
    """Raises ContentError when the text is not YAML. Every key is text, as it is written."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        result = YamlFile(name, None, {(): 1})
        value = _value(loader, node, (), result) if node is not None else None
        return YamlFile(name, value, result.lines, result.problems)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ContentError(name, line, f"not valid YAML: {error.problem}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise ContentError(name, None, f"not valid YAML: {error}") from error
    finally:
        loader.dispose()


def yaml_files(root: Traversable, *folders: str) -> Iterator[tuple[Traversable, str]]:
    """(file, name to show) of every YAML file directly in those folders, sorted; absent folders have none."""
    for folder in folders:
        place = root.joinpath(folder)
        if place.is_dir():
            for file in sorted(place.iterdir(), key=lambda file: file.name):
                if file.name.endswith(".yaml"):
                    yield file, f"{folder}/{file.name}"
        elif place.is_file():
            yield place, folder


def _value(loader: yaml.SafeLoader, node: yaml.Node, where: Where, result: YamlFile) -> object:
    result.lines[where] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, item, (*where, index), result) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, where, result)
    scalar: object = loader.construct_object(node, deep=True)
    return scalar


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode, where: Where, result: YamlFile) -> dict[str, object]:
    content: dict[str, object] = {}
    merged: dict[str, object] = {}
    for key_node, value_node in node.value:
        if key_node.tag == _MERGE and isinstance(value_node, yaml.MappingNode):
            merged |= _mapping(loader, value_node, where, result)
            continue
        key = str(key_node.value)
        if key in content:
            line = key_node.start_mark.line + 1
            result.problems.append(ContentError(result.name, line, f"{key!r} is given twice"))
        content[key] = _value(loader, value_node, (*where, key), result)
    return merged | content
