from datetime import UTC, datetime
from typing import get_args

import pytest

from agents.reception.notices import LetterWriter
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tools.letters.notifications import Notice, NoticeKind

KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)
VALUES = {
    "code": "K7MQ2XHD",
    "office_id": "inss-35",
    "position": "4",
    "starts_at": "2026-12-01T10:30:00+00:00",
    "until": "2026-11-25T12:15:00+00:00",
    "channel": "phone",
    "before": "2026-11-30T09:00:00+00:00",
    "reason": "Obras en el edificio",
}
WRITER = LetterWriter(shipped.phrases(), shipped.offices())


def notice(kind: NoticeKind, language: Language) -> Notice:
    return Notice("n1", kind, "ana@example.org", language, VALUES, datetime(2026, 11, 25, 9, tzinfo=UTC))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_whole_in_every_language(kind: NoticeKind, language: Language) -> None:
    letter = WRITER.write(notice(kind, language))
    assert (letter.id, letter.recipient, letter.language) == ("n1", "ana@example.org", language)
    assert "K7MQ2XHD" in letter.body
    assert shipped.offices()["inss-35"].name[language] in letter.body
    assert not set("{}$") & set(letter.subject + letter.body)
    assert "\n" not in letter.subject


def test_an_offer_says_when_until_when_and_how_in_the_offices_own_time() -> None:
    letter = WRITER.write(notice("waiting_offer", "es"))
    assert "martes, 1 de diciembre, a las 10:30 (hora canaria)" in letter.subject
    assert "miércoles, 25 de noviembre, a las 12:15 (hora canaria)" in letter.body
    assert "Cita por teléfono" in letter.body


@pytest.mark.parametrize("kind", KINDS)
def test_an_office_that_is_no_longer_there_goes_by_its_id_and_keeps_its_time(kind: NoticeKind) -> None:
    letter = LetterWriter(shipped.phrases(), {}).write(notice(kind, "es"))
    known = WRITER.write(notice(kind, "es"))
    name = shipped.offices()["inss-35"].name["es"]
    assert (letter.subject, letter.body) == (known.subject, known.body.replace(name, "inss-35"))


def test_the_place_in_the_line_is_told() -> None:
    assert "Su puesto es el 4" in WRITER.write(notice("waiting_joined", "es")).body


def test_a_changed_appointment_says_before_and_now_why_and_its_locator() -> None:
    body = WRITER.write(notice("appointment_closed", "es")).body
    assert "Antes: lunes, 30 de noviembre, a las 9:00" in body
    assert "Ahora: martes, 1 de diciembre, a las 10:30" in body
    assert "Motivo: Obras en el edificio" in body
    assert "Localizador de la cita: K7MQ2XHD" in body
    assert "lista de espera" not in body
