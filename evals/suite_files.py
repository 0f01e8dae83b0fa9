"""The data of the suites: YAML in the folder of the administration, read and checked once."""

from importlib.resources.abc import Traversable
from typing import Any

import yaml

from api.settings.settings import load_settings
from knowledge.administration import load_administration
from knowledge.languages import LANGUAGES

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SuiteError(ValueError):
    """A data file does not say what its suite needs; the message names the file."""


def suites_folder() -> Traversable:
    """Folder of suites of the configured administration. Raises ContentError, SettingsError."""
    return load_administration(load_settings().administration).folder / "suites"


def load_suite_file(name: str, root: Traversable | None = None) -> Any:
    """The content of one file, such as ``questions/es.yaml``. Raises SuiteError."""
    try:
        return yaml.load((root or suites_folder()).joinpath(name).read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, yaml.YAMLError) as error:
        raise SuiteError(f"{name}: {error}") from error


def in_six(entry: Any, where: str) -> dict[str, Any]:
    """A mapping that has the six languages and nothing else. Raises SuiteError."""
    if not isinstance(entry, dict) or set(entry) != set(LANGUAGES):
        raise SuiteError(f"{where}: needs exactly the languages {', '.join(LANGUAGES)}")
    return entry


def listed(value: str | list[str]) -> list[str]:
    """Wrap a single value in a list."""
    return value if isinstance(value, list) else [value]
