"""The administration that is served: a folder with everything about it."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def administration_folder(name: str = "seguridad_social") -> Traversable:
    """``knowledge/administrations/<name>``."""
    return files("knowledge") / "administrations" / name
