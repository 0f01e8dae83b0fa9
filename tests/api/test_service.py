"""The whole service as citizens meet it: a real process, real models, a real database, six languages."""

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from knowledge.content.facts import load_facts, render_fact
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL
from tests.api.service import Citizen, Service, words

pytestmark = pytest.mark.process


@dataclass(frozen=True)
class Lines:
    """What a citizen says in one language."""

    retirement_age: str
    book: str
    town: str
    first: str
    yes: str
    move: str
    last: str
    cancel: str
    person: str
    unemployment: str
    office: str


SAID: dict[Language, Lines] = {
    "es": Lines(
        "¿A qué edad me puedo jubilar?", "Quiero pedir cita para la jubilación", "En Sevilla", "La primera", "Sí",
        "Quiero cambiar mi cita", "La última", "Quiero anular mi cita", "Quiero hablar con una persona",
        "¿Cómo cobro el paro?", "inss-41",
    ),
    "ca": Lines(
        "A quina edat em puc jubilar?", "Vull demanar cita per a la jubilació", "A Girona", "La primera", "Sí",
        "Vull canviar la meva cita", "L'última", "Vull anul·lar la meva cita", "Vull parlar amb una persona",
        "Com puc cobrar l'atur?", "inss-17",
    ),
    "gl": Lines(
        "A que idade me podo xubilar?", "Quero pedir cita para a xubilación", "En Lugo", "A primeira", "Si",
        "Quero cambiar a miña cita", "A última", "Quero anular a miña cita", "Quero falar cunha persoa",
        "Como cobro o paro?", "inss-27",
    ),
    "eu": Lines(
        "Zein adinetan har dezaket erretiroa?", "Erretirorako hitzordua eskatu nahi dut", "Donostian", "Lehenengoa",
        "Bai", "Nire hitzordua aldatu nahi dut", "Azkena", "Nire hitzordua ezeztatu nahi dut",
        "Pertsona batekin hitz egin nahi dut", "Nola kobratzen da langabezia?", "inss-20",
    ),
    "en": Lines(
        "At what age can I retire?", "I'd like to book an appointment about my retirement pension", "In Málaga",
        "The first one", "Yes", "I want to change my appointment", "The last one",
        "I want to cancel my appointment", "I want to speak to a person",
        "How do I get unemployment benefit?", "inss-29",
    ),
    "fr": Lines(
        "À quel âge puis-je prendre ma retraite ?", "Je voudrais un rendez-vous pour ma retraite", "À Valence",
        "Le premier", "Oui", "Je veux modifier mon rendez-vous", "Le dernier", "Je veux annuler mon rendez-vous",
        "Je veux parler à une personne", "Comment toucher le chômage ?", "inss-46",
    ),
}  # fmt: skip

DOCUMENTS = ("12345678Z", "00000000T", "00000001R", "00000002W", "00000003A", "00000004G", "00000005M", "00000006Y")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("service")).start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mortal")


@pytest.fixture(scope="module")
def mortal(folder: Path) -> Iterator[Service]:
    """One that is killed, over a database of its own; each test leaves it running."""
    running = Service(folder).start()
    yield running
    running.stop()


