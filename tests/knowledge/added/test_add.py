from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from knowledge.added.blocks import Block
from knowledge.added.document_store import load_added
from knowledge.added.passage_spans import lay_out_passages, split_sentences
from knowledge.citations import quotes_exactly
from knowledge.content.corpus import Corpus, quote_itself
from knowledge.encoders.hashing import HashingEncoder
from knowledge.index.passage_index import PassageIndex
from knowledge.search.knowledge_base import index_items
from tests.knowledge.added.builders import add, pdf

HTML = """<html><head><title>Guía de la ayuda</title><link rel="canonical" href="https://example.org/guia"></head><body>
<nav>Inicio</nav><h1>Quién puede pedirla</h1><p>La puede pedir   quien viva sola.
No hace falta cita.</p><h2>Plazo</h2><ul><li>Un mes.</li><li><p>Se cuenta desde la baja.</p></li></ul>
<script>alert(1)</script></body></html>"""


def test_html_is_cut_at_its_headings_and_cited_exactly(tmp_path: Path) -> None:
    page = tmp_path / "guia.html"
    page.write_text(HTML, encoding="utf-8")
    assert not add([page], tmp_path / "store").failed
    (rendered,) = load_added(tmp_path / "store")
    assert [passage.text for passage in rendered.passages] == [
        "Quién puede pedirla\nLa puede pedir quien viva sola. No hace falta cita.",
        "Plazo\nUn mes.\nSe cuenta desde la baja.",
    ]
    citation = quote_itself(rendered.passages[0], rendered.passages[0].sentences[1:2])
    assert citation.quote == "La puede pedir quien viva sola."
    assert citation.source_url == "https://example.org/guia"
    assert quotes_exactly(citation, rendered.document.text)


def test_pdf_markdown_and_text_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("The form is free of charge."))
    (tmp_path / "b.md").write_text(
        "# Ayuda\n\nSe pide en la **oficina** [web](https://x.es).\n\n- Sin cita.\n", "utf-8"
    )
    (tmp_path / "c.txt").write_bytes("Tramitación rápida".encode("cp1252"))
    outcome = add([tmp_path / name for name in ("a.pdf", "b.md", "c.txt")], tmp_path / "store")
    assert not outcome.failed
    texts = {rendered.document.text for rendered in load_added(tmp_path / "store")}
    assert texts == {
        "The form is free of charge.",
        "Ayuda\nSe pide en la oficina web.\n- Sin cita.",
        "Tramitación rápida",
    }


def test_the_same_bytes_cost_nothing_and_a_new_version_replaces(tmp_path: Path) -> None:
    file, store = tmp_path / "nota.txt", tmp_path / "store"
    file.write_text("Primera versión.", encoding="utf-8")
    assert "added" in str(add([file], store).lines[0])
    assert "nothing to do" in str(add([file], store).lines[0])
    file.write_text("Segunda versión.", encoding="utf-8")
    assert "replaced" in str(add([file], store).lines[0])
    assert [rendered.document.text for rendered in load_added(store)] == ["Segunda versión."]


def test_one_unreadable_file_does_not_stop_the_others(tmp_path: Path) -> None:
    blank = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(blank)
    bad = {"broken.pdf": b"%PDF-1.4 no", "scan.pdf": blank.getvalue(), "x.docx": b"PK", "empty.html": b""}
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text("Bien.", encoding="utf-8")
    names = [*bad, "absent.txt", "good.txt"]
    outcome = add([tmp_path / name for name in names], tmp_path / "store")
    assert outcome.failed
    assert ["not added" in line.outcome for line in outcome.lines] == [True] * 5 + [False]
    assert len(load_added(tmp_path / "store")) == 1


def test_added_passages_are_found_beside_the_articles(tmp_path: Path, encoder: HashingEncoder, day: date) -> None:
    file = tmp_path / "nota.txt"
    file.write_text("El comedor de mayores abre los lunes.", encoding="utf-8")
    add([file], tmp_path / "store")
    corpus = Corpus(day, load_added(tmp_path / "store"))
    items = index_items(corpus)
    assert items[0].need == ""
    hits = PassageIndex.build(items, encoder).search("comedor", encoder.encode(["comedor"])[0], language="es")
    assert corpus.passage(hits[0].passage_id).text == "El comedor de mayores abre los lunes."


BLOCKS = st.lists(st.builds(Block, st.text(min_size=1, max_size=3000), st.booleans()), max_size=6)


@given(BLOCKS)
def test_spans_are_exact_whatever_the_text(blocks: list[Block]) -> None:
    text, spans = lay_out_passages(blocks)
    for span in spans:
        passage = text[span.start : span.end]
        for sentence in split_sentences(passage, span.start):
            assert text[sentence.start : sentence.end] == sentence.text


@pytest.mark.parametrize("length", [10, 5000, 50_000])
def test_no_passage_is_longer_than_the_encoder_reads(length: int) -> None:
    text, spans = lay_out_passages([Block("Una frase corta. " * (length // 17))])
    assert all(span.end - span.start <= 1300 for span in spans)
    assert "".join(text.split()) == "Unafrasecorta." * (length // 17)
