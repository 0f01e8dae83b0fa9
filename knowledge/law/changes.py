"""What differs between two versions of a norm, and which lines and facts of ours it touches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.law.norm import LawArticle, NormText
from knowledge.law.spans import SpanState, find_span
from knowledge.law.subjects import SubjectReference

ChangeKind = Literal["new", "gone", "changed", "will_change"]


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that reads otherwise. ``from_day``: when, if that is still to come."""

    key: str
    heading: str
    kind: ChangeKind
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """A line or fact whose article changed. ``found``: the very words that it rests on are still there."""

    subject: str
    place: str
    state: SpanState
    elsewhere: str
    file: str
    line: int


def find_changes(old: NormText, new: NormText, day: date) -> tuple[ArticleChange, ...]:
    """The articles that read otherwise on that day, and those that will."""
    keys = dict.fromkeys((*old.by_key, *new.by_key))
    return tuple(change for key in keys if (change := _change(old.by_key.get(key), new.by_key.get(key), day)))


def _change(old: LawArticle | None, new: LawArticle | None, day: date) -> ArticleChange | None:
    shown = new or old
    assert shown is not None
    before, after = old and old.on(day), new and new.on(day)
    if before is None and after is not None:
        return ArticleChange(shown.key, shown.heading, "new")
    if before is not None and after is None:
        return ArticleChange(shown.key, shown.heading, "gone")
    if before and after and before.blocks != after.blocks:
        return ArticleChange(shown.key, shown.heading, "changed")
    known = {one.blocks for one in old.wordings} if old else set()
    coming = [one for one in new.wordings if one.valid_from and one.valid_from > day] if new else []
    later = next((one for one in coming if one.blocks not in known), None)
    return ArticleChange(shown.key, shown.heading, "will_change", later.valid_from) if later else None


def find_touched(
    changes: Iterable[ArticleChange], new: NormText, references: Iterable[SubjectReference], day: date
) -> Iterator[Touched]:
    """The lines and facts that name a changed article, with what became of their words."""
    keys = {change.key for change in changes}
    for one in references:
        reference = one.reference
        if reference.norm.id == new.id and reference.article in keys:
            found = find_span(reference, new, day)
            yield Touched(
                one.subject, reference.place, found.state, found.elsewhere, reference.file, reference.line
            )  # fmt: skip
