"""A document is completed by its letter: in the same message, or in the one after it was asked for again."""

from datetime import UTC, datetime
from functools import cache

import pytest

from agents.understanding.slots.slot_reader import ReadAt, SlotReader, build_slot_reader
from knowledge.languages import Language
from tests import shipped
from tools.reading.folding import fold
from tools.reading.slots import SlotName, SpokenOf

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
ASKED: frozenset[SlotName] = frozenset({"document"})
DOCUMENTS: frozenset[SlotName] = frozenset({"document", "document_invalid", "document_part"})


@cache
def reader() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


def read(text: str, language: Language, number: str = "", asked: frozenset[SlotName] = ASKED) -> dict[str, str]:
    waiting = ReadAt(NOW, asked, SpokenOf(number=number))
    slots, _ = reader().read_slots_and_rest(fold(text), language, waiting)
    return {name: slot.value for name, slot in slots.items() if name in DOCUMENTS}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "Ah sí, es una V, es que no llevaba las gafas puestas."),
        ("ca", "si, la V, m'he equivocat"),
        ("gl", "ai perdoe, é un V"),
        ("eu", "bai, V da, barkatu"),
        ("en", "It ends in V, I misread it. Can you see it now?"),
        ("fr", "Ah oui pardon c'est un V, j'ai mal lu"),
    ],
)
def test_the_letter_alone_completes_the_number_given_before(language: Language, said: str) -> None:
    assert read(said, language, "18402317") == {"document": "18402317V"}


def test_number_and_letter_of_one_message_belong_together() -> None:
    said = "El DNI de Ramón es 18402317, la letra no la sé, espere que miro... la V"
    assert read(said, "es") == {"document": "18402317V"}


def test_a_letter_that_does_not_belong_is_told_to_be_wrong() -> None:
    assert read("la C", "es", "18402317") == {"document_invalid": "18402317C"}


def test_while_a_number_waits_for_its_letter_it_is_heard_whatever_is_asked() -> None:
    asked: frozenset[SlotName] = frozenset({"option"})
    assert read("es la V, perdone", "es", "18402317", asked) == {"document": "18402317V"}


def test_without_a_number_known_a_letter_is_no_document() -> None:
    assert "document" not in read("es una V", "es")


def test_a_question_that_begins_with_a_small_word_says_no_letter() -> None:
    assert read("¿y por la tarde no hay?", "es") == {}
    assert read("la Z de Zamora", "es") == {"document_part": "Z"}
