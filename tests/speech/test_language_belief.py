"""Which language a track is in."""

from speech.listening.language_belief import LanguageBelief

SPANISH = {"es": -0.1, "ca": -3.0, "gl": -5.0, "eu": -9.0, "en": -9.0, "fr": -9.0}
CATALAN = {"es": -2.5, "ca": -0.2, "gl": -6.0, "eu": -9.0, "en": -9.0, "fr": -9.0}
DOUBT = {"es": -0.8, "ca": -0.9, "gl": -3.0, "eu": -9.0, "en": -9.0, "fr": -9.0}


def test_a_locked_language_is_never_doubted() -> None:
    belief = LanguageBelief(locked="eu")
    belief.hear(SPANISH)
    assert (belief.best, belief.sure, belief.rivals) == ("eu", True, ["eu"])


def test_a_longer_hearing_of_the_same_utterance_takes_the_place_of_the_shorter() -> None:
    belief = LanguageBelief()
    belief.hear(SPANISH)
    belief.hear(CATALAN)
    assert belief.best == "ca"


def test_what_is_expected_may_change_and_is_no_more_than_a_guess() -> None:
    belief = LanguageBelief(expected=("es",))
    belief.expect(["ca"])
    belief.hear(DOUBT)
    assert belief.best == "ca"
    belief.hear(SPANISH)
    assert belief.best == "es"


def test_the_conversation_settles_a_doubt_and_its_own_change_is_followed() -> None:
    belief = LanguageBelief(expected=("ca", "es"))
    belief.hear(DOUBT)
    assert belief.best == "ca"
    belief.next_utterance()
    for _ in range(2):
        belief.hear({**SPANISH, "ca": -6.0})
        belief.next_utterance()
    assert belief.best == "es"


def test_a_doubt_has_rivals_and_what_is_sure_has_none() -> None:
    belief = LanguageBelief()
    belief.hear(DOUBT)
    assert belief.rivals[:2] == ["es", "ca"]
    belief.hear({**SPANISH, "ca": -9.0, "gl": -9.0})
    assert belief.rivals == ["es"]


def test_shares_sum_to_one() -> None:
    belief = LanguageBelief(expected=("eu",))
    belief.hear(CATALAN)
    assert abs(sum(belief.shares().values()) - 1) < 1e-9
