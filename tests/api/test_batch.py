import json
from collections.abc import Iterator
from queue import Queue

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.batch import batch, text_of


def shout(record: dict[str, object]) -> dict[str, object]:
    return {"said": text_of(record, "text").upper()}


def answers(*lines: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in batch(lines, shout)]


def test_one_out_per_one_in_in_order_with_the_id_handed_back() -> None:
    out = answers('{"id": 7, "text": "a"}', '{"id": "x", "text": "b", "other": 1}')
    assert out == [{"id": 7, "said": "A"}, {"id": "x", "said": "B"}]


def test_a_bad_line_is_told_and_the_rest_goes_on() -> None:
    out = answers("{broken", '{"id": 2}', "[1]", '{"id": 4, "text": "ok"}')
    assert [sorted(line) for line in out] == [["error", "id"], ["error", "id"], ["error", "id"], ["id", "said"]]
    assert "line 1" in str(out[0]["error"])
    assert '"text"' in str(out[1]["error"])


def test_who_sends_a_line_and_waits_is_answered() -> None:
    sent: Queue[str] = Queue()
    answered = batch(iter(sent.get, ""), shout)
    for text in ("uno", "dos"):
        sent.put(json.dumps({"text": text}))
        assert json.loads(next(answered))["said"] == text.upper()
    sent.put("")
    assert list(answered) == []


def test_lines_that_cannot_be_read_are_no_end_of_the_lines() -> None:
    def lines() -> Iterator[str]:
        yield '{"text": "a"}'
        raise OSError("the pipe broke")

    with pytest.raises(OSError, match="the pipe broke"):
        list(batch(lines(), shout))


def test_blank_lines_are_skipped() -> None:
    assert answers("", "  ", '{"id": 1, "text": "a"}') == [{"id": 1, "said": "A"}]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])).filter(str.strip)))
def test_whatever_the_lines_hold_there_is_one_answer_for_each(lines: list[str]) -> None:
    assert len(list(batch(lines, shout))) == len(lines)