def document_of(language: Language) -> str:
    return DOCUMENTS[LANGUAGES.index(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_retirement_age_is_answered_with_a_citation_that_resolves(service: Service, language: Language) -> None:
    today = datetime.now(SEGURIDAD_SOCIAL.zone).date()
    facts = load_facts(SEGURIDAD_SOCIAL)
    expected = [
        render_fact(facts[key], today, language)
        for key in ("retirement.age_ordinary", "retirement.age_long_career", "retirement.years_for_65")
    ]
    with service.client() as client:
        turn = Citizen(client, language).say(SAID[language].retirement_age)
        assert turn["language"]["code"] == language
        answers = [message for message in turn["messages"] if message["kind"] == "answer"]
        told = [one for one in answers if all(figure and figure in one["text"] for figure in expected)]
        assert told
        answer = told[0]
        for citation in answer["citations"]:
            page = client.get(f"/v1/citations/{citation['id']}").raise_for_status().json()
            assert (page["quote"], page["held"]) == (citation["quote"], citation["held"])
            assert page["source_url"] == citation["source_url"]
            assert answer["text"] not in page["quote"]
        told = [line for citation in answer["citations"] for line in citation["lines"]]
        assert {*told} == {*range(len(answer["text"].split("\n")))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_appointment_is_booked_moved_and_cancelled_in_a_named_town(service: Service, language: Language) -> None:
    said, document = SAID[language], document_of(language)
    with service.client() as client:
        citizen = Citizen(client, language)
        citizen.say(said.book)
        offered = citizen.say(said.town)
        assert {offer["office_id"] for offer in offered["offers"]} == {said.office}, words(offered)
        citizen.say(said.first)
        assert citizen.say(document)["step"] == "book.confirm"
        booked = citizen.say(said.yes)["appointment"]
        assert booked["status"] == "booked"
        citizen.say(said.move)
        citizen.say(f"{booked['locator']} {document}")
        assert citizen.say(said.last)["step"] == "change.confirm"
        moved = citizen.say(said.yes)["appointment"]
        assert (moved["locator"], moved["status"]) == (booked["locator"], "booked")
        assert moved["starts_at"] != booked["starts_at"]
        citizen.say(said.cancel)
        assert citizen.say(f"{booked['locator']} {document}")["step"] == "cancel.confirm"
        turn = citizen.say(said.yes)
        assert turn["appointment"]["status"] == "cancelled"
        assert turn["language"]["code"] == language
        gone = client.get(f"/v1/appointments/{booked['locator']}", headers={"X-Document": document})
        assert gone.status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_asked_for_and_the_hand_off_is_an_event(service: Service, language: Language) -> None:
    with service.client() as client:
        turn = Citizen(client, language).say(SAID[language].person)
        assert turn["hand_off"]["language"] == language
        assert turn["hand_off"]["summary"]
        assert turn["step"] == "handed_off"


@pytest.mark.parametrize("language", LANGUAGES)
def test_unemployment_is_sent_to_the_sepe(service: Service, language: Language) -> None:
    with service.client() as client:
        turn = Citizen(client, language).say(SAID[language].unemployment)
        assert turn["need"] == "paro"
        referral = next(message for message in turn["messages"] if message["kind"] == "referral")
        assert "SEPE" in referral["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_found_without_being_told(service: Service, language: Language) -> None:
    with service.client() as client:
        turn = Citizen(client, None).say(SAID[language].retirement_age)
        assert turn["language"]["code"] == language


def test_a_killed_server_goes_on_in_the_middle_of_a_booking(mortal: Service) -> None:
    with mortal.client() as client:
        citizen = Citizen(client, "es")
        for text in ("Cita para la jubilación en Toledo", "La primera"):
            citizen.say(text)
        asked = citizen.say("12345678Z")
        assert asked["step"] == "book.confirm"
    mortal.kill()
    mortal.start()
    with mortal.client() as client:
        citizen.client = client
        assert citizen.missed(citizen.greeting["turn_id"], 3)[-1] == ("turn", asked["turn_id"])
        turn = citizen.say("Sí")
        assert turn["appointment"]["status"] == "booked"
        assert turn["appointment"]["office_id"] == "inss-45"


def test_killed_while_confirming_there_is_one_appointment_or_none(mortal: Service) -> None:
    said = ("Cita para la jubilación en Toledo", "La primera", "00000000T")
    with mortal.client() as client:
        citizen = Citizen(client, "es")
        for text in said:
            citizen.say(text)
        confirming = threading.Thread(target=_say_and_lose, args=(citizen,))
        confirming.start()
        mortal.kill()
        confirming.join()
    mortal.start()
    with mortal.client() as client:
        citizen.client = client
        turn = citizen.say("Sí")
        kept = turn["appointment"] or _last_appointment(client, citizen)
        assert kept["status"] == "booked"
        found = client.get(f"/v1/appointments/{kept['locator']}", headers={"X-Document": "00000000T"})
        assert found.status_code == 200
        again = Citizen(client, "es")
        for text in said:
            again.say(text)
        assert again.say("Sí")["appointment"] is None  # the person has one already, and only one


def _say_and_lose(citizen: Citizen) -> None:
    try:
        citizen.say("Sí")
    except httpx.HTTPError:  # the connection dies with the server
        return


def _last_appointment(client: Any, citizen: Citizen) -> dict[str, Any]:
    page = client.get(f"/v1/conversations/{citizen.id}", headers=citizen.headers).raise_for_status().json()
    spoken = " ".join(line["text"] for line in page["transcript"])
    locator = next(
        word.strip(".") for word in spoken.split() if len(word.strip(".")) == 8 and word.strip(".").isupper()
    )
    return {"status": "booked", "locator": locator}


def test_two_processes_share_a_conversation(mortal: Service, folder: Path) -> None:
    second = Service(folder).start()
    try:
        with mortal.client() as here, second.client() as there:
            citizen = Citizen(here, "es")
            citizen.say("Cita para la jubilación en Toledo")
            citizen.client = there
            citizen.say("La primera")
            citizen.client = here
            citizen.say("00000001R")
            citizen.client = there
            assert citizen.say("Sí")["appointment"]["status"] == "booked"
    finally:
        second.stop()


def test_a_database_that_dies_in_the_middle_of_a_booking_is_started_again(mortal: Service, folder: Path) -> None:
    with mortal.client() as client:
        citizen = Citizen(client, "es")
        for text in ("Cita para la jubilación en Toledo", "La primera"):
            citizen.say(text)
        postmaster = int((folder / "postgres" / "postmaster.pid").read_text().splitlines()[0])
        os.kill(postmaster, signal.SIGKILL)
        assert citizen.say("00000002W")["step"] == "book.confirm"
        assert citizen.say("Sí")["appointment"]["status"] == "booked"


def test_no_identifier_reaches_the_log(service: Service) -> None:
    with service.client() as client:
        citizen = Citizen(client, "es")
        citizen.say("Soy Ana, mi DNI es 98765432M y mi teléfono 612345678, correo ana@example.org")
    log = "\n".join(service.lines)
    assert not [secret for secret in ("98765432M", "612345678", "ana@example.org") if secret in log]
