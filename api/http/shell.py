"""The style that the citizen's page brings within itself, so that its first view waits for nothing else."""

import base64
import hashlib

from api.http.static_folder import STATIC

SHELL = (STATIC / "citizen" / "shell.css").read_text(encoding="utf-8")
_DIGEST = base64.b64encode(hashlib.sha256(SHELL.encode()).digest()).decode()
STYLE_SOURCE = f"'sha256-{_DIGEST}'"
"""What the content security policy allows of styles written in a page: these words and no others."""
