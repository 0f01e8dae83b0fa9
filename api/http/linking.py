"""The modules of a page as one script: fetched one by one, each would cost a slow line a way there and back.

They are read as they stand, with no tool but this file, and each keeps its own lines under its own name. What is
understood is how the pages are written: imports and exports at the start of a line, by name. Anything else is refused
when the page is built, never in somebody's browser.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from api.http.static_folder import STATIC

_IMPORT = re.compile(
    r'^import (?:(?:\{(?P<names>[^}]*)\}|\* as (?P<whole>\w+)) from )?"(?P<path>\./|\.\./)(?P<rest>[\w./-]+)";', re.M
)
_EXPORT = re.compile(r"^export (?=(?:const|class|(?:async )?function\*?) (?P<name>\w+))", re.M)
_EXPORTED = re.compile(r"^export \{(?P<names>[\w\s,]*)\};", re.M)
_LEFT = re.compile(
    r"^(?:import|export|await|for await|(?:const|let) [^=]+ = await)\b.*|.*\bimport(?:\.meta|\().*", re.M
)
_RENAMED = re.compile(r"\bas\b")


class NotLinked(ValueError):
    """A module is written in a way that is not understood, or needs itself."""


@dataclass(frozen=True, slots=True)
class Module:
    """A file of the pages: what it needs, in order, and its words within a function of its own."""

    path: str
    needs: tuple[str, ...]
    code: str


def linked(entry: str, without: Collection[str] = ()) -> str:
    """The script that does what the module ``entry`` does, with all that it needs.

    ``without``: modules that another script of the page has brought.
    """
    code = "".join(module.code for path, module in modules(entry).items() if path not in without)
    return f'(() => {{ "use strict"; const modules = (globalThis.modules ??= {{}});\n{code}}})();\n'


def modules(entry: str) -> Mapping[str, Module]:
    """The module ``entry`` and all that it needs, by path: what is needed comes before what needs it."""
    found: dict[str, Module] = {}
    _find(entry, found, ())
    return found


def _find(path: str, found: dict[str, Module], above: tuple[str, ...]) -> None:
    if path in above:
        raise NotLinked(" needs ".join((*above, path)))
    if path in found:
        return
    module = _module(path)
    for needed in module.needs:
        _find(needed, found, (*above, path))
    found[path] = module


def _module(path: str) -> Module:
    text = (STATIC / path).read_text(encoding="utf-8")
    needs: list[str] = []

    def bound(match: re.Match[str]) -> str:
        needs.append(_resolved(path, match["path"] + match["rest"]))
        names = match["whole"] or (f"{{{_RENAMED.sub(':', match['names'])}}}" if match["names"] else None)
        return f'const {names} = modules["{needs[-1]}"];' if names else ""

    code = _IMPORT.sub(bound, text)
    exports = ", ".join(_exports(code))
    code = _EXPORTED.sub("", _EXPORT.sub("", code))
    if left := _LEFT.search(code):
        raise NotLinked(f"{path}: {left[0].strip()}")
    return Module(path, tuple(needs), f'(() => {{ // {path}\n{code}modules["{path}"] = {{ {exports} }};\n}})();\n')


def _exports(code: str) -> Iterator[str]:
    for match in _EXPORT.finditer(code):
        yield match["name"]
    for match in _EXPORTED.finditer(code):
        yield from re.findall(r"\w+", match["names"])


def _resolved(path: str, relative: str) -> str:
    """What a module at ``path`` means by ``relative``."""
    parts = list(PurePosixPath(path).parent.parts)
    for part in PurePosixPath(relative).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
