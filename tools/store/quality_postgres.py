"""Figures by matter and what agents put right, from the log of contacts and the hand-offs on PostgreSQL."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, text

from knowledge.languages import Language
from tools.citizens.timeline import OUTCOMES
from tools.feedback.feedback import FeedbackQuery
from tools.feedback.quality import MatterFigures, ReadingCase
from tools.store.database import Database

_ABOUT = """
    WITH about AS (
        SELECT c.id, COALESCE(h.body ->> 'language', c.language) AS language, h.id AS hand_off,
            CASE WHEN h.id IS NULL THEN e.need ELSE h.body ->> 'need' END AS need,
            extract(epoch FROM h.accepted_at - h.created_at) AS waited,
            e.outcome, e.score, e.read_at, e.read_number, e.read_first, e.read_last
        FROM contacts c
        LEFT JOIN LATERAL (
            SELECT * FROM hand_offs WHERE body ->> 'conversation_id' = c.id ORDER BY created_at DESC LIMIT 1
        ) h ON true
        CROSS JOIN LATERAL (
            SELECT
                (array_agg(data ->> 'need' ORDER BY number DESC)
                    FILTER (WHERE kind IN ('turn', 'need') AND data ->> 'need' IS NOT NULL))[1] AS need,
                (array_agg(data ->> 'disposition' ORDER BY number DESC) FILTER (WHERE kind = 'wrap_up'))[1] AS outcome,
                (array_agg(CAST(data ->> 'score' AS int) ORDER BY number) FILTER (WHERE kind = 'rating'))[1] AS score,
                max(at) FILTER (WHERE kind = 'reading') AS read_at,
                max(number) FILTER (WHERE kind = 'reading') AS read_number,
                (array_agg(data -> 'before' ORDER BY number) FILTER (WHERE kind = 'reading'))[1] AS read_first,
                (array_agg(data -> 'after' ORDER BY number DESC) FILTER (WHERE kind = 'reading'))[1] AS read_last
            FROM contact_events WHERE contact_id = c.id
        ) e
        WHERE c.started >= :since AND c.started < :until
    )
"""
"""Contacts of some days: what each was about, what became of it, and what an agent put right first and last."""

_COUNTED = ", ".join(f"count(*) FILTER (WHERE outcome = '{outcome}') AS {outcome}" for outcome in OUTCOMES)
_BY_MATTER = text(f"""{_ABOUT}
    SELECT need, language, count(*) AS contacts, count(hand_off) AS handed_over, count(score) AS ratings,
        avg(score) AS rating, percentile_cont(0.5) WITHIN GROUP (ORDER BY waited) AS wait, {_COUNTED}
    FROM about
    WHERE (need IS NOT NULL OR hand_off IS NOT NULL)
        AND (CAST(:language AS text) IS NULL OR language = :language)
    GROUP BY need, language
""")
_CORRECTED = text(f"""{_ABOUT}
    SELECT read_first ->> 'need' AS need, language, count(*) AS corrected FROM about
    WHERE read_first ->> 'need' IS DISTINCT FROM read_last ->> 'need'
        AND (CAST(:language AS text) IS NULL OR language = :language)
    GROUP BY read_first ->> 'need', language
""")
_CASES = text(f"""{_ABOUT}
    SELECT read_at, read_first, read_last, ARRAY(
        SELECT data ->> 'text' FROM contact_events
        WHERE contact_id = about.id AND number < read_number AND kind = 'utterance' AND data ->> 'speaker' = 'citizen'
        ORDER BY number DESC LIMIT 3
    ) AS said
    FROM about
    WHERE read_first <> read_last AND (CAST(:language AS text) IS NULL OR language = :language)
    ORDER BY read_at DESC LIMIT :limit
""")
_EVER = (datetime(2000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC))


class PostgresQuality:
    """Implements ``Quality``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def by_matter(self, query: FeedbackQuery) -> list[MatterFigures]:
        """See the port."""
        asked = _asked(query)
        rows = (await self._database.run(lambda connection: connection.execute(_BY_MATTER, asked))).all()
        corrected = (await self._database.run(lambda connection: connection.execute(_CORRECTED, asked))).all()
        wrong: dict[tuple[str | None, Language], int] = {(one.need, one.language): one.corrected for one in corrected}
        found = [_figures(row, wrong.pop((row.need, row.language), 0)) for row in rows]
        found += [MatterFigures(need, language, corrected=times) for (need, language), times in wrong.items()]
        return sorted(found, key=lambda one: (-one.contacts, one.need or "", one.language))

    async def reading_cases(self, query: FeedbackQuery, limit: int) -> list[ReadingCase]:
        """See the port."""
        asked = {**_asked(query), "limit": limit}
        rows = await self._database.run(lambda connection: connection.execute(_CASES, asked))
        return [
            ReadingCase(row.read_at.astimezone(UTC), row.read_first, row.read_last, tuple(reversed(row.said)))
            for row in rows
        ]


def _asked(query: FeedbackQuery) -> dict[str, Any]:
    since, until = _EVER
    if query.since is not None:
        since = datetime.combine(query.since, time(), UTC)
    if query.until is not None:
        until = datetime.combine(query.until + timedelta(days=1), time(), UTC)
    return {"since": since, "until": until, "language": query.language}


def _figures(row: Row[Any], corrected: int) -> MatterFigures:
    outcomes: dict[str, int] = {outcome: getattr(row, outcome) for outcome in OUTCOMES if getattr(row, outcome)}
    return MatterFigures(
        need=row.need,
        language=row.language,
        contacts=row.contacts,
        handed_over=row.handed_over,
        outcomes=outcomes,
        wait=None if row.wait is None else timedelta(seconds=float(row.wait)),
        ratings=row.ratings,
        rating=None if row.rating is None else float(row.rating),
        corrected=corrected,
    )
