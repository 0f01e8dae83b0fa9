"""Routes of a person, without a conversation."""

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.policy.rules import decide
from agents.routing.route import Danger, RoutedPerson, route
from agents.routing.rules import Seeks
from agents.understanding.reading import Reading
from agents.understanding.screen import CAP, screen
from agents.understanding.shared.labels import Candidate
from api.http.dependencies import LanguageDep, ServicesDep
from api.http.places import named_place, place_of
from api.problems.errors import UnknownNeed
from api.schemas.routing import RouteIn, RouteOut
from api.services.services import Services
from knowledge.languages import Language
from tools.queues.hand_offs import Reason

_DANGERS: Mapping[Reason, Danger] = {"emergency": "emergency", "crisis": "crisis", "violence": "violence"}

router = APIRouter(prefix="/v1", tags=["understanding"])


@router.post("/route")
async def find_route(body: RouteIn, services: ServicesDep, language: LanguageDep) -> RouteOut:
    """Unit, channel and office for a need or for the words of a person, with the reasons. Nothing is kept."""
    if body.need is not None and body.need not in services.knowledge.catalogue:
        raise UnknownNeed(body.need)
    where = named_place(body.office_id, body.postcode, body.province)
    place = place_of(services, where) if where else None
    person, need, confidence = RoutedPerson(body.seeks or "appointment"), body.need, None
    if need is None:
        person, found = await run_in_threadpool(_read, body, services)
        need, confidence = (found.need, found.confidence) if found else (None, None)
    person = RoutedPerson(body.seeks or person.seeks, person.danger, body.channel, body.office_id)
    entry = services.knowledge.catalogue[need] if need else None
    result = route(entry, person, place, body.at or services.clock(), services.directory)
    told_in: Language = body.language or language
    return RouteOut.of(result, body, (need, confidence), services.phrases, told_in)


def _read(body: RouteIn, services: Services) -> tuple[RoutedPerson, Candidate | None]:
    """The decision of the reception about the text, and its need."""
    screened = screen((body.text or "")[-CAP:])
    reading = services.knowledge.reader.read_message(screened.text, prior=body.language, now=services.clock())
    own_case = services.administration.own_case_need
    policy_input = PolicyInput(
        reading=reading, screened=screened, catalogue=services.knowledge.catalogue, own_case=own_case
    )
    decision = decide(policy_input)
    likely = {candidate.need: candidate for candidate in policy_input.candidates}
    best = next(iter(likely.values()), None)
    need = likely.get(decision.need, best) if decision.need else best
    return RoutedPerson(_sought(decision, reading), _DANGERS.get(decision.reason)), need


def _sought(decision: Decision, reading: Reading) -> Seeks:
    if decision.route == "hand_off":
        return "person"
    return "appointment" if decision.route == "collect" or "book" in reading.labels else "answer"
