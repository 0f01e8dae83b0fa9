"""Keeping gaps: their days, and that nothing of it reaches the citizen."""

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes.gap_log import MemoryGapLog
from tools.clock import fixed
from tools.errors import ToolUnavailable
from tools.gaps.gaps import Gap, GapKeeper, GapQuery

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)
GAP = Gap("¿Y los fareros?", "es", None, None, None, "not_understood", TODAY)


class BrokenLog(MemoryGapLog):
    """A log that is away."""

    async def add(self, gap: Gap) -> None:
        raise ToolUnavailable(gap.text)


async def test_a_gap_is_kept_and_a_turn_without_one_leaves_nothing() -> None:
    log = MemoryGapLog()
    keeper = GapKeeper(log, fixed(NOW), days=180)
    await keeper.keep(lambda: GAP)
    await keeper.keep(lambda: None)
    assert await log.find(GapQuery()) == [GAP]


async def test_what_is_past_its_days_is_forgotten_by_the_first_turn_of_a_day() -> None:
    log = MemoryGapLog(replace(GAP, day=TODAY - timedelta(days=back)) for back in (0, 179, 180, 500))
    await GapKeeper(log, fixed(NOW), days=180).keep(lambda: None)
    assert [gap.day for gap in await log.find(GapQuery())] == [TODAY - timedelta(days=179), TODAY]


async def test_with_no_days_nothing_is_kept_and_nothing_stays() -> None:
    log = MemoryGapLog([GAP])
    await GapKeeper(log, fixed(NOW), days=0).keep(lambda: GAP)
    assert await log.find(GapQuery()) == []


async def test_a_failure_is_counted_and_logged_without_the_question_and_never_raised(
    caplog: pytest.LogCaptureFixture,
) -> None:
    keeper = GapKeeper(BrokenLog(), fixed(NOW), days=180)
    with caplog.at_level(logging.WARNING):
        await keeper.keep(lambda: GAP)
        await keeper.keep(lambda: [GAP][1])
    assert keeper.lost == 2
    assert "ToolUnavailable" in caplog.text
    assert "fareros" not in caplog.text
