"""What a citizen had, by script: little is told of whoever only named a document, and all once somebody checked it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

Json = dict[str, Any]
CITIZEN = "c" * 64
NEED = {"id": "jubilacion_ordinaria", "name": "jubilacion ordinaria"}


def day(after: int) -> str:
    """An ISO day, so many after today."""
    return (datetime.now(UTC) + timedelta(days=after)).date().isoformat()


class ScriptedPast:
    """One citizen, with a case of two promises, an appointment and twelve contacts."""

    def __init__(self) -> None:
        self.who: Json = {"citizen": CITIZEN, "level": "stated"}
        self.found: list[Json] = []
        promises = [
            {"id": "p1", "text": "Llamar a la persona.", "who": "agent", "by": day(4), "done": False},
            {"id": "p2", "text": "Mandar el informe.", "who": "agent", "by": day(-2), "done": False},
        ]
        self.open: Json = {
            "id": "k1", "need": NEED, "state": "open", "opened_at": f"{day(-20)}T09:00:00Z", "agent": None,
            "changed_at": f"{day(-2)}T09:00:00Z", "resolved_at": None, "note": None, "promises": promises,
            "interactions": [],
        }  # fmt: skip

    @property
    def _verified(self) -> bool:
        return bool(self.who["level"] == "verified")

    async def citizen(self, request: Request) -> Response:
        return JSONResponse(self.who)

    async def identify(self, request: Request) -> Response:
        body = await request.json()
        self.who = {"citizen": body.get("citizen", CITIZEN), "level": "verified", "how": body["how"]}
        return JSONResponse(self.who)

    async def find(self, request: Request) -> Response:
        self.found.append(await request.json())
        return JSONResponse({"id": CITIZEN})

    async def timeline(self, request: Request) -> Response:
        first = int(request.query_params.get("after", 0))
        size = int(request.query_params["limit"])
        rows = [self._contact(number) for number in range(12)][first : first + size]
        return JSONResponse({"interactions": rows, "next_after": str(first + size) if first + size < 12 else None})

    async def cases(self, request: Request) -> Response:
        return JSONResponse({"cases": [self.open if self._verified else {**self.open, "promises": []}]})

    async def change(self, request: Request) -> Response:
        self.open |= await request.json()
        return JSONResponse(self.open)

    async def keep(self, request: Request) -> Response:
        done = (await request.json())["done"]
        self.open["promises"] = [
            {**one, "done": done} if one["id"] == request.path_params["promise"] else one
            for one in self.open["promises"]
        ]
        return JSONResponse(self.open)

    async def appointments(self, request: Request) -> Response:
        self.found.append(await request.json())
        one = {"status": "booked", "starts_at": f"{day(3)}T10:30:00+01:00", "need": NEED["id"], "channel": "in_person",
               "locator": "K7MQ2XHD", "office": {"name": "Oficina de Girona"}}  # fmt: skip
        return JSONResponse([one, {**one, "status": "cancelled", "locator": "OTRA"}])

    def _contact(self, number: int) -> Json:
        told = (
            {"outcome": "resolved", "summary": f"Se le explicó ({number}).", "agent": "bea"} if self._verified else {}
        )
        return {
            "system": "isac", "reference": str(number), "at": f"{day(-number - 1)}T10:00:00Z", "channel": "phone",
            "need": NEED["id"], "matter": NEED["name"], "outcome": None, "summary": None, "appointment_id": None,
            "agent": None, "case": "k1", **told,
        }  # fmt: skip


async def quality(request: Request) -> Response:
    """One matter of many contacts, and one of few."""
    none = dict.fromkeys(("contacts", "handed_over", "ratings", "shown", "used", "edited", "rejected", "corrected"), 0)
    many = {**none, "contacts": 120, "handed_over": 30, "ratings": 9, "shown": 40, "used": 22, "corrected": None}
    rows = [
        {"need": "paro", "name": "paro", "language": "eu", "outcomes": {}, "wait_s": None, "rating": None, **none,
         "contacts": None},
        {"need": NEED["id"], "name": NEED["name"], "language": "es", "outcomes": {"resolved": 26, "pending": None},
         "wait_s": 75, "rating": 4.25, **many},
    ]  # fmt: skip
    return JSONResponse({"few": 5, "matters": rows})


async def readings(request: Request) -> Response:
    """One that was put right."""
    before = {"need": "paro", "name": "paro", "language": "es", "danger": None}
    case = {"day": day(-1), "before": before, "after": {**before, "need": None, "name": None}}
    return JSONResponse({"cases": [{**case, "said": ["¿Y la ayuda?"]}]})
