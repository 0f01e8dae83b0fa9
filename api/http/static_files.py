"""The files of the pages."""

import re
from string import Template

from api.http.kept_files import address
from api.http.static_folder import STATIC

__all__ = ["STATIC", "page_template"]

_NEEDED = re.compile(r'(?<=(?:href|.src)=")/static/(?P<path>[\w./-]+)(?=")')
_MODULE = re.compile(r'<script type="module" src="')


def page_template(name: str) -> Template:
    """The page or part of that name, with its places for words. What it needs has an address by which it is kept."""
    text = (STATIC / f"{name}.html").read_text(encoding="utf-8")
    return Template(_NEEDED.sub(lambda match: address(match["path"]), _MODULE.sub('<script defer src="', text)))
