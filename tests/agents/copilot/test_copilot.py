"""The copilot over its graph, with readings as a script gives them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from agents.copilot.advice import MOST, Advice
from agents.copilot.copilot import Copilot
from agents.copilot.graph import build_copilot
from agents.copilot.named_things import NamedThings
from agents.copilot.state import KnownReading
from agents.understanding.roles.role import Role
from agents.understanding.sums.own_sum import SumChances
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.agents.builders import NOW
from tests.agents.conftest import reading
from tools.contacts.contact import Speaker, Utterance

SCRIPT = {
    "hola": reading("greeting"),
    "¿cuánto se cobra?": reading("question", need="viudedad", aspect="amount"),
    "¿y el plazo?": reading("question", "leans", need="viudedad", aspect="deadlines"),
    "¿cómo va lo mío?": reading("question", "personal_data", need="estado_solicitud"),
    "quiero cita en Lugo": reading("book", need="jubilacion_ordinaria", slots={"municipality": "Lugo"}),
    "me pega": reading("violence"),
    "el tiempo": reading("out_of_scope", out_of_scope=True),
    "gracias": reading("thanks"),
    "cita confirmada, K7MQ2XHD": reading(slots={"locator": "K7MQ2XHD"}),
    "buenos días": reading("greeting"),
    "la viudedad es vitalicia": reading(need="viudedad"),
}


class Asking:
    """Every utterance asks something, as probably as told."""

    def __init__(self, asks: float = 0.97) -> None:
        self.asks = asks

    def shares(self, utterances: Sequence[Utterance]) -> list[Mapping[Role, float]]:
        return [{"asks": self.asks, "none": 1 - self.asks} for _ in utterances]


@pytest.fixture
def copilot(talk: Callable[..., Any]) -> Copilot:
    return Copilot(build_copilot(NamedThings.of({})), talk(SCRIPT).deps, Asking())


def said(*turns: tuple[Speaker, str]) -> list[Utterance]:
    return [Utterance(speaker, text, NOW) for speaker, text in turns]


async def advice_after(copilot: Copilot, *turns: tuple[Speaker, str], agent: Language = "es") -> Advice:
    return await copilot.advise(said(*turns), "es", agent)


async def test_what_is_asked_gets_the_reception_s_own_reply_with_its_source(copilot: Copilot) -> None:
    advice = await advice_after(copilot, ("agent", "buenos días"), ("citizen", "¿cuánto se cobra?"))
    best = advice.suggestions[0]
    assert (best.need, best.aspect, advice.turn, advice.abstained) == ("viudedad", "amount", 1, None)
    assert best.text
    assert best.citations
    assert best.units
    assert len(advice.suggestions) <= MOST
    assert [one.confidence for one in advice.suggestions] == sorted(
        (one.confidence for one in advice.suggestions), reverse=True
    )
    assert len({one.text for one in advice.suggestions}) == len(advice.suggestions)


@pytest.mark.parametrize(
    ("text", "silence"),
    [("hola", "nothing_asked"), ("gracias", "nothing_asked"), ("el tiempo", "nothing_asked"), ("me pega", "danger")],
)
async def test_it_is_quiet_when_it_has_nothing_and_says_why(copilot: Copilot, text: str, silence: str) -> None:
    advice = await advice_after(copilot, ("citizen", text))
    assert (advice.suggestions, advice.abstained) == ((), silence)


async def test_a_suggestion_dies_when_the_talk_moves_on(copilot: Copilot) -> None:
    advice = await advice_after(copilot, ("citizen", "¿cuánto se cobra?"), ("citizen", "gracias"))
    assert not advice.suggestions
    advice = await advice_after(copilot, ("citizen", "¿cuánto se cobra?"), ("agent", "buenos días"))
    assert not advice.suggestions


async def test_what_the_agent_told_is_not_suggested_again(copilot: Copilot) -> None:
    first = (await advice_after(copilot, ("citizen", "¿cuánto se cobra?"))).suggestions[0]
    again = await advice_after(
        copilot, ("citizen", "¿cuánto se cobra?"), ("agent", first.text), ("citizen", "¿cuánto se cobra?")
    )
    assert first.text not in [one.text for one in again.suggestions]
    kept = await advice_after(
        copilot, ("citizen", "¿cuánto se cobra?"), ("agent", "buenos días"), ("citizen", "¿cuánto se cobra?")
    )
    assert kept.suggestions[0].text == first.text


async def test_an_agent_who_works_in_another_language_sees_both(copilot: Copilot) -> None:
    advice = await advice_after(copilot, ("citizen", "¿cuánto se cobra?"), agent="en")
    told = advice.suggestions[0].told_in
    assert told
    assert told != advice.suggestions[0].text
    assert (await advice_after(copilot, ("citizen", "¿cuánto se cobra?"))).suggestions[0].told_in is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_appointment_that_is_wanted_is_an_action_with_its_form_filled(
    copilot: Copilot, language: Language
) -> None:
    advice = await advice_after(copilot, ("citizen", "quiero cita en Lugo"), agent=language)
    book = next(one for one in advice.actions if one.kind == "book")
    assert (book.need, book.values["municipality"]) == ("jubilacion_ordinaria", "Lugo")
    assert book.label


async def test_the_wish_for_an_appointment_stands_until_the_agent_names_one(copilot: Copilot) -> None:
    wished = [("citizen", "quiero cita en Lugo"), ("citizen", "gracias")]
    assert "book" in [one.kind for one in (await advice_after(copilot, *wished)).actions]
    made = [*wished, ("agent", "cita confirmada, K7MQ2XHD"), ("citizen", "gracias")]
    assert "book" not in [one.kind for one in (await advice_after(copilot, *made)).actions]


async def test_nothing_is_done(copilot: Copilot) -> None:
    await advice_after(copilot, ("citizen", "quiero cita en Lugo"), ("citizen", "me pega"))
    assert not copilot.deps.hand_offs.waits  # type: ignore[attr-defined]


async def test_a_transcript_without_words_has_no_advice(copilot: Copilot) -> None:
    with pytest.raises(ValueError, match="nothing was said"):
        await copilot.advise([], "es", "es")


async def test_who_only_tells_something_gets_no_suggestion(talk: Callable[..., Any]) -> None:
    quiet = Copilot(build_copilot(NamedThings.of({})), talk(SCRIPT).deps, Asking(0.001))
    advice = await advice_after(quiet, ("citizen", "¿cuánto se cobra?"))
    assert (advice.suggestions, advice.abstained) == ((), "nothing_asked")


LETTER = SumChances(0.9, {"deadline": 0.9})
WITH_SUMS = {
    "me llegó el 1 de octubre": reading(need="reclamacion_previa", sums=LETTER, beliefs={"reclamacion_previa": 0.9}),
    "nací el 1 de octubre": reading(need="reclamacion_previa", beliefs={"reclamacion_previa": 0.9}),
    "¿hasta cuándo tengo?": reading(
        "question", need="reclamacion_previa", sums=LETTER, beliefs={"reclamacion_previa": 0.9}
    ),
}


@pytest.fixture
def reckoning(talk: Callable[..., Any]) -> Copilot:
    deps = talk(WITH_SUMS, sums=shipped.sums(), told_values=shipped.told_reader()).deps
    return Copilot(build_copilot(NamedThings.of({})), deps, Asking())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_term_that_runs_since_a_letter_came_is_told(reckoning: Copilot, language: Language) -> None:
    alerts = (await advice_after(reckoning, ("citizen", "me llegó el 1 de octubre"), agent=language)).alerts
    assert [one.kind for one in alerts] == ["deadline"]
    assert "2026" in alerts[0].right
    assert alerts[0].turn == 0


async def test_a_day_that_is_not_of_a_letter_starts_no_term(reckoning: Copilot) -> None:
    assert not (await advice_after(reckoning, ("citizen", "nací el 1 de octubre"))).alerts


async def test_a_sum_of_the_person_s_own_is_suggested_and_what_it_lacks_is_asked(reckoning: Copilot) -> None:
    lacking = await advice_after(reckoning, ("citizen", "¿hasta cuándo tengo?"))
    assert lacking.ask
    whole = await advice_after(reckoning, ("citizen", "me llegó el 1 de octubre"), agent="en")
    best = whole.suggestions[0]
    assert (best.units, best.need) == ((), "reclamacion_previa")
    assert "2026" in best.text
    assert best.told_in
    assert "2026" in best.told_in


async def test_what_the_agent_says_of_a_turn_stands_whatever_it_read(copilot: Copilot) -> None:
    asked = said(("citizen", "el tiempo"))
    assert not (await copilot.advise(asked, "es", "es")).suggestions
    advice = await copilot.advise(asked, "es", "es", {0: KnownReading("jubilacion_ordinaria")})
    assert {one.need for one in advice.suggestions} == {"jubilacion_ordinaria"}


async def test_a_danger_that_the_agent_dismissed_is_neither_told_nor_silences(copilot: Copilot) -> None:
    turns = said(("citizen", "me pega"), ("citizen", "¿cuánto se cobra?"))
    assert [one.kind for one in (await copilot.advise(turns, "es", "es")).alerts] == ["danger"]
    advice = await copilot.advise(turns, "es", "es", {0: KnownReading(safe=True)})
    assert not advice.alerts
    assert advice.suggestions
