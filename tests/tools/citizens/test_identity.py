"""What is shown of somebody, by how far it is known who they are."""

import json
import random
from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Case
from tools.citizens.identity import SHOWN, case_shown, interaction_shown
from tools.citizens.timeline import OWN, Interaction, Promise

AT = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
ANA = Pseudonym("a" * 64)
ONE = Interaction(
    OWN, "call:c9", AT, "phone", ANA, "viudedad", "callback", "Vive en otra casa", "appointment-9", "ane", "E-9",
    (Promise("Le llamo el lunes", "agent", "lunes"),), "case-1",
)  # fmt: skip
CASE = Case(
    "case-1", ANA, "viudedad", AT, AT, note="No llamar a casa", agent="ane", promises=ONE.promises,
    interactions=(ONE.name,),
)  # fmt: skip
SECRETS = ("casa", "appointment-9", "call:c9", "ane", "E-9", "lunes", "callback")


def test_of_nobody_nothing_is_shown_and_of_who_was_checked_everything() -> None:
    assert (interaction_shown(ONE, "none"), case_shown(CASE, "none")) == (None, None)
    assert (interaction_shown(ONE, "verified"), case_shown(CASE, "verified")) == (ONE, CASE)
    assert SHOWN["none"] < SHOWN["stated"] < SHOWN["verified"]


def test_of_who_only_says_who_they_are_it_is_shown_that_there_was_something_when_and_about_what() -> None:
    one, case = interaction_shown(ONE, "stated"), case_shown(CASE, "stated")
    assert one is not None
    assert (one.at, one.channel, one.need, one.case, one.summary) == (AT, "phone", "viudedad", "case-1", None)
    assert case is not None
    assert (case.need, case.state, case.opened_at, case.note) == ("viudedad", "open", AT, None)
    assert case.interactions == (one.name,)


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_that_was_said_or_opens_anything_is_in_it(secret: str) -> None:
    for shown in (interaction_shown(ONE, "stated"), case_shown(CASE, "stated")):
        assert shown is not None
        assert secret not in json.dumps(asdict(shown), default=str)


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_kept_a_stated_identity_never_reveals_its_words(seed: int) -> None:
    chance = random.Random(seed)

    def words() -> str:
        return "secret-" + "".join(chance.choices("abcdefgh ñ·", k=chance.randrange(1, 30)))

    one = Interaction(
        chance.choice((OWN, "crm")), words(), AT, "chat", ANA, "viudedad", "pending", words(), words(), words(),
        words(), tuple(Promise(words(), "agent", words(), id=words()) for _ in range(chance.randrange(3))),
    )  # fmt: skip
    case = Case(
        "c", ANA, "viudedad", AT, AT, "resolved", AT, words(), words(), one.promises, ("crm", words()), (one.name,)
    )
    for shown in (interaction_shown(one, "stated"), case_shown(case, "stated")):
        assert shown is not None
        assert "secret-" not in json.dumps(asdict(shown), default=str)


def test_the_words_of_another_system_are_no_need() -> None:
    for level, need in (("stated", None), ("verified", "Maltrato")):
        shown = interaction_shown(Interaction("crm", "1", AT, "phone", ANA, "Maltrato"), level)  # type: ignore[arg-type]
        assert shown is not None
        assert shown.need == need
