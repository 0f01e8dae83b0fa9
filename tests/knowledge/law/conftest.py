"""A tree of content whose lines name a norm of our own, and an empty store."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.content.articles import read_articles
from knowledge.content.facts import load_facts
from knowledge.content.norms import parse_norms
from knowledge.content.references import first_lines, parse_references
from knowledge.law.check import LawContent, LawReport, check_law, load_groups
from knowledge.law.store import LawStore
from knowledge.law.subjects import subjects
from knowledge.law.taking_in import LawDesk
from tests.law_example import REGISTER

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
REFERENCES = """\
what.1:
- {norm: example, article: 1}
requirements.1:
- {norm: example, article: 2, paragraph: 1.a}
requirements.2:
- {norm: example, article: 2bis, paragraph: p1}
how.1:
- {norm: example, article: dt2}
"""


@pytest.fixture
def store(tmp_path: Path) -> LawStore:
    return LawStore(tmp_path / "data" / "law")


@pytest.fixture
def cited_tree(tree: Path) -> Path:
    (tree / "norms.yaml").write_text(REGISTER, encoding="utf-8")
    (tree / "references" / "needs").mkdir(parents=True)
    (tree / "references" / "facts").mkdir()
    (tree / "references" / "who.yaml").write_text("autónomos: {lines: [autónom], law: [cuenta propia]}\n")
    write_references(tree, REFERENCES)
    return tree


def write_references(tree: Path, text: str) -> Path:
    """Those of the need ``pension``."""
    file = tree / "references" / "needs" / "pension.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def content_of(tree: Path) -> LawContent:
    administration = load_administration(tree)
    norms, problems = parse_norms(administration)
    problems.raise_first()
    references, problems = parse_references(administration, norms)
    problems.raise_first()
    groups, problems = load_groups(administration)
    problems.raise_first()
    lines = first_lines(read_articles(administration)[0], administration)
    return LawContent(administration, references, lines, load_facts(administration), groups)


@pytest.fixture
def desk(cited_tree: Path, store: LawStore) -> Callable[[], LawDesk]:
    """A desk with the content as it stands when it is called."""

    def make() -> LawDesk:
        content = content_of(cited_tree)
        norms, _ = parse_norms(content.administration)
        return LawDesk(store, norms, tuple(subjects(content.references)), NOW)

    return make


@pytest.fixture
def check(cited_tree: Path, store: LawStore, day: date) -> Callable[[], LawReport]:
    """What the check says of the content as it stands when it is called."""
    return lambda: check_law(content_of(cited_tree), store, day)
