"""What the citizen's page brings within itself, so that its first view and its conversation wait for nothing else."""

import base64
import hashlib

from api.http.linking import linked
from api.http.static_folder import STATIC


def _source(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"


EARLY_MODULE = "citizen/early.js"
SHELL = (STATIC / "citizen" / "shell.css").read_text(encoding="utf-8")
EARLY = linked(EARLY_MODULE)
STYLE_SOURCE, SCRIPT_SOURCE = _source(SHELL), _source(EARLY)
"""What the content security policy allows of what is written in a page: these words and no others."""
