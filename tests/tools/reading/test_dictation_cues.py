"""What the words before a number say it is."""

import pytest

from tools.reading.dictation.words import document_before_number
from tools.reading.folding import fold


@pytest.mark.parametrize(
    "text", ["mi DNI es 12345678Z", "el dni 12.345.678-z", "NIE x1234567l", "con el dni 12345678 z quiero cita"]
)
def test_the_number_of_a_document_follows_its_name(text: str) -> None:
    assert document_before_number().search(fold(text).text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "quiero cita para el DNI, mi teléfono es 612345678",
        "cita para el dni, llámeme al 612 34 56 78",
        "cita para renovar el DNI el 12-05-2027",
    ],
)
def test_a_telephone_or_a_date_is_no_document(text: str) -> None:
    assert document_before_number().search(fold(text).text) is None
