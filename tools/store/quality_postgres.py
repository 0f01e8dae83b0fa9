"""Figures by matter and what agents put right, on PostgreSQL: of contacts that are there and of those that are gone."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, text

from knowledge.languages import Language
from tools.citizens.timeline import OUTCOMES
from tools.feedback.feedback import FeedbackQuery
from tools.feedback.quality import MatterFigures, ReadingCase
from tools.store.database import Database

_COLUMNS = "day, language, need, handed_over, waited, outcome, score, read_first, read_last, said"
_ABOUT = f"""
    WITH contact AS (
        SELECT f.* FROM contacts CROSS JOIN LATERAL figures_of_contact(contacts.id) f
        WHERE contacts.started >= :begins AND contacts.started < :ends AND (f.need IS NOT NULL OR f.handed_over)
        UNION ALL
        SELECT {_COLUMNS} FROM contact_figures WHERE day BETWEEN :since AND :until
    ), about AS (
        SELECT * FROM contact WHERE CAST(:language AS text) IS NULL OR language = :language
    )
"""
_COUNTED = ", ".join(f"count(*) FILTER (WHERE outcome = '{outcome}') AS {outcome}" for outcome in OUTCOMES)
_BY_MATTER = text(f"""{_ABOUT}
    SELECT need, language, count(*) AS contacts, count(*) FILTER (WHERE handed_over) AS handed_over,
        count(waited) AS waits, percentile_cont(0.5) WITHIN GROUP (ORDER BY waited) AS wait,
        count(score) AS ratings, avg(score) AS rating, {_COUNTED}
    FROM about GROUP BY need, language
""")
_CORRECTED = text(f"""{_ABOUT}
    SELECT read_first ->> 'need' AS need, language, count(*) AS corrected FROM about
    WHERE read_first ->> 'need' IS DISTINCT FROM read_last ->> 'need' GROUP BY read_first ->> 'need', language
""")
_CASES = text(f"""{_ABOUT}
    SELECT day, read_first, read_last, said FROM about WHERE read_first <> read_last ORDER BY day DESC LIMIT :limit
""")
_EVER = (date(2000, 1, 1), date(9000, 1, 1))


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
        return [ReadingCase(row.day, row.read_first, row.read_last, tuple(row.said or ())) for row in rows]


def _asked(query: FeedbackQuery) -> dict[str, Any]:
    since, until = query.since or _EVER[0], query.until or _EVER[1]
    begins, ends = (datetime.combine(day, time(), UTC) for day in (since, until + timedelta(days=1)))
    return {"since": since, "until": until, "begins": begins, "ends": ends, "language": query.language}


def _figures(row: Row[Any], corrected: int) -> MatterFigures:
    outcomes: dict[str, int] = {outcome: getattr(row, outcome) for outcome in OUTCOMES if getattr(row, outcome)}
    return MatterFigures(
        need=row.need,
        language=row.language,
        contacts=row.contacts,
        handed_over=row.handed_over,
        outcomes=outcomes,
        waits=row.waits,
        wait=None if row.wait is None else timedelta(seconds=float(row.wait)),
        ratings=row.ratings,
        rating=None if row.rating is None else float(row.rating),
        corrected=corrected,
    )
