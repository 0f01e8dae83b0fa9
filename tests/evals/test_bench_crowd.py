"""A smaller crowd than that of the bench: 8 hoarders, 80 citizens, 20 times."""

from datetime import timedelta
from random import Random

import pytest

from evals.bench.crowd import CrowdFigures, CrowdPlan, Protection, bench_crowd, document_of, gini
from tests.administrations import SEGURIDAD_SOCIAL
from tools.appointments.fairness import HoldLimits, random_delay
from tools.appointments.slots import BookingRules
from tools.reading.identities.parsing import parse_document
from tools.store.database import Database

SMALL = CrowdPlan(hoarders=8, citizens=80, supply=20, minutes=150)
LIMITS = HoldLimits(live_per_person=2, live_per_origin=10, daily_per_person=10, daily_per_origin=200)


async def measured(database: Database, *, protected: bool) -> CrowdFigures:
    delay = random_delay(timedelta(minutes=5), Random(7))
    rules = BookingRules(limits=LIMITS, delay=delay) if protected else BookingRules()
    return await bench_crowd(database, SMALL, Protection(SEGURIDAD_SOCIAL, rules, in_line=protected))


async def test_hoarders_get_no_more_than_their_share(database: Database) -> None:
    figures = await measured(database, protected=True)
    assert figures.share_low <= figures.fair_share
    assert figures.double == 0
    assert figures.appointments >= 0.9 * figures.supply


async def test_without_protection_the_same_hoarders_get_far_more(database: Database) -> None:
    figures = await measured(database, protected=False)
    assert figures.share_low > figures.fair_share
    assert figures.held_share > 2 * figures.fair_share
    assert figures.double == 0


def test_gini_is_nothing_among_equals_and_near_one_when_one_has_all() -> None:
    assert gini([3, 3, 3, 3]) == pytest.approx(0)
    assert gini([0] * 99 + [5]) == pytest.approx(0.99)


def test_everybody_has_a_document() -> None:
    assert len({parse_document(document_of(number)) for number in range(100)}) == 100
