"""Where the page's files are."""

from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
