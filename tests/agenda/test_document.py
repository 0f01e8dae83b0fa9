"""The OpenAPI document, the reference agenda and the adapter say the same."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from tests.agenda.process import running
from tests.yaml_files import read_yaml
from tools.appointments.agenda.wire import AppointmentAnswer, HoldAnswer, ProblemAnswer, SlotAnswer

DOCUMENT: dict[str, Any] = read_yaml(Path(__file__).parents[2] / "docs" / "agenda-openapi.yaml")
ANA = {"X-Document": "12345678Z"}


def fits(body: Any, schema: str) -> None:
    root = {"$ref": f"#/components/schemas/{schema}", "components": DOCUMENT["components"]}
    Draft202012Validator(root, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(body)


@pytest.mark.parametrize("kind", ["corporate", "video"])
def test_what_the_reference_agenda_answers_is_in_the_document(kind: str) -> None:
    channel = "video" if kind == "video" else "phone"
    with running(kind) as agenda, httpx.Client(base_url=agenda.url, trust_env=False) as http:
        query = {"office_id": "inss-28", "service": "pensions", "channel": channel, "limit": "2"}
        slots = http.get("availability", params=query).json()
        fits(slots, "Availability")
        holds = [
            http.post("holds", json={"slot_id": slot["id"], "holder": f"h{number}"}).json()
            for number, slot in enumerate(slots["slots"])
        ]
        for hold in holds:
            fits(hold, "Hold")
        body = {
            "hold_id": holds[0]["id"], "service": "pensions", "need": "jubilacion_ordinaria",
            "document": ANA["X-Document"],
        }  # fmt: skip
        booked = http.post("appointments", json=body, headers={"Idempotency-Key": "k"})
        assert booked.status_code == 201
        locator = booked.json()["locator"]
        answers = [
            booked,
            http.get("appointments", headers={"Idempotency-Key": "k", **ANA}),
            http.get(f"appointments/{locator}", headers=ANA),
            http.patch(f"appointments/{locator}", headers=ANA, json={"hold_id": holds[1]["id"]}),
            http.delete(f"appointments/{locator}", headers=ANA),
        ]
        for answer in answers:
            fits(answer.json(), "Appointment")
            assert (answer.json()["room_url"] is not None) == (kind == "video")
        gone = http.get(f"appointments/{locator}", headers=ANA)
        assert (gone.status_code, gone.json()["code"]) == (404, "appointment_not_found")
        fits(gone.json(), "Problem")


@pytest.mark.parametrize(
    ("shape", "schema"), [(SlotAnswer, "Slot"), (HoldAnswer, "Hold"), (AppointmentAnswer, "Appointment")]
)
def test_the_adapter_reads_what_the_document_names(shape: Any, schema: str) -> None:
    described = DOCUMENT["components"]["schemas"][schema]
    read = shape.model_json_schema()
    assert set(read["properties"]) == set(described["properties"])
    assert set(read["required"]) == set(described["required"])


def test_the_adapter_knows_every_refusal_of_the_document() -> None:
    described = DOCUMENT["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]
    assert ProblemAnswer.model_json_schema()["properties"]["code"]["enum"] == described


def test_every_reference_in_the_document_leads_somewhere() -> None:
    def references(node: Any) -> list[str]:
        if isinstance(node, dict):
            own = [node["$ref"]] if "$ref" in node else []
            return own + [ref for value in node.values() for ref in references(value)]
        return [ref for value in node for ref in references(value)] if isinstance(node, list) else []

    for reference in references(DOCUMENT):
        found: Any = DOCUMENT
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
