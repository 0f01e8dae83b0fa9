"""Where sentences end, as people type and as editors print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.words.sentences import ends_sentence, prose_gaps, sentence_gaps, split_at


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("hola. quiero cita", ["hola.", "quiero cita"]),
        ("¿Cuánto es? ¡Dígame! Espero… gracias", ["¿Cuánto es?", "¡Dígame!", "Espero…", "gracias"]),
        ("son 1.234,50 euros a las 9.30", ["son 1.234,50 euros a las 9.30"]),
        ("hola?quiero cita", ["hola?quiero cita"]),
        ("uno; dos", ["uno; dos"]),
        ("", [""]),
    ],
)
def test_a_typed_sentence_ends_at_a_mark_and_a_space(text: str, sentences: list[str]) -> None:
    assert split_at(text, sentence_gaps(text)) == sentences


def test_other_marks_may_end_one() -> None:
    assert split_at("uno; dos: tres", sentence_gaps("uno; dos: tres", ".;:")) == ["uno;", "dos:", "tres"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Véase el art. 205. La edad es otra.", ["Véase el art.", "205.", "La edad es otra."]),
        ("Según la Ley cit. anterior. «Así» sigue", ["Según la Ley cit. anterior.", "«Así» sigue"]),
        ("Título\nÉsta es otra línea", ["Título", "Ésta es otra línea"]),
    ],
)
def test_a_printed_sentence_begins_with_a_capital_or_a_figure(text: str, sentences: list[str]) -> None:
    assert split_at(text, prose_gaps(text)) == sentences


@given(st.text(alphabet="aB1 .!?…;\n«", max_size=60))
def test_only_white_space_is_left_out(text: str) -> None:
    for gaps in (sentence_gaps(text), prose_gaps(text)):
        assert "".join("".join(split_at(text, gaps)).split()) == "".join(text.split())


@pytest.mark.parametrize(("text", "ends"), [("Sí.", True), ("¿no?", True), ("pues…", True), ("a,", False), ("", False)])
def test_a_word_ends_a_sentence_by_its_last_mark(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends
