"""Advice in a terminal."""

from typing import Any

import pytest

from api.commands.advice_lines import advice_lines, alert_lines, summary_lines

QUIET: dict[str, Any] = {"suggestions": [], "abstained": None, "ask": [], "actions": []}
SAID = {"text": "El 52 %.\n- O más.", "confidence": 0.93, "citations": [{"source_title": "Ley, artículo 3"}]}


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ({"suggestions": [SAID]}, ["» 93%  El 52 %.", "  - O más.", "  [Ley, artículo 3]"]),
        ({"suggestions": [{**SAID, "citations": [], "told_in": "Es"}]}, ["» 93%  El 52 %.", "  - O más.", "  (Es)"]),
        ({"ask": ["¿Cuándo nació?"]}, ["? ¿Cuándo nació?"]),
        ({"actions": [{"label": "Dar cita", "values": {"day": "2026-12-03"}}]}, ["→ Dar cita (2026-12-03)"]),
        ({"actions": [{"label": "Dar cita", "values": {}}]}, ["→ Dar cita"]),
        ({"abstained": "own_file", "abstained_text": "Mírelo en su expediente."}, ["» Mírelo en su expediente."]),
    ],
)
def test_what_to_say_ask_and_do(body: dict[str, Any], lines: list[str]) -> None:
    told = advice_lines({**QUIET, **body})
    assert told is not None
    assert told.plain.split("\n") == lines


@pytest.mark.parametrize("why", [None, "nothing_asked"])
def test_quiet_is_no_line(why: str | None) -> None:
    assert advice_lines({**QUIET, "abstained": why}) is None


def test_an_alert_says_what_was_said_and_what_holds() -> None:
    body: dict[str, Any] = {"said": "40 años", "right": "Son 15 años.", "citation": None}
    assert alert_lines(body).plain == "! «40 años» → Son 15 años."
    cited = alert_lines({**body, "citation": {"source_title": "Ley, artículo 3"}})
    assert cited.plain.endswith("\n  [Ley, artículo 3]")


def test_a_summary_is_its_reason_and_a_line_a_sentence() -> None:
    told = summary_lines(
        {"reason": "Consulta sobre: viudedad.", "sentences": [{"text": "Enviuda."}, {"text": "Pide."}]}
    )
    assert told.plain.split("\n") == ["# Consulta sobre: viudedad.", "- Enviuda.", "- Pide."]
