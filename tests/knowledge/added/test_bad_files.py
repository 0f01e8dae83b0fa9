"""A bad file is named with its reason and skipped; nothing of it is in the store."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.added.document_store import load_added
from knowledge.added.extraction import LARGEST_PDF, LARGEST_TEXT, detect_language
from knowledge.errors import ContentError
from tests.knowledge.added.builders import add, add_stepwise, pdf


def of_bytes(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


def of_size(size: int) -> Callable[[Path], object]:
    """A file of that size that takes no room on the disk."""

    def write(file: Path) -> None:
        with file.open("wb") as opened:
            opened.truncate(size)

    return write


@pytest.mark.parametrize(
    ("name", "write", "reason"),
    [
        ("zero.html", of_bytes(b""), "it is empty"),
        ("zero.pdf", of_bytes(b""), "it is empty"),
        ("blank.html", of_bytes(b"<html><body> \n </body></html>"), "no text was found"),
        ("headings.html", of_bytes(b"<h1>Only a heading</h1>"), "no text was found"),
        ("comments.html", of_bytes(b"<!-- nothing -->"), "the HTML cannot be read"),
        ("image.html", of_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(99)), "it is not text"),
        ("zip.md", of_bytes(b"PK\x03\x04" + bytes(range(30)) * 9), "it is not text"),
        ("broken.pdf", of_bytes(pdf("x")[:80]), "the PDF cannot be read"),
        ("page.pdf", of_bytes(b"<html><p>Not found</p></html>"), "the PDF cannot be read"),
        ("huge.html", of_size(200_000_000), f"it is larger than {LARGEST_TEXT // 1_000_000} MB"),
        ("huge.pdf", of_size(200_000_000), f"it is larger than {LARGEST_PDF // 1_000_000} MB"),
        ("pipe.txt", os.mkfifo, "it is no file that can be read"),
    ],
)
def test_a_bad_file_is_named_and_skipped(
    tmp_path: Path, name: str, write: Callable[[Path], object], reason: str
) -> None:
    good, bad, store = tmp_path / "good.txt", tmp_path / name, tmp_path / "store"
    good.write_text("Bien.", "utf-8")
    write(bad)
    outcome = add([bad, good], store)
    assert outcome.summary == "1 added, 1 not added"
    assert str(outcome.lines[0]).startswith(f"{bad}: not added: {reason}")
    assert [rendered.document.text for rendered in load_added(store)] == ["Bien."]


def test_a_file_that_goes_while_the_folder_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"Text {name}.", "utf-8")

    def step(done: int, total: int) -> None:
        if done == 1:
            (folder / "b.txt").unlink()

    outcome = add_stepwise([folder], tmp_path / "store", step)
    assert [str(line) for line in outcome.problems] == [f"{folder / 'b.txt'}: not added: No such file or directory"]
    assert outcome.summary == "2 added, 1 not added"


def test_a_paper_under_the_name_of_a_page_is_read_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "guide.html").write_bytes(pdf("The guide is free."))
    assert add([tmp_path], tmp_path / "store").summary == "1 added"
    assert load_added(tmp_path / "store")[0].document.text == "The guide is free."


def test_a_version_that_cannot_be_read_leaves_the_one_before(tmp_path: Path) -> None:
    file, store = tmp_path / "p.html", tmp_path / "store"
    file.write_text("<p>Good.</p>", "utf-8")
    add([file], store)
    file.write_bytes(b"")
    assert add([file], store).failed
    assert load_added(store)[0].document.text == "Good."


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    (tmp_path / "x-1.v3.json").write_text('{"text": ', "utf-8")
    with pytest.raises(ContentError, match="not a document taken in by kb add"):
        load_added(tmp_path)


SPANISH = "Esta es la pensión que se paga cada mes a las personas que viven solas y no tienen otra. " * 5
BASQUE = "Pentsio hau hilero ordaintzen da eta ez da beste diru-sarrerarik izan behar. Nola eskatu nahi duzun. " * 5


def test_a_page_is_in_the_language_it_says_unless_it_clearly_is_not() -> None:
    assert detect_language("Ordua eskatu", "eu-ES") == "eu"
    assert detect_language("Servei d'atenció", "va") == "ca"
    assert detect_language(SPANISH, "es_ES") == "es"
    assert detect_language(BASQUE, "es") == "eu"
    assert detect_language(SPANISH, "") == "es"
    assert detect_language("Die Rente", "de-DE") is None
