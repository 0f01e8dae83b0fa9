"""What pages need, under addresses that a browser keeps: when the content is another, so is the address."""

import hashlib
from functools import cache

from api.http.linking import linked, modules
from api.http.shell import EARLY_MODULE
from api.http.static_folder import STATIC

KEPT = "/static/kept"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_AFTER_EARLY = ("citizen/main.js",)
"""Scripts of pages that bring the early modules within themselves."""


@cache
def content(path: str) -> bytes | None:
    """Of a file of the pages: a script with all its modules. None where there is no such file."""
    file = (STATIC / path).resolve()
    if not file.is_relative_to(STATIC.resolve()) or file.suffix not in _TYPES or not file.is_file():
        return None
    if file.suffix != ".js":
        return file.read_bytes()
    early = modules(EARLY_MODULE) if path in _AFTER_EARLY else ()
    return linked(path, without=early).encode()


def media_type(path: str) -> str:
    """By the end of its name."""
    return _TYPES[path[path.rindex(".") :]]


def version(path: str) -> str:
    """Of the content as it is now."""
    return hashlib.sha256(content(path) or b"").hexdigest()[:12]


def address(path: str) -> str:
    """Where a browser finds the file, and may keep it for good."""
    return f"{KEPT}/{version(path)}/{path}"
