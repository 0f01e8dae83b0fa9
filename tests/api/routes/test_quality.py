"""Quality by matter and readings put right, over HTTP."""

from dataclasses import dataclass, replace
from datetime import timedelta

import httpx
import pytest

from api.services.services import Services
from api.services.tokens import Role
from tests.api.scripted import NOW
from tools.feedback.feedback import Feedback, FeedbackQuery, Proposed, ProposedReply, Verdict
from tools.feedback.quality import MatterFigures, ReadingCase

MANY = MatterFigures(
    "jubilacion_ordinaria", "es", 40, 12, {"resolved": 9, "pending": 3}, 12, timedelta(seconds=90.4), 6, 4.333, 5
)  # fmt: skip
HARDLY = MatterFigures("paro", "eu", 4, 4, {"resolved": 4}, 4, timedelta(seconds=30), 2, 5.0, 1)
CASE = ReadingCase(
    NOW.date(),
    {"need": "paro", "language": "es", "reason": "asked", "danger": None},
    {"need": None, "language": "eu", "reason": "crisis", "danger": "crisis"},
    ("no puedo más",),
)


@dataclass
class Told:
    """Implements ``Quality`` with what it was given."""

    asked: FeedbackQuery | None = None

    async def by_matter(self, query: FeedbackQuery) -> list[MatterFigures]:
        self.asked = query
        return [MANY, HARDLY]

    async def reading_cases(self, query: FeedbackQuery, limit: int) -> list[ReadingCase]:
        return [CASE][:limit]


@pytest.fixture
def services(services: Services) -> Services:
    return replace(services, desk=replace(services.desk, quality=Told()))


def headers(services: Services, role: Role = "admin") -> dict[str, str]:
    return {"Authorization": f"Bearer {services.tokens.for_role(role)}", "Accept-Language": "es"}


async def test_figures_and_suggestions_of_a_matter_stand_in_one_row_and_few_are_not_told(
    client: httpx.AsyncClient, services: Services
) -> None:
    log = services.copilot.feedback
    for n in range(6):
        reply = ProposedReply("jubilacion_ordinaria" if n < 5 else "vida_laboral", None, "x", 0.9)
        await log.keep(Proposed(f"s{n}", NOW, "es", (reply,)))
        given: tuple[Verdict, ...] = ("shown", "used") if n < 2 else ("shown",)
        for verdict in given:
            await log.add(Feedback(f"s{n}", 0, verdict, NOW))
    body = (await client.get("/v1/insights/quality", headers=headers(services))).json()
    many, hardly, suggested = body["matters"]
    assert body["few"] == 5
    assert many == {
        "need": "jubilacion_ordinaria", "name": "jubilacion ordinaria", "language": "es", "contacts": 40,
        "handed_over": 12, "outcomes": {"resolved": 9, "pending": None}, "wait_s": 90, "ratings": 6, "rating": 4.33,
        "shown": 5, "used": None, "edited": 0, "rejected": 0, "corrected": 5,
    }  # fmt: skip
    assert {hardly[name] for name in ("contacts", "handed_over", "wait_s", "ratings", "rating", "corrected")} == {None}
    assert (suggested["need"], suggested["contacts"], suggested["shown"]) == ("vida_laboral", 0, None)


async def test_days_and_language_are_passed_on(client: httpx.AsyncClient, services: Services) -> None:
    await client.get("/v1/insights/quality?from=2026-11-01&language=eu", headers=headers(services))
    told = services.desk.quality
    assert isinstance(told, Told)
    assert told.asked is not None
    assert (str(told.asked.since), told.asked.language) == ("2026-11-01", "eu")


async def test_cases_tell_what_it_was_taken_to_be_and_what_was_said_and_no_agent(
    client: httpx.AsyncClient, services: Services
) -> None:
    (case,) = (await client.get("/v1/insights/readings", headers=headers(services))).json()["cases"]
    assert case["before"] == {"need": "paro", "name": "paro", "language": "es", "danger": None}
    assert case["after"] == {"need": None, "name": None, "language": "eu", "danger": "crisis"}
    assert case["said"] == ["no puedo más"]


@pytest.mark.parametrize("what", ["quality", "readings"])
async def test_only_supervisors_read_them(client: httpx.AsyncClient, services: Services, what: str) -> None:
    assert (await client.get(f"/v1/insights/{what}", headers=headers(services, "agent"))).status_code == 403
