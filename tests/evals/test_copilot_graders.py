"""The graders of the copilot and of summaries, on small made-up cases."""

from typing import Any

import pytest

from evals.graders.alerts import alert_counts, alerted
from evals.graders.suggestions import SpokenCase, at_point, counts_of, judged
from evals.graders.summary import NEVER, summary_counts, text_counts, usable
from evals.graders.support import is_supported

DUE = {"expect": "suggest", "after": 1, "needs": ["pension"], "must": ["52 ?%"], "never": ["60 ?%"]}
QUIET = {"expect": "silent", "after": 2}
SAID = ["hola quiero una cita", "el jueves 12 a las diez en Lugo", "le llamo mañana yo"]
WANTED = {
    "reason": ["cita"],
    "needs": ["cita"],
    "facts": ["jueves"],
    "entities": [{"kind": "place", "value": "Lugo", "pattern": "lugo"}],
    "commitments": [{"who": "office", "pattern": "llam", "by": "2026-11-13"}],
    "never": ["viernes"],
    "disposition": "appointment",
}


def suggested(text: str, need: str = "pension", confidence: float = 0.9) -> dict[str, Any]:
    return {"text": text, "need": need, "confidence": confidence}


def alert(turn: int, right: str, kind: str = "figure", speaker: str = "agent") -> dict[str, Any]:
    return {"kind": kind, "turn": turn, "right": right, "speaker": speaker}


def summary(**fields: Any) -> dict[str, Any]:
    usual = {
        "reason": "Pide cita.",
        "needs": ["cita"],
        "sentences": [
            {
                "kind": "done",
                "text": "Hecho: «el jueves 12 a las diez en Lugo».",
                "turns": [1],
                "who": None,
                "by": None,
            },
            {"kind": "commitment", "text": "Dijo: «le llamo mañana»", "turns": [2], "who": "agent", "by": "2026-11-13"},
        ],
        "entities": [{"kind": "place", "value": "LUGO", "turn": 1}],
        "disposition": "appointment",
    }
    return usual | fields


@pytest.mark.parametrize(
    ("suggestions", "first", "one"),
    [
        ([suggested("El 52 %.")], True, True),
        ([suggested("Se pide en la sede."), suggested("El 52 %.")], False, True),
        ([suggested("El 52 %, antes el 60 %.")], False, False),
        ([suggested("El 52 %.", need="other")], False, False),
        ([], False, False),
    ],
)
def test_a_suggestion_is_right_by_its_words_and_its_need(suggestions: list[Any], first: bool, one: bool) -> None:
    spoken = at_point(DUE, suggestions)
    assert (spoken.first_right, spoken.one_right) == (first, one)
    assert judged(spoken).passed is one


def test_where_nothing_is_due_only_silence_is_right() -> None:
    assert judged(at_point(QUIET, [])).passed
    loud = at_point(QUIET, [suggested("El 52 %.")])
    assert not judged(loud).passed
    assert counts_of(loud)["first right when it speaks"] == (0, 1)
    assert counts_of(loud)["silent when nothing is due"] == (0, 1)


def test_silence_where_something_is_due_costs_coverage_and_no_precision() -> None:
    counts = counts_of(SpokenCase(True, None, False, False))
    assert counts["speaks when asked"] == (0, 1)
    assert counts["first right when it speaks"] == (0, 0)


def test_a_planted_figure_is_caught_in_its_turn_with_what_holds() -> None:
    planted = [{"turn": 3, "said": "60 %", "right": "52"}]
    caught = alert_counts(planted, [alert(3, "Es el 52 %.")], 10)
    assert caught["planted caught"] == (1, 1)
    assert alerted(caught).passed
    noticed = alert_counts(planted, [alert(3, "Es el 70 %.")], 10)
    assert (noticed["planted caught"], noticed["planted noticed"]) == ((0, 1), (1, 1))
    assert noticed["agent turns with a false alarm"] == (0, 10)
    assert not alerted(alert_counts(planted, [], 10)).passed


def test_an_alarm_where_nothing_was_planted_is_false_once_a_turn_and_others_do_not_count() -> None:
    alerts = [alert(1, "a"), alert(1, "b"), alert(5, "c", kind="promise"), alert(6, "d", speaker="citizen")]
    counts = alert_counts([], alerts, 10)
    assert counts["agent turns with a false alarm"] == (1, 10)
    assert not alerted(counts).passed


def test_a_right_summary_is_usable() -> None:
    counts = summary_counts(WANTED, summary(), SAID)
    assert usable(counts).passed
    assert counts["commitments found"] == counts["commitments with who and when"] == (1, 1)
    assert counts["entities exact"] == counts["entities given that are listed"] == (1, 1)
    assert counts["sentences with support"] == (2, 2)


@pytest.mark.parametrize(
    ("wrong", "measure"),
    [
        ({"reason": "Consulta."}, "reason right"),
        ({"disposition": "resolved"}, "disposition right"),
        ({"entities": [{"kind": "name", "value": "Lugo", "turn": 1}]}, "entities exact"),
        ({"entities": [{"kind": "place", "value": "Vigo", "turn": 1}]}, "entities exact"),
    ],
)
def test_a_summary_with_something_wrong_is_not_usable(wrong: dict[str, Any], measure: str) -> None:
    counts = summary_counts(WANTED, summary(**wrong), SAID)
    assert counts[measure][0] == 0
    assert not usable(counts).passed


def test_what_was_taken_back_does_not_stand() -> None:
    counts = summary_counts(WANTED, summary(reason="Pide cita el viernes."), SAID)
    assert counts[NEVER] == (1, 1)
    assert not usable(counts).passed


@pytest.mark.parametrize(
    ("text", "turns", "holds"),
    [
        ("Hecho: «el jueves 12 a las diez en Lugo».", [1], True),
        ("Hecho: «el jueves 12 a las diez en Lugo».", [0], False),
        ("Hecho: «el jueves 13 a las diez en Lugo».", [1], False),
        ("Hecho: «el jueves 12 a las diez en Lugo».", [], False),
        ("Hecho: «el jueves 12 a las diez en Lugo».", [1, 9], False),
        ("Le llamo yo mañana.", [2], True),
        ("Tendrá la pensión concedida.", [2], False),
    ],
)
def test_a_sentence_is_supported_by_the_words_and_figures_of_its_turns(
    text: str, turns: list[int], holds: bool
) -> None:
    assert is_supported({"text": text, "turns": turns}, SAID) is holds


def test_a_baseline_is_asked_only_for_words() -> None:
    counts = text_counts(WANTED, "\n".join(SAID))
    assert (
        counts["reason right"] == counts["entities in the words"] == counts["facts established or answered"] == (1, 1)
    )
    assert "disposition right" not in counts
