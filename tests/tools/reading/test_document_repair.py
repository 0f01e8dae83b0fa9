import pytest

from tools.reading.identities.repair import pad_document, readable_document, repair_document


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("12345687Z", "12345678Z"),  # neighbours exchanged
        ("12345679Z", "12345678Z"),  # figures that sound alike
        ("12345678S", "12345678Z"),  # the letter misheard
        ("Z1234567L", "X1234567L"),  # the letter before
        ("X1234561L", "X1234567L"),
    ],
)
def test_what_was_meant_is_among_the_offers(wrong: str, meant: str) -> None:
    assert meant in repair_document(wrong)


@pytest.mark.parametrize("text", ["", "12345678", "1234567L", "A1234567B", "12345678Z", "١٢٣٤٥٦٧٨A", "123456789012"])
def test_nothing_is_offered_for_what_is_no_document_or_a_good_one(text: str) -> None:
    assert repair_document(text) == ()


def test_a_leading_nought_left_out_is_put_back_only_when_the_letter_fits() -> None:
    assert pad_document("1234567L") == "01234567L"
    assert pad_document("1234567A") is None
    assert pad_document("X234567A") is None
    assert pad_document("") is None


def test_a_document_is_written_as_it_is_printed() -> None:
    assert readable_document("12345678Z") == "12345678-Z"
    assert readable_document("X1234567L") == "X-1234567-L"
