"""Plain turns, as graders read them from a log."""

from typing import Any


def said(kind: str, text: str, *citations: dict[str, Any]) -> dict[str, Any]:
    return {"kind": kind, "text": text, "citations": list(citations)}


def quote(text: str, identity: str = "c_1", passage: str = "p_1") -> dict[str, Any]:
    """Of somebody else's document, which is its own source."""
    return {"id": identity, "quote": text, "passage_id": passage, "told": text.split("\n"), "place": None}


def of_law(told: str, words: str, identity: str = "c_1", passage: str = "p_1") -> dict[str, Any]:
    """Of a norm; without words, one that is not held."""
    return {"id": identity, "quote": words, "passage_id": passage, "told": told.split("\n"), "place": {"norm": "n"}}


def turn(*messages: dict[str, Any], **fields: Any) -> dict[str, Any]:
    usual = {"language": "es", "step": "open", "hand_off": None, "appointment": None, "completeness": "complete"}
    return usual | {"messages": list(messages)} | fields


def event(**fields: Any) -> dict[str, Any]:
    usual = {
        "id": "P-1",
        "language": "es",
        "summary": ["Motivo: pide una persona."],
        "reason": "asked",
        "urgent": False,
    }
    return usual | fields


def row(**fields: str) -> dict[str, str]:
    usual = {
        "person": "own", "office": "inss-50", "service": "pensions", "channel": "in_person",
        "start": "2026-12-10T09:00:00+01:00", "status": "booked",
    }  # fmt: skip
    return usual | fields


def seen(*rows: dict[str, str], **fields: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "rows": list(rows), "booked_seats": sum(one["status"] == "booked" for one in rows), "service_error": None,
        "chosen": "2026-12-10T09:00:00+01:00", "wanted": "2026-12-10", "prior": None,
    }  # fmt: skip
    return usual | fields
