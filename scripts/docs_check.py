"""``python -m scripts.docs_check`` checks that paths, links and commands in the documents exist.

``--write`` renews the table of settings.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer.main
from typer.core import TyperGroup

from api.settings.settings import Settings
from isac import app

ROOT = Path(__file__).parents[1]
SETTINGS_PAGE = ROOT / "docs" / "operators.md"
BEGIN, END = "<!-- settings -->", "<!-- /settings -->"

_QUOTED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_PATH = re.compile(r"[\w.<>*-]+(?:/[\w.<>*-]+)*/?")
_COMMAND = re.compile(r"\bisac((?: [a-z][a-z-]*(?:\|[a-z-]+)*)+)")
_ENDINGS = (".py", ".md", ".yaml", ".toml", ".ftl", ".csv", ".txt", ".sh", ".html", ".js", ".css")
_MADE_AT_RUN_TIME = ("var/",)


def main(arguments: list[str]) -> int:
    """Faults on the standard error; 1 when there is any."""
    if "--write" in arguments:
        SETTINGS_PAGE.write_text(with_settings(SETTINGS_PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    faults = [fault for page in pages(ROOT) for fault in check_page(page, ROOT)]
    page = SETTINGS_PAGE.read_text(encoding="utf-8")
    if with_settings(page) != page:
        faults.append("docs/operators.md: the table of settings is old; run python -m scripts.docs_check --write")
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


def pages(root: Path) -> list[Path]:
    """README, CONTRIBUTING and everything under docs."""
    top = [root / "README.md", root / "CONTRIBUTING.md"]
    return [page for page in top if page.exists()] + sorted((root / "docs").rglob("*.md"))


def check_page(page: Path, root: Path) -> Iterator[str]:
    """Paths in backticks, relative links, commands."""
    text, name = page.read_text(encoding="utf-8"), page.relative_to(root)
    prose = _FENCE.sub("", text)
    for quoted in _QUOTED.findall(prose):
        if looks_like_path(quoted, root) and not exists(quoted, root):
            yield f"{name}: there is no {quoted}"
    for target in _LINK.findall(prose):
        if not re.match(r"[a-z]+:|#", target) and not (page.parent / target.split("#")[0]).exists():
            yield f"{name}: the link to {target} leads nowhere"
    for command in sorted({words for match in _COMMAND.findall(_code(text)) for words in spelled_out(match.split())}):
        if not is_command(command.split()):
            yield f"{name}: there is no command isac {command}"


def looks_like_path(quoted: str, root: Path) -> bool:
    """True when text in backticks names a file of the repository, not a value, a route or a command."""
    if not _PATH.fullmatch(quoted) or quoted.startswith(_MADE_AT_RUN_TIME):
        return False
    first = quoted.split("/")[0]
    return quoted.endswith(_ENDINGS) or ("/" in quoted and (root / first).is_dir())


def exists(quoted: str, root: Path) -> bool:
    """Placeholders such as ``<need>`` stand for anything."""
    pattern = re.sub(r"<[^>]*>", "*", quoted.rstrip("/"))
    return any(root.glob(pattern)) or ("/" not in pattern and any(root.glob(f"*/**/{pattern}")))


def _code(text: str) -> str:
    """Text that a reader would type: backticks, fences and indented lines."""
    indented = [line for line in text.splitlines() if line.startswith("    ")]
    return "\n".join([*_QUOTED.findall(_FENCE.sub("", text)), *_FENCE.findall(text), *indented])


def spelled_out(words: list[str]) -> Iterator[str]:
    """``eval list|run`` names two commands; other words are kept as they are."""
    *before, last = words if "|" in words[-1] else [*words, ""]
    for choice in last.split("|"):
        yield " ".join([*before, choice]).strip()


def is_command(words: list[str]) -> bool:
    """True when the words begin with a command; arguments may follow it."""
    command = typer.main.get_command(app)
    for word in words:
        if not isinstance(command, TyperGroup):
            return True
        if word not in command.commands:
            return False
        command = command.commands[word]
    return True


def settings_table() -> str:
    """Every setting with its variable, default and meaning."""
    lines = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f"`{_spelled(field.default)}`"
        lines.append(f"| `ISAC_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines)


def _spelled(value: object) -> str:
    """Spell a value as in the environment."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def with_settings(page: str) -> str:
    """The page with a fresh table between its markers. ValueError when it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"no {BEGIN} … {END} in the page")
    return f"{before}{BEGIN}\n{settings_table()}\n{END}{after}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
