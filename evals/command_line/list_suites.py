"""``isac eval list``."""

import json
import sys

from rich.console import Console
from rich.table import Table

from evals.subjects import SUBJECTS


def list_suites(*, as_json: bool) -> None:
    """Print each suite and its subject."""
    if as_json:
        listed = [{"name": name, "about": about} for name, about in SUBJECTS.items()]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False) + "\n")
        return
    table = Table("suite", "measures")
    for row in SUBJECTS.items():
        table.add_row(*row)
    Console().print(table)
