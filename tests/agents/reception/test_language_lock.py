"""The conversation's language and variety, turn by turn."""

from pathlib import Path
from typing import Any

import pytest

from agents.phrases.errors import PhraseError
from agents.phrases.phrases import LOCALES, Phrases
from agents.reception.turns.language_lock import lock_language
from agents.reception.turns.state import State
from agents.understanding.reading import Reading
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL

LONG = "cinc paraules ben clares ací"


def _state(**values: Any) -> State:
    state: Any = {"language": "es", "language_locked": True, **values}
    return state


def test_an_explicit_wish_always_wins() -> None:
    update = lock_language(_state(drift=1), Reading("eu", 0.99, switch_to="eu"), "euskaraz")
    assert (update["language"], update["language_locked"], update["variety"]) == ("eu", True, None)


def test_the_variety_asked_for_is_spoken() -> None:
    reading = Reading("ca", 0.99, switch_to="ca", variety="ca-valencia")
    assert lock_language(_state(), reading, "en valencià")["variety"] == "ca-valencia"


def test_a_short_answer_never_moves_a_locked_conversation() -> None:
    assert lock_language(_state(), Reading("ca", 0.99), "sí, gràcies").get("language", "es") == "es"


def test_the_first_words_choose_the_language() -> None:
    update = lock_language(_state(language_locked=False), Reading("gl", 0.97), "bos días")
    assert (update["language"], update["language_locked"]) == ("gl", False)


def test_two_clear_sentences_change_it_and_the_variety_goes() -> None:
    state = _state(language="ca", variety="ca-valencia", drift=1)
    assert lock_language(state, Reading("es", 0.99), LONG) == {"language": "es", "drift": 0, "variety": None}


def test_a_variety_once_heard_stays() -> None:
    heard = lock_language(_state(language="ca"), Reading("ca", 0.99, variety="ca-valencia"), "hui")
    assert heard["variety"] == "ca-valencia"
    assert "variety" not in lock_language(_state(language="ca", variety="ca-valencia"), Reading("ca", 0.99), "demà")


def test_a_variety_of_another_language_is_not_taken() -> None:
    assert "variety" not in lock_language(_state(), Reading("ca", 0.99, variety="ca-valencia"), "hui")


def test_a_neighbour_has_no_words_of_its_own() -> None:
    assert "variety" not in lock_language(_state(language="ca"), Reading("ca", 0.99, variety="oc"), "voi ua cita")


def test_a_variety_says_only_what_differs() -> None:
    phrases = shipped.phrases()
    spoken = phrases.in_variety("ca-valencia")
    assert "seues paraules" in spoken.say("ca", "greeting-ask")
    assert spoken.say("ca", "reply-yes") == phrases.say("ca", "reply-yes")
    assert spoken.say("es", "greeting-ask") == phrases.say("es", "greeting-ask")
    assert "seves paraules" in phrases.say("ca", "greeting-ask")


def test_labels_of_the_page_are_the_same_in_a_variety() -> None:
    phrases = shipped.phrases()
    assert phrases.in_variety("ca-valencia").group("ca", "page-") == phrases.group("ca", "page-")


def test_an_overlay_repeats_nothing_of_its_language() -> None:
    said = [_sources(LOCALES / folder) for folder in ("ca", "ca-valencia")]
    assert not [key for key, text in said[1].items() if said[0][key] == text]


def _sources(folder: Path) -> dict[str, str]:
    """Phrases by key, one a line."""
    lines = [line for file in folder.glob("*.ftl") for line in file.read_text(encoding="utf-8").splitlines()]
    return {key: text for key, mark, text in (line.partition(" = ") for line in lines) if mark}


def test_an_overlay_with_a_phrase_of_its_own_is_refused(tmp_path: Any) -> None:
    for folder in LOCALES.iterdir():
        (tmp_path / folder.name).mkdir()
        for file in folder.glob("*.ftl"):
            (tmp_path / folder.name / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "ca-valencia" / "more.ftl").write_text("made-up = Bon dia\n", encoding="utf-8")
    with pytest.raises(PhraseError, match="made-up"):
        Phrases(SEGURIDAD_SOCIAL, tmp_path)


def test_what_is_written_to_a_person_changes_nothing_unless_it_is_asked_for() -> None:
    for state in (_state(language="eu", attended=True, drift=1), _state(attended=True, language_locked=False)):
        assert lock_language(state, Reading("gl", 0.99), LONG) == {}
    asked = lock_language(_state(attended=True), Reading("eu", 0.99, switch_to="eu"), "euskaraz")
    assert asked["language"] == "eu"
