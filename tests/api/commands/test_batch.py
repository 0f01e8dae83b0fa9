import io
import json
from collections.abc import Iterator
from queue import Queue

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.commands.batch import batch, text_of, utf8


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


@pytest.mark.parametrize(
    "line",
    [
        '{"id": 1, "text": "a", "n": ' + "9" * 5000 + "}",
        "[" * 100_000,
        '{"id": 1, "text": "a\udcff"}',
        '{"id": 1, "n": {}}',
    ],
    ids=["digits", "brackets", "bytes", "no text"],
)
def test_a_line_that_cannot_be_read_is_told_and_the_rest_goes_on(line: str) -> None:
    bad, good = answers(line, '{"id": 2, "text": "b"}')
    assert set(bad) == {"id", "error"}
    assert good == {"id": 2, "said": "B"}


def test_what_fails_in_a_way_nobody_thought_of_fails_its_own_line() -> None:
    def fragile(record: dict[str, object]) -> dict[str, object]:
        return {"half": 1 / int(str(record["id"]))}

    bad, good = (json.loads(line) for line in batch(['{"id": 0}', '{"id": 2}'], fragile))
    assert bad == {"id": 0, "error": "line 1: ZeroDivisionError: division by zero"}
    assert good == {"id": 2, "half": 0.5}


def test_half_a_sign_goes_out_as_it_came_in() -> None:
    (answer,) = batch([r'{"id": "\ud800", "text": "á"}'], shout)
    assert answer == r'{"id": "\ud800", "said": "\u00c1"}'


def test_bytes_that_are_no_utf8_come_through() -> None:
    stream = utf8(io.TextIOWrapper(io.BytesIO(b'{"id": "\xff"}\n{"id": "\xc3\xa1"}\n'), encoding="latin-1"))
    assert list(stream) == ['{"id": "\udcff"}\n', '{"id": "á"}\n']


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["id", "text", "x"]), inner),
)
LINE = st.text(st.characters(exclude_characters="\n")) | JSON.map(json.dumps)


@given(st.lists(LINE.filter(str.strip)))
def test_whatever_the_lines_hold_there_is_one_answer_for_each(lines: list[str]) -> None:
    answered = list(batch(lines, shout))
    assert len(answered) == len(lines)
    assert all("error" in json.loads(line) or "said" in json.loads(line) for line in answered)
    "".join(answered).encode()
