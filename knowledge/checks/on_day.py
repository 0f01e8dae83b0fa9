"""What is told on a day, by need and section: the lines that fall away, and those with figures of a past year."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from knowledge.content.articles import Article, ArticleLine
from knowledge.content.facts import FactTable
from knowledge.passages import Aspect


@dataclass(slots=True)
class SectionOnDay:
    """A section, in every language, on a day. Its lines are counted from 1.

    ``empty``: those not told, with why. ``past``: those told with the last figures published, with their facts.
    """

    name: str
    aspect: Aspect
    lines: int
    empty: dict[int, list[str]] = field(default_factory=dict)
    past: dict[int, list[str]] = field(default_factory=dict)

    @property
    def fails(self) -> bool:
        """Whether its first line, which answers, is not told."""
        return 1 in self.empty

    def __str__(self) -> str:
        told = [f"line {place} not told: {', '.join(why)}" for place, why in sorted(self.empty.items())]
        if len(self.empty) == self.lines:
            told.insert(0, "nothing of it is told")
        if self.past:
            places = ", ".join(map(str, sorted(self.past)))
            told.append(f"with the last figures published: {places} of {self.lines}")
        return f"{self.name}, {self.aspect}: {'; '.join(told)}"


def sections_on(articles: Iterable[Article], facts: FactTable, day: date) -> list[SectionOnDay]:
    """Every section with a line that is not told that day, or not with figures in force; in the articles' order."""
    sections: dict[tuple[str, Aspect], SectionOnDay] = {}
    for article in articles:
        name = article.file.rpartition("/")[0].removeprefix("articles/")
        for section in article.sections:
            told = SectionOnDay(name, section.aspect, len(section.lines))
            told = sections.setdefault((name, section.aspect), told)
            for place, line in enumerate(section.lines, start=1):
                _add_line(told, place, line, facts, day)
    return [section for section in sections.values() if section.empty or section.past]


def _add_line(section: SectionOnDay, place: int, line: ArticleLine, facts: FactTable, day: date) -> None:
    states = {one: facts.state_on(one, day) for one in line.facts}
    missing = [f"{one} is {state}" for one, state in states.items() if facts.told_on(one, day) is None]
    past = [one for one, state in states.items() if state == "last_published"]
    if missing:
        section.empty[place] = missing
    elif past:
        section.past[place] = past
