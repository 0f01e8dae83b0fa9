"""The files of the pages."""

from pathlib import Path
from string import Template

STATIC = Path(__file__).parents[1] / "static"


def page_template(name: str) -> Template:
    """The page or part of that name, with its places for words."""
    return Template((STATIC / f"{name}.html").read_text(encoding="utf-8"))
