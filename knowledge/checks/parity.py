"""The languages say the same: same sections, as many lines, the same facts on each line."""

from collections import defaultdict
from collections.abc import Sequence

from knowledge.content.articles import Article, Section
from knowledge.errors import ContentError
from knowledge.languages import Language


def check_parity(articles: tuple[Article, ...], languages: Sequence[Language]) -> list[ContentError]:
    """Every article against the first language that its need has."""
    by_need: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_need[article.need].append(article)
    problems: list[ContentError] = []
    for versions in by_need.values():
        present = {version.language for version in versions}
        missing = [language for language in languages if language not in present]
        folder = versions[0].file.rpartition("/")[0]
        problems += [ContentError(f"{folder}/{code}.md", None, "the article is missing") for code in missing]
        for version in versions[1:]:
            problems += _compare(versions[0], version)
    return problems


def _compare(reference: Article, article: Article) -> list[ContentError]:
    expected = [section.aspect for section in reference.sections]
    present_sections = [section.aspect for section in article.sections]
    if expected != present_sections:
        problem = f"sections are {', '.join(present_sections)}; in {reference.language} they are {', '.join(expected)}"
        return [ContentError(article.file, None, problem)]
    return [
        problem
        for ours, theirs in zip(article.sections, reference.sections, strict=True)
        for problem in _compare_sections(article, ours, reference, theirs)
    ]


def _compare_sections(article: Article, ours: Section, reference: Article, theirs: Section) -> list[ContentError]:
    if len(ours.lines) != len(theirs.lines):
        problem = f"{ours.aspect} has {len(ours.lines)} lines; in {reference.language} it has {len(theirs.lines)}"
        return [ContentError(article.file, ours.number, problem)]
    problems = []
    for mine, other in zip(ours.lines, theirs.lines, strict=True):
        # a language may need another order of the same facts
        if sorted(mine.facts) != sorted(other.facts):
            problem = f"facts {_shown(mine.facts)}; {reference.file}:{other.number} has {_shown(other.facts)}"
            problems.append(ContentError(article.file, mine.number, problem))
        if mine.text.startswith("- ") != other.text.startswith("- "):
            problem = f"a bullet in one language and not in the other ({reference.file}:{other.number})"
            problems.append(ContentError(article.file, mine.number, problem))
    return problems


def _shown(facts: tuple[str, ...]) -> str:
    return ", ".join(facts) or "none"
