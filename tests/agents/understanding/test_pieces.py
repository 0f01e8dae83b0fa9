"""A message in pieces: cut at marks and at words that join, in every language, and nowhere else."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.question.pieces import MessagePiece, split_pieces
from agents.understanding.shared.tables import load_table
from knowledge.languages import LANGUAGES, Language

CUT: list[tuple[Language, str, list[str]]] = [
    ("es", "Buenas, ¿cuánto es y qué llevo?", ["Buenas", "cuánto es", "qué llevo"]),
    ("es", "es para padres e hijos i nietos", ["es para padres", "hijos", "nietos"]),
    ("ca", "Bon dia: quant és i què porto?", ["Bon dia", "quant és", "què porto"]),
    ("ca", "quant és y què porto", ["quant és", "què porto"]),
    ("gl", "ola, canto é e que levo", ["ola", "canto é", "que levo"]),
    ("gl", "canto é y que levo", ["canto é", "que levo"]),
    ("eu", "kaixo! zenbat da hori eta noiz?", ["kaixo", "zenbat", "hori", "noiz"]),
    ("eu", "zer agiri behar ditut ta non", ["zer agiri behar ditut", "non"]),
    ("en", "hi; how much is it and when", ["hi", "how much is it", "when"]),
    ("en", "fish & chips 'n' peas", ["fish", "chips '", "' peas"]),
    ("fr", "bonjour… combien et quand ?", ["bonjour", "combien", "quand"]),
]
WHOLE: list[tuple[Language, str]] = [
    ("es", "yo vivo aquí hoy"), ("ca", "ihi iaia"), ("gl", "eu emito"), ("eu", "etapa datorren"),
    ("en", "Andrew's sandwich stand"), ("fr", "été étendue"), ("es", "pre-jubilación o jubilación"), ("es", "hola"),
]  # fmt: skip
languages = st.sampled_from(LANGUAGES)


def joining_words(language: Language) -> set[str]:
    return set(load_table("joins")[language])


def texts(text: str, pieces: list[MessagePiece]) -> list[str]:
    return [text[piece.start : piece.end].strip() for piece in pieces]


@pytest.mark.parametrize(("language", "text", "pieces"), CUT)
def test_a_message_is_cut_at_its_joints(language: Language, text: str, pieces: list[str]) -> None:
    assert texts(text, split_pieces(text, language)) == pieces


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_that_join_and_they_cut_in_capitals_too(language: Language) -> None:
    for word in joining_words(language):
        for joint in (word, word.upper()):
            text = f"a1 {joint} b2"
            assert texts(text, split_pieces(text, language)) == ["a1", "b2"]


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_letters_inside_a_word_join_nothing(language: Language, text: str) -> None:
    assert split_pieces(text, language) == [MessagePiece(0, len(text), "^", "")]


def test_a_piece_knows_the_marks_before_and_after_it() -> None:
    text = "Hola. ¿Cuánto es y cuándo?\n¿Dónde"
    marks = [(piece.joint, piece.ends) for piece in split_pieces(text, "es")]
    assert marks == [("^", "."), (".¿", "&"), ("&", "?\n¿"), ("?\n¿", "")]


@pytest.mark.parametrize("text", ["", " ", "¿?", "...", "y", "y y, e", "\n\n", "-", "🙂"])
def test_what_has_no_word_of_its_own_has_no_piece(text: str) -> None:
    assert split_pieces(text, "es") == []


@given(st.text(max_size=200), languages)
def test_any_text_is_cut_in_order_and_loses_no_word_but_those_that_join(text: str, language: Language) -> None:
    pieces = split_pieces(text, language)
    assert all(first.end <= second.start for first, second in pairwise(pieces))
    assert all(re.search(r"\w", text[piece.start : piece.end]) for piece in pieces)
    outside, end = "", 0
    for piece in pieces:
        outside, end = outside + " " + text[end : piece.start], piece.end
    left = re.findall(r"\w+", outside + " " + text[end:])
    joins = "|".join(joining_words(language))
    assert [word for word in left if not re.fullmatch(joins, word, re.IGNORECASE)] == []


WORDS = ("zenbat", "combien", "how", "y", "e", "i", "eta", "ta", "and", "et", "¿", "?", ", ", ".", " - ", "\n", "2,5")


@given(st.lists(st.sampled_from(WORDS), max_size=15), languages)
def test_each_end_is_the_mark_that_the_next_piece_begins_after(words: list[str], language: Language) -> None:
    pieces = split_pieces(" ".join(words), language)
    assert [piece.joint[:1] == "^" for piece in pieces] == [place == 0 for place in range(len(pieces))]
    for first, second in pairwise(pieces):
        assert first.ends
        assert second.joint.startswith(first.ends)
    assert all(piece.joint and (piece.ends or piece is pieces[-1]) for piece in pieces)
