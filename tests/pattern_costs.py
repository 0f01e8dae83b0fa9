"""Finds the patterns of the product and measures them over runs of one sign."""

import functools
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from time import thread_time
from types import ModuleType
from typing import Any

ROOMS = ("agents", "api", "evals", "knowledge", "speech", "tools")
LENGTH = 2_000
"""Characters of the longest message."""
MOST = 0.1
"""Seconds of this thread's own processor time: some five times what the slowest takes, a tenth of what a cube takes."""
TRIES = 3

SIGNS = ("@", ".", " ", "a", "1", "-", "/", ",", "\n", "é", "A")
MIXES = (
    "@.", "a@", "a.", "a ", "1 ", "1.", "1-", "1/", "- ", ". ", ", ", "a1", "a\n", " \n", "a-", "é ", "😀@", "&a", "ha",
    "no ", "de ", "mil ", "uno y ", "http://", "www.", "<a", "[a](",
)  # fmt: skip
RUNS = tuple((unit * LENGTH)[:LENGTH] for unit in (*SIGNS, *MIXES))


def _modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        package = importlib.import_module(room)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{room}."):
            if not found.name.endswith(("migrations.env", "__main__")):  # both act when they are imported
                yield importlib.import_module(found.name)


def patterns_in(value: Any, seen: set[int] | None = None) -> Iterator[re.Pattern[Any]]:
    """Those that can be reached through collections and through objects of ours."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
        return
    for part in _parts(value):
        yield from patterns_in(part, seen)


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return (*value, *value.values())
    if isinstance(value, tuple | list | set | frozenset):
        return value
    if isinstance(value, type | ModuleType) or type(value).__module__.split(".")[0] not in ROOMS:
        return ()
    slots = (name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ()))
    return [*getattr(value, "__dict__", {}).values(), *(getattr(value, name, None) for name in slots)]


def _kept(value: Any) -> Any:
    """What a function without arguments makes once and keeps, where it is made of patterns."""
    if isinstance(value, functools._lru_cache_wrapper) and "Pattern" in str(value.__annotations__.get("return")):
        return value() if value.__wrapped__.__code__.co_argcount == 0 else None
    return value


@functools.cache
def all_patterns() -> dict[str, re.Pattern[Any]]:
    """Every pattern of the product, each once, by where it was found."""
    by_text: dict[tuple[str | bytes, int], tuple[str, re.Pattern[Any]]] = {}
    for module in _modules():
        for name, value in vars(module).items():
            for pattern in patterns_in(_kept(value)):
                by_text.setdefault((pattern.pattern, pattern.flags), (f"{module.__name__}.{name}", pattern))
    return {f"{where} #{number}": pattern for number, (where, pattern) in enumerate(by_text.values())}


def cost(work: Callable[[], object], most: float = MOST) -> float:
    """Seconds of this thread: what else the machine does is not in it. The least of a few tries, until below most."""
    least = float("inf")
    for _ in range(TRIES):
        begun = thread_time()
        work()
        least = min(least, thread_time() - begun)
        if least <= most:
            break
    return least


def search_all(pattern: re.Pattern[Any], text: Any) -> None:
    for _ in pattern.finditer(text):
        pass
    pattern.fullmatch(text)


def slow_patterns(patterns: Mapping[str, re.Pattern[Any]]) -> dict[str, tuple[str, float, str | bytes]]:
    """Where each that is slow was found: the run it is slow over, its seconds, and how it begins."""
    slow = {}
    for where, pattern in patterns.items():
        for run in RUNS:
            text = run if isinstance(pattern.pattern, str) else run.encode()
            took = cost(lambda text=text, pattern=pattern: search_all(pattern, text))
            if took > MOST:
                slow[where] = (run[:4], round(took, 2), pattern.pattern[:200])
                break
    return slow
