"""Folder of the files of the pages."""

from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
