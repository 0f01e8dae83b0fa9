"""Checks that the lines offered before an appointment stand in the article, in each of its languages."""

from collections.abc import Iterator

from knowledge.content.articles import Article, ArticleLine
from knowledge.content.needs import Policy
from knowledge.errors import ContentError


def check_shortcuts(article: Article, policy: Policy) -> list[ContentError]:
    """The lines of ``how`` that the policy points at with ``online`` and ``urgent``, and that are not there."""
    section = next((section for section in article.sections if section.aspect == "how"), None)
    lines = section.lines if section else ()
    return [
        ContentError(article.file, section.number if section else 1, problem) for problem in _missing(lines, policy)
    ]


def _missing(lines: tuple[ArticleLine, ...], policy: Policy) -> Iterator[str]:
    online, urgent = policy.online, policy.urgent
    if online is not None:
        places = [place for place, line in enumerate(lines) if online.link in line.facts]
        if not places:
            yield f"no line of 'how' has {online.link!r}, which 'online' names"
        elif places[0] + online.sentences > len(lines):
            yield f"'online' counts {online.sentences} lines from the one with {online.link!r} on; 'how' ends before"
    if urgent is not None and not any(urgent in line.text for line in lines):
        yield f"no line of 'how' names {urgent!r}, which 'urgent' names"
