"""Whatever arrives becomes one readable line, or says why not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.screen import CAP, screen


@given(st.text(max_size=400))
def test_screening_twice_changes_nothing(text: str) -> None:
    once = screen(text).text
    assert screen(once).text == once


@given(st.text(alphabet="<>&;/abcscriptlg!-#x0 amp", max_size=200))
def test_nested_markup_never_survives_a_second_look(text: str) -> None:
    once = screen(text).text
    assert screen(once).text == once


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("  hola\n\tmundo ", "hola mundo"),
        ("ho\u200bla", "hola"),
        ("\u202eabc\u202c", "abc"),
        ("hola\U000e0041\U000e0042", "hola"),
        ("<b>cita</b> previa", "cita previa"),
        ("a<script>alert(1)</script>b", "a b"),
        ("&lt;script&gt;x&lt;/script&gt;cita", "cita"),
        ("cafe\u0301", "café"),
        ("tengo 3 < 5 hijos", "tengo 3 < 5 hijos"),
        ("a<!-- b --> c <!-- d", "a c <!-- d"),
        ("a<STYLE x>b</style >c<style>d", "a c d"),
        ("cita&#" + "1" * 5000 + "; previa", "cita previa"),
    ],
)
def test_the_text_is_cleaned(raw: str, shown: str) -> None:
    assert screen(raw).text == shown


@pytest.mark.parametrize(
    ("raw", "flag"),
    [
        ("", "empty"),
        ("   \u200b", "empty"),
        ("🙂👍🏽", "emoji_only"),
        ("a" * (CAP + 1), "too_long"),
        ("مرحبا", "rtl_script"),
    ],
)
def test_special_messages_are_flagged(raw: str, flag: str) -> None:
    assert flag in screen(raw).flags


def test_a_long_message_is_cut_and_what_was_removed_is_counted() -> None:
    screened = screen("x" * 10_000)
    assert len(screened.text) == CAP
    assert screened.removed == 10_000 - CAP


@pytest.mark.parametrize(
    "hostile",
    ["<!--", "<script>", "<style>", "\u0315\u0300", "&amp;", "<a"],
    ids=["comment", "script", "style", "marks", "entity", "tag"],
)
@pytest.mark.parametrize("nested", ["", "&" + "amp;" * 12], ids=["once", "nested"])
def test_no_message_takes_more_time_than_in_proportion(hostile: str, nested: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        screen(hostile * ((length - len(nested)) // len(hostile)) + nested)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(20_000) < 40 * max(seconds(1_000), 0.002)


def test_ordinary_text_has_no_flags() -> None:
    assert not screen("Quiero pedir cita").flags
