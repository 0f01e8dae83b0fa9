"""The data of the suites: YAML beside this file, read and checked once."""

from pathlib import Path
from typing import Any

import yaml

from knowledge.languages import LANGUAGES

SUITES = Path(__file__).parent / "suites"


class SuiteError(ValueError):
    """A data file does not say what its suite needs; the message names the file."""


def read(name: str, root: Path = SUITES) -> Any:
    """The content of one file, such as ``questions/es.yaml``. Raises SuiteError."""
    try:
        return yaml.safe_load((root / name).read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise SuiteError(f"{name}: {error}") from error


def in_six(entry: Any, where: str) -> dict[str, Any]:
    """A mapping that has the six languages and nothing else. Raises SuiteError."""
    if not isinstance(entry, dict) or set(entry) != set(LANGUAGES):
        raise SuiteError(f"{where}: needs exactly the languages {', '.join(LANGUAGES)}")
    return entry


def listed(value: str | list[str]) -> list[str]:
    """One or several, as a list."""
    return value if isinstance(value, list) else [value]
