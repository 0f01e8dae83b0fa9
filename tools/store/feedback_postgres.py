"""Suggestions and their feedback on PostgreSQL."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from tools.errors import SuggestionNotFound
from tools.feedback.feedback import Feedback, FeedbackQuery, Proposed, ProposedReply, Review, Tally
from tools.store.database import Database
from tools.store.schema import suggestion_feedback, suggestions


class PostgresFeedbackLog:
    """Implements ``FeedbackLog``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, proposed: Proposed) -> None:
        """See the port."""
        rows = [
            {
                "id": proposed.id,
                "place": place,
                "at": proposed.at,
                "language": proposed.language,
                "need": one.need,
                "aspect": one.aspect,
                "text": one.text,
                "confidence": one.confidence,
            }
            for place, one in enumerate(proposed.proposals)
        ]
        if rows:
            statement = insert(suggestions).values(rows).on_conflict_do_nothing()
            await self._database.run(lambda connection: connection.execute(statement))

    async def add(self, feedback: Feedback) -> None:
        """See the port."""
        row = {
            "id": feedback.proposed_id,
            "place": feedback.place,
            "judged": feedback.verdict != "shown",
            "verdict": feedback.verdict,
            "at": feedback.at,
            "text": feedback.text,
            "why": feedback.why,
        }
        given = insert(suggestion_feedback).values(row)
        last = {name: given.excluded[name] for name in ("verdict", "at", "text", "why")}
        statement = given.on_conflict_do_update(index_elements=["id", "place", "judged"], set_=last)
        try:
            await self._database.run(lambda connection: connection.execute(statement))
        except IntegrityError:
            raise SuggestionNotFound(feedback.proposed_id) from None

    async def tally(self, query: FeedbackQuery) -> list[Tally]:
        """See the port."""
        made, given = suggestions.c, suggestion_feedback.c
        columns = (made.need, made.language, given.verdict)
        statement = _joined(query).with_only_columns(*columns, func.count().label("times")).group_by(*columns)
        counts: dict[tuple[str, Any], dict[Any, int]] = {}
        for row in await self._database.run(lambda connection: connection.execute(statement)):
            counts.setdefault((row.need, row.language), {})[row.verdict] = row.times
        return [Tally(need, language, times) for (need, language), times in sorted(counts.items())]

    async def reviews(self, query: FeedbackQuery, limit: int) -> list[Review]:
        """See the port."""
        given = suggestion_feedback.c
        statement = _joined(query).where(given.verdict.in_(("edited", "rejected"))).order_by(given.at.desc())
        rows = await self._database.run(lambda connection: connection.execute(statement.limit(limit)))
        return [_review(row) for row in rows]


def _joined(query: FeedbackQuery) -> Select[Any]:
    made, given = suggestions.c, suggestion_feedback.c
    statement = select(
        suggestions, given.verdict, given.at.label("given_at"), given.text.label("said"), given.why
    ).join(suggestion_feedback, (given.id == made.id) & (given.place == made.place))
    if query.since is not None:
        statement = statement.where(made.at >= datetime.combine(query.since, time(), UTC))
    if query.until is not None:
        statement = statement.where(made.at < datetime.combine(query.until + timedelta(days=1), time(), UTC))
    if query.language is not None:
        statement = statement.where(made.language == query.language)
    return statement


def _review(row: Row[Any]) -> Review:
    proposal = ProposedReply(row.need, row.aspect, row.text, row.confidence)
    given = Feedback(row.id, row.place, row.verdict, row.given_at.astimezone(UTC), row.said, row.why)
    return Review(proposal, row.language, given)
