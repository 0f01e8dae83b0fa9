"""Norms in Markdown files: metadata on top, articles under headings, as public collections of the gazette keep them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from knowledge.content.law_places import key_of_heading
from knowledge.errors import ContentError
from knowledge.law.norm import TABLE_CELLS, LawArticle, NormText, Wording, with_keys
from knowledge.words.spanish_numbers import folded
from knowledge.yaml_files import parse_yaml

_ANNEX = re.compile(r"ANEXO(?: [IVXLC]+)?")
_STRUCTURE = re.compile(
    r"(?:titulo|capitulo|seccion|subseccion|libro|parte|preambulo|exposicion|dispongo|disposiciones|texto refundido"
    r"|reglamento|[ivxlc]+$)"
)
_ENACTS = "dispongo"
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_MARKUP = re.compile(r"(?<!\\)\*+|\\(?=[\\*_\[\]()#.|>-])|</?su[bp]>")


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading with its level, or a paragraph or table: level 0."""

    level: int
    words: str


@dataclass(slots=True)
class _Open:
    key: str
    heading: str
    within: tuple[str, ...]
    blocks: list[str] = field(default_factory=list)


def read_markdown(file: Path) -> NormText:
    """The norm of a file. Raises ContentError where it is no norm, or not a whole one."""
    content = file.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(file.name, None, "it is not text in UTF-8") from error
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in lines[1:]:
        raise ContentError(file.name, 1, "it does not begin with the metadata of a norm between two lines of ---")
    end = lines.index("---", 1)
    meta = parse_yaml("\n".join(lines[1:end]), file.name).value
    if not text.endswith("\n"):
        raise ContentError(file.name, len(lines), "it is cut short: its last line does not end")
    articles = with_keys(list(_articles(lines[end + 1 :])))
    if not articles:
        raise ContentError(file.name, None, "it has no articles")
    return NormText(
        _text(meta, "identifier", file), _text(meta, "title", file), _day(meta, file), articles, "file",
        digest=sha256(content).hexdigest(),
    )  # fmt: skip


def _text(meta: object, key: str, file: Path) -> str:
    value = meta.get(key) if isinstance(meta, dict) else None
    if not isinstance(value, str) or not value:
        raise ContentError(file.name, 1, f"its metadata has no {key!r}")
    return value


def _day(meta: object, file: Path) -> date:
    written = _text(meta, "last_updated", file)
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ContentError(file.name, 1, f"last_updated is {written!r}, which is no date") from error


def _articles(lines: Sequence[str]) -> Iterator[LawArticle]:
    current: _Open | None = None
    above: dict[int, str] = {}
    for block in _blocks(lines):
        key = key_of_heading(block.words) if block.level or _ANNEX.fullmatch(block.words) else None
        structure = key is None and block.level and _STRUCTURE.match(folded(block.words))
        if current and (key or structure):
            yield _closed(current)
        if key is not None:
            current = _Open(key, block.words, tuple(above[level] for level in sorted(above)))
        elif structure:
            current = None
            above = {level: words for level, words in above.items() if level < block.level}
            if not folded(block.words).startswith(_ENACTS):
                above[block.level] = block.words
        elif current:
            current.blocks.append(block.words)
    if current:
        yield _closed(current)


def _closed(article: _Open) -> LawArticle:
    wording = Wording(None, None, "", tuple(article.blocks))
    return LawArticle(article.key, article.heading, (wording,), within=article.within)


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """Every heading, paragraph and table. Images are left out, and notes of the editor with the headings they quote."""
    rows: list[str] = []
    for line in [*lines, ""]:
        plain = line.strip()
        if plain.startswith("|"):
            if not _RULE.fullmatch(plain):
                rows.append(TABLE_CELLS.join(_plain(cell) for cell in plain.strip("|").split("|")))
            continue
        if rows:
            yield _Block(0, "\n".join(rows))
            rows = []
        words = plain.lstrip("#")
        if plain and not plain.startswith((">", "![")) and not (words != plain and words.startswith(' "')):
            yield _Block(len(plain) - len(words), _plain(words))


def _plain(text: str) -> str:
    """Without marks of emphasis, and every run of white space one blank."""
    return " ".join(_MARKUP.sub("", text).split())
