import json
from pathlib import Path

import pytest

from knowledge.encoders.hashing import HashingEncoder
from knowledge.errors import ContentError
from knowledge.search.corpus_search import CorpusIndex, CorpusText, read_corpus, windows

TEXTS = (
    CorpusText("1", "La biblioteca abre por las mañanas y cierra los domingos."),
    CorpusText("2", "El abono del transporte se compra en la estación.", title="Autobús"),
    CorpusText("3", "relleno " * 400 + "el pasaporte caduca a los diez años " + "relleno " * 400),
)


def test_long_texts_are_found_by_their_best_window(encoder: HashingEncoder) -> None:
    hits = CorpusIndex.open(TEXTS, encoder).search("cuándo caduca el pasaporte")
    assert hits[0].id == "3"
    assert len({hit.id for hit in hits}) == len(hits)


def test_of_two_texts_that_say_it_the_one_that_is_about_it_comes_first(encoder: HashingEncoder) -> None:
    said = "el pasaporte caduca a los diez años"
    texts = [
        CorpusText("aside", "horario de la piscina " * 60 + said),
        CorpusText("about", "cuándo caduca el pasaporte y dónde se renueva " * 30 + said),
    ]
    hits = CorpusIndex.open(texts, encoder).search("cuándo caduca el pasaporte")
    assert [hit.id for hit in hits] == ["about", "aside"]
    assert all(0 <= hit.score <= 1 for hit in hits)


def test_titles_count(encoder: HashingEncoder) -> None:
    assert CorpusIndex.open(TEXTS, encoder).search("autobus", k=1)[0].id == "2"


def test_a_language_the_corpus_is_not_labelled_with_does_not_hide_it(encoder: HashingEncoder) -> None:
    assert CorpusIndex.open(TEXTS, encoder).search("biblioteca", language="fr", k=1)[0].id == "1"


def test_a_labelled_corpus_is_searched_in_the_language_asked_for(encoder: HashingEncoder) -> None:
    texts = [
        CorpusText("a", "biblioteca municipal", language="es"),
        CorpusText("b", "biblioteca", language="ca-valencia"),
    ]
    assert [hit.id for hit in CorpusIndex.open(texts, encoder).search("biblioteca", language="ca")] == ["b"]


def test_nothing_asked_finds_nothing(encoder: HashingEncoder) -> None:
    assert CorpusIndex.open(TEXTS, encoder).search("  ") == []
    assert CorpusIndex.open((), encoder).search("biblioteca") == []


def test_a_file_is_read_and_its_mistakes_have_lines(tmp_path: Path, encoder: HashingEncoder) -> None:
    file = tmp_path / "corpus.jsonl"
    good = [json.dumps({"id": text.id, "text": text.text, "title": text.title}) for text in TEXTS]
    file.write_text("\n\n".join(good), encoding="utf-8")
    assert CorpusIndex.from_file(file, encoder, tmp_path).search("domingos", k=1)[0].id == "1"
    file.write_text(good[0] + '\n{"id": 4}\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"corpus\.jsonl:2"):
        list(read_corpus(file))


def test_windows_cover_every_word() -> None:
    words = [str(number) for number in range(1000)]
    covered = {word for window in windows(" ".join(words)) for word in window.split()}
    assert covered == set(words)
