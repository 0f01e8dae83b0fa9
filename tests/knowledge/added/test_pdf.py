from io import BytesIO

import pytest
from pypdf import PdfWriter

from knowledge.added.blocks import Block
from knowledge.added.pdf import extract_pdf
from knowledge.errors import ContentError
from tests.knowledge.added.builders import Written, pdf, pdf_of


def page(number: int) -> list[Written]:
    """The foot first, as some writers do; then running title, heading, a paragraph of two lines and a list."""
    return [
        (280, 30, 8, f"Página {number} de 3"),
        (72, 760, 8, "Guía de la pensión"),
        (72, 720, 18, f"Capítulo {number}"),
        (72, 690, 11, "La pensión se pide en cualquier momen-"),
        (72, 676, 11, "to y se paga cada mes."),
        (72, 650, 11, "• El DNI."),
        (72, 636, 11, "• El libro de familia."),
    ]


def test_headings_paragraphs_and_lists_are_read_without_what_every_page_repeats() -> None:
    blocks = extract_pdf(pdf_of([page(number) for number in (1, 2, 3)]), "x").blocks
    assert blocks[:4] == (
        Block("Capítulo 1", heading=True, anchor="page=1"),
        Block("La pensión se pide en cualquier momento y se paga cada mes.", anchor="page=1"),
        Block("• El DNI.", anchor="page=1"),
        Block("• El libro de familia.", anchor="page=1"),
    )
    assert len(blocks) == 12
    assert blocks[8] == Block("Capítulo 3", heading=True, anchor="page=3")


def test_a_sentence_goes_on_over_the_page() -> None:
    blocks = extract_pdf(pdf_of([[(72, 60, 12, "Se paga el")], [(72, 720, 12, "día uno.")]]), "x").blocks
    assert blocks == (Block("Se paga el día uno.", anchor="page=1"),)


def test_columns_are_read_one_after_the_other() -> None:
    left = [(72, 700, 12, "Quien vive sola"), (72, 686, 12, "puede pedirla.")]
    right = [(330, 700, 12, "El plazo es"), (330, 686, 12, "de un mes.")]
    texts = [block.text for block in extract_pdf(pdf_of([[*left, *right]]), "x").blocks]
    assert texts == ["Quien vive sola puede pedirla.", "El plazo es de un mes."]


def test_a_title_that_a_program_wrote_is_none() -> None:
    assert titled("Microsoft Word - borrador3.doc") == "Capítulo 1"
    assert titled("Guía de viudedad") == "Guía de viudedad"


def titled(title: str) -> str:
    writer = PdfWriter(clone_from=BytesIO(pdf_of([page(1)])))
    writer.add_metadata({"/Title": title})
    return extract_pdf(written(writer), "x").title


def test_it_is_read_when_only_changing_it_takes_a_password() -> None:
    for algorithm in ("RC4-128", "AES-256"):
        (block,) = extract_pdf(locked("", algorithm), "x").blocks
        assert block.text == "The form is free."


def test_it_is_not_read_when_it_is_locked() -> None:
    with pytest.raises(ContentError, match="locked with a password"):
        extract_pdf(locked("secret", "AES-256"), "x")


def locked(password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf("The form is free.")))
    writer.encrypt(user_password=password, owner_password="owner", algorithm=algorithm)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def test_a_cut_off_file_is_damaged_or_whole() -> None:
    whole = pdf_of([page(1), page(2)])
    with pytest.raises(ContentError, match="the PDF cannot be read"):
        extract_pdf(whole[:60], "x")
