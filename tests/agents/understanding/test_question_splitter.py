"""Several questions of one message are taken apart, and one is left whole; the kept model is of today's messages."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.question.marked_questions import MarkedMessage, marked_messages
from agents.understanding.question.pieces import split_pieces
from agents.understanding.question.question_splitter import (
    KEPT,
    QuestionSplitter,
    features,
    fit,
    lessons,
    load_splitter,
    save_splitter,
    splitter_digest,
)
from agents.understanding.shared.tables import load_table, own_model
from agents.understanding.understander import Understander
from knowledge.encoders.encoder import Vectors
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL

APART: list[tuple[Language, str, list[str]]] = [
    ("es", "quién me lo paga. y otra cosa, le tengo que llevar el papel al jefe",
        ["quién me lo paga.", "otra cosa, le tengo que llevar el papel al jefe"]),
    ("ca", "qui m'ho paga. i una altra cosa, he de portar el paper al cap",
        ["qui m'ho paga.", "una altra cosa, he de portar el paper al cap"]),
    ("gl", "quen mo paga. e outra cousa, teño que levarlle o papel ao xefe",
        ["quen mo paga.", "outra cousa, teño que levarlle o papel ao xefe"]),
    ("eu", "nork ordaintzen dit. eta beste gauza bat, papera nagusiari eraman behar diot",
        ["nork ordaintzen dit.", "beste gauza bat, papera nagusiari eraman behar diot"]),
    ("en", "who pays me. and another thing, do I have to take the paper to my boss",
        ["who pays me.", "another thing, do I have to take the paper to my boss"]),
    ("fr", "qui me paie. et autre chose, je dois porter le papier au patron",
        ["qui me paie.", "autre chose, je dois porter le papier au patron"]),
    (
        "es", "¿cómo pido la tarjeta sanitaria europea? ¿y cuánto cobro de baja?",
        ["¿cómo pido la tarjeta sanitaria europea?", "cuánto cobro de baja?"],
    ),
    ("es", "cuánto se cobra de viudedad y qué papeles hay que llevar",
        ["cuánto se cobra de viudedad", "qué papeles hay que llevar"]),
    (
        "ca", "com demano la targeta sanitària europea? i quant cobro de baixa?",
        ["com demano la targeta sanitària europea?", "quant cobro de baixa?"],
    ),
    ("ca", "quant es cobra de viduïtat i quins papers s'han de portar?",
        ["quant es cobra de viduïtat", "quins papers s'han de portar?"]),
    (
        "gl", "como pido a tarxeta sanitaria europea? e canto cobro de baixa?",
        ["como pido a tarxeta sanitaria europea?", "canto cobro de baixa?"],
    ),
    ("gl", "canto se cobra de viuvez e que papeis hai que levar",
        ["canto se cobra de viuvez", "que papeis hai que levar"]),
    (
        "eu", "nola eskatzen da Europako osasun-txartela? eta zenbat kobratuko dut bajan?",
        ["nola eskatzen da Europako osasun-txartela?", "zenbat kobratuko dut bajan?"],
    ),
    ("eu", "zenbat kobratzen da alarguntzagatik eta zer paper eraman behar dira?",
        ["zenbat kobratzen da alarguntzagatik", "zer paper eraman behar dira?"]),
    (
        "en", "how do I get the European health card? and how much sick pay will I get?",
        ["how do I get the European health card?", "how much sick pay will I get?"],
    ),
    ("en", "how much is the widow's pension and what papers do I need",
        ["how much is the widow's pension", "what papers do I need"]),
    (
        "fr", "comment obtenir la carte européenne ? et combien vais-je toucher en arrêt maladie ?",
        ["comment obtenir la carte européenne ?", "combien vais-je toucher en arrêt maladie ?"],
    ),
    ("fr", "combien touche une veuve et quels papiers faut-il ?",
        ["combien touche une veuve", "quels papiers faut-il ?"]),
]  # fmt: skip
WHOLE: list[tuple[Language, str]] = [
    ("es", "tengo 63 años y 40 cotizados, ¿puedo jubilarme ya o tengo que esperar?"),
    ("ca", "tinc 63 anys i 40 de cotitzats, em puc jubilar ja o he d'esperar?"),
    ("gl", "teño 63 anos e 40 cotizados, podo xubilarme xa ou teño que agardar?"),
    ("eu", "63 urte ditut eta 40 kotizatuta, erretiroa har dezaket jada ala itxaron behar dut?"),
    ("en", "I'm 63 and have 40 years paid in, can I retire now or do I have to wait?"),
    ("fr", "j'ai 63 ans et 40 ans cotisés, puis-je partir maintenant ou dois-je attendre ?"),
]
LEAST = 0.4
ASKING, TELLING = 1.0, -1.0
DIMENSIONS = 2


def encode(texts: Sequence[str]) -> Vectors:
    """On one axis what asks, on none what tells."""
    return np.array([[ASKING if re.match(r"\W*q", text) else TELLING, 0.0] for text in texts], np.float32)


def asking_begins() -> QuestionSplitter:
    """A question begins in every piece whose vector asks."""
    text = "x"
    width = len(features(text, split_pieces(text, "es"), encode([text]), 0, asked=False))
    weights = np.zeros(width, np.float32)
    weights[0] = 1.0
    return QuestionSplitter(weights, 0.0, LEAST)


def always() -> QuestionSplitter:
    """A question begins in every piece."""
    return QuestionSplitter(np.zeros_like(asking_begins().weights), 9.0, LEAST)


# The lines that teach it


@cache
def taught() -> list[MarkedMessage]:
    return marked_messages()


def test_every_language_has_messages_that_ask_nothing_one_thing_and_several() -> None:
    for language in LANGUAGES:
        asked = Counter(min(len(one.asked), 3) for one in taught() if one.language == language)
        assert min(asked[0], asked[2]) > 50
        assert asked[3] > 1
        assert asked.total() > 500


def test_marks_are_no_part_of_a_message_and_each_span_is_words_of_it() -> None:
    for one in taught():
        assert not set("⟦⟧") & set(one.text)
        assert all(one.text[start:end].strip() for start, end in one.asked)
        ends = [place for span in one.asked for place in span]
        assert ends == sorted(ends)


def test_the_spans_are_what_stood_between_the_marks(tmp_path: Path) -> None:
    (tmp_path / "en-01.txt").write_text("# a remark\n\nHi, ⟦how much⟧ and ⟦when⟧?\nBye\n", encoding="utf-8")
    (tmp_path / "ca-02.txt").write_text("⟦quant és⟧", encoding="utf-8")
    (tmp_path / "notes.md").write_text("⟦", encoding="utf-8")
    read = marked_messages(tmp_path)
    assert [(one.language, one.text) for one in read] == [
        ("ca", "quant és"), ("en", "Hi, how much and when?"), ("en", "Bye"),
    ]  # fmt: skip
    assert [[one.text[start:end] for start, end in one.asked] for one in read] == [
        ["quant és"],
        ["how much", "when"],
        [],
    ]


@pytest.mark.parametrize("line", ["⟦how much", "how much⟧", "⟦⟦how much⟧⟧", "⟧how much⟦", "⟦how ⟦much⟧", "⟦a⟧ b⟧"])
def test_marks_that_are_not_in_pairs_are_told_with_their_file_and_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "en-01.txt").write_text("⟦how much⟧\n", encoding="utf-8")
    (tmp_path / "en-02.txt").write_text(f"# a remark\n⟦when⟧\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"asked_apart/en-02\.txt:3: "):
        marked_messages(tmp_path)


def test_a_lesson_is_where_each_question_begins_and_no_second_piece_of_it() -> None:
    text = "Hola, qué es, o qué era y qué vale"
    message = MarkedMessage(text, "es", ((6, 22), (25, len(text))))
    rows, begins = lessons(message, encode([text] * 4))
    assert [text[one.start : one.end].strip() for one in split_pieces(text, "es")] == [
        "Hola",
        "qué es",
        "o qué era",
        "qué vale",
    ]
    assert begins == [False, True, False, True]
    assert rows.shape == (4, asking_begins().weights.size)


def test_what_only_touches_a_question_does_not_begin_it() -> None:
    text = "Hola. qué vale"
    _, begins = lessons(MarkedMessage(text, "es", ((4, len(text)),)), encode([text] * 2))
    assert begins == [False, True]


def test_a_model_learns_where_questions_begin() -> None:
    text = "tengo dos, qué es y que vale. pues nada"
    start, last = text.index("qué"), text.index("que")
    message = MarkedMessage(text, "es", ((start, last - 3), (last, text.index(". pues"))))
    pieces = [text[one.start : one.end].strip() for one in split_pieces(text, "es")]
    rows, begins = lessons(message, encode(pieces))
    assert begins == [False, True, True, False]
    model = fit(np.concatenate([rows] * 40), begins * 40, LEAST)
    assert model.split(text, "es", encode) == ["tengo dos, qué es", "que vale. pues nada"]


# What is kept


def test_the_kept_model_is_of_the_messages_of_today(real: Understander) -> None:
    digest = splitter_digest(taught(), real.encoder.identity)
    kept = load_splitter(own_model(SEGURIDAD_SOCIAL, KEPT), digest)
    assert kept is not None, "isac train splitter"
    assert real.splitter is not None
    assert np.array_equal(real.splitter.weights, kept.weights)


def test_a_model_comes_back_as_it_was_kept_for_the_same_messages_and_encoder_only(tmp_path: Path) -> None:
    one, path = MarkedMessage("qué", "es", ((0, 3),)), tmp_path / KEPT
    digest = splitter_digest([one], "encoder")
    save_splitter(asking_begins(), path, digest)
    loaded = load_splitter(path, digest)
    assert loaded is not None
    assert np.array_equal(loaded.weights, asking_begins().weights)
    assert (loaded.intercept, loaded.least) == (0.0, LEAST)
    others = [
        splitter_digest([], "encoder"),
        splitter_digest([one], "another"),
        splitter_digest([MarkedMessage("que", "es", ((0, 3),))], "encoder"),
        splitter_digest([MarkedMessage("qué", "gl", ((0, 3),))], "encoder"),
        splitter_digest([MarkedMessage("qué", "es", ())], "encoder"),
    ]
    assert len({digest, *others}) == len(others) + 1
    assert [load_splitter(path, other) for other in others] == [None] * len(others)


def test_where_no_model_is_kept_or_it_is_damaged_there_is_none(tmp_path: Path) -> None:
    assert load_splitter(tmp_path / KEPT, "digest") is None
    (tmp_path / KEPT).write_bytes(b"PK no model")
    assert load_splitter(tmp_path / KEPT, "digest") is None


# What it does


@pytest.mark.parametrize(("language", "text", "parts"), APART)
def test_two_questions_are_taken_apart(real: Understander, language: Language, text: str, parts: list[str]) -> None:
    assert text not in {one.text for one in taught()}
    assert real.splitter is not None
    assert real.splitter.split(text, language, real.encoder.encode) == parts


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_one_question_with_its_story_is_left_whole(real: Understander, language: Language, text: str) -> None:
    assert text not in {one.text for one in taught()}
    assert len(split_pieces(text, language)) > 1
    assert real.splitter is not None
    assert real.splitter.split(text, language, real.encoder.encode) == [text]


def test_each_part_goes_to_the_next_question_and_the_first_has_what_leads_to_it() -> None:
    text = "Hola, tengo dos. ¿Qué es? Pues eso. ¿Qué vale, de verdad? Gracias"
    parts = ["Hola, tengo dos. ¿Qué es? Pues eso.", "Qué vale, de verdad? Gracias"]
    assert asking_begins().split(text.replace("Qué", "qué"), "es", encode) == [
        one.replace("Qué", "qué") for one in parts
    ]


def test_what_asks_nothing_or_one_thing_is_itself_to_the_letter() -> None:
    for text in ("  hola, buenas  ", "pues, ¿qué es? ", "", " ", "¿?", "y"):
        assert asking_begins().split(text, "es", encode) == [text]


def test_a_message_of_one_piece_is_not_encoded() -> None:
    def refuse(texts: Sequence[str]) -> Vectors:
        raise AssertionError(texts)

    assert always().split("¿qué es eso?", "es", refuse) == ["¿qué es eso?"]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("es", "¿cuánto es y qué llevo?", ["¿cuánto es", "qué llevo?"]),
        ("ca", "quant és i què porto?", ["quant és", "què porto?"]),
        ("gl", "canto é e que levo?", ["canto é", "que levo?"]),
        ("eu", "zenbat balio du eta noiz?", ["zenbat balio du", "noiz?"]),
        ("en", "how much is it and when?", ["how much is it", "when?"]),
        ("eu", "non ikusten da? eta noiz da epea", ["non ikusten da?", "noiz da", "epea"]),
        ("eu", "ZENBAT DA ETA NOIZ", ["ZENBAT DA", "NOIZ"]),
        ("en", "how much & when", ["how much", "when"]),
        ("es", "¿cuánto?, ¿y dónde? - ¿cuándo?", ["¿cuánto?,", "dónde?", "cuándo?"]),
        ("es", "cuánto... Y, además, dónde", ["cuánto...", "además,", "dónde"]),
        ("fr", "combien est-ce et quand ?", ["combien est-ce", "quand ?"]),
    ],
)  # fmt: skip
def test_of_what_joins_two_questions_nothing_stays_behind(language: Language, text: str, parts: list[str]) -> None:
    assert always().split(text, language, encode) == parts


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@given(st.text(max_size=200), st.sampled_from(LANGUAGES), st.sampled_from([asking_begins(), always()]))
def test_taking_apart_never_raises_and_loses_no_word_but_joints(
    text: str, language: Language, splitter: QuestionSplitter
) -> None:
    parts = splitter.split(text, language, encode)
    assert parts
    lost = Counter(words_of(text)) - Counter(word for part in parts for word in words_of(part))
    joins = "|".join(load_table("joins")[language])
    assert [word for word in lost if not re.fullmatch(joins, word, re.IGNORECASE)] == []
    assert len(parts) == 1 or all(words_of(part) for part in parts)


SAID = ("qué es", "que vale", "hola", "tengo dos", "y", "e", "eta", "and", "et", "¿", "?", ".", ",", " - ", "\n", "…")


@given(st.lists(st.sampled_from(SAID), max_size=14), st.sampled_from(LANGUAGES))
def test_the_parts_of_a_message_are_its_words_in_their_order(said: list[str], language: Language) -> None:
    text, joins = " ".join(said), set(load_table("joins")[language])
    parts = asking_begins().split(text, language, encode)
    kept = [word for part in parts for word in words_of(part) if word not in joins]
    assert kept == [word for word in words_of(text) if word not in joins]
    begun = sum(bool(re.match(r"\W*q", text[one.start : one.end])) for one in split_pieces(text, language))
    assert len(parts) == max(begun, 1)
