"""What stays, what may change, and that nothing said is lost or said twice, whatever the model reads."""

import re
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from speech.audio.vad import FRAME
from speech.listening.endpoints import FRAME_S
from speech.listening.listener import Pace, TrackListener
from speech.listening.terms import Terms
from speech.listening.whisper import TokenTime
from speech.segments import Final, Heard, Partial
from tests.administrations import SEGURIDAD_SOCIAL
from tests.speech.vocabulary import reading, vocabulary

WORDS = ["quiero", "pedir", "una", "cita", "para", "mi", "madre", "que", "se", "jubila", "en", "marzo", "y", "vive"]

TERMS = Terms.load(SEGURIDAD_SOCIAL)


def listener(pace: Pace = Pace(edge=0.4)) -> TrackListener:  # noqa: B008 - frozen
    return TrackListener(vocabulary([*WORDS, "casa", "gato"]), TERMS, "es", pace=pace)


def hear(one: TrackListener, seconds: float, probability: float) -> None:
    frames = round(seconds / FRAME_S)
    one.push(np.zeros(frames * FRAME, np.float32), [probability] * frames)


def read(one: TrackListener, text: str, *, interval: float = 0.8, sure: bool = True) -> list[Heard]:
    """What is due, read as ``text``: the whole window, with the words known before."""
    assert one.due(interval) is not None
    job = one.job()
    found, times = reading(one.tokens, text)
    return one.apply(job, found, times, sure=sure)


def of_kind_final(events: list[Heard]) -> list[Final]:
    return [event for event in events if isinstance(event, Final)]


def stable(events: list[Heard]) -> list[str]:
    return [word.text for event in events if isinstance(event, Partial) for word in event.stable]


def test_words_stay_when_two_readings_agree_and_they_are_not_at_the_edge() -> None:
    one = listener()
    hear(one, 1.0, 0.9)
    assert stable(read(one, "quiero pedir una")) == []
    hear(one, 1.0, 0.9)
    assert stable(read(one, "quiero pedir una cita para")) == ["quiero", "pedir", "una"]


def test_words_that_readings_differ_in_stay_after_a_while() -> None:
    one = listener(Pace(patience=2.0, edge=0.4))
    hear(one, 1.5, 0.9)
    assert stable(read(one, "casa pedir una")) == []
    hear(one, 1.5, 0.9)
    assert stable(read(one, "gato pedir una cita para")) == ["gato", "pedir", "una"]


def test_words_do_not_stay_while_the_language_is_doubtful() -> None:
    one = listener()
    for text in ("quiero pedir", "quiero pedir una cita"):
        hear(one, 1.0, 0.9)
        assert stable(read(one, text, sure=False)) == []


def test_the_next_reading_begins_with_the_words_that_stay() -> None:
    one = listener()
    for text in ("quiero pedir una", "quiero pedir una cita para"):
        hear(one, 1.0, 0.9)
        read(one, text)
    hear(one, 1.0, 0.9)
    known = one.job().window.known
    assert one.tokens.text(known) == "quiero pedir una"


def test_a_segment_is_final_after_a_silence() -> None:
    one = listener()
    hear(one, 1.5, 0.9)
    read(one, "quiero pedir una cita")
    hear(one, 0.3, 0.1)
    read(one, "quiero pedir una cita")
    assert one.due(0.8) is None
    hear(one, 0.5, 0.1)
    (final,) = one.settle()
    assert isinstance(final, Final)
    assert final.segment.text == "quiero pedir una cita"
    assert one.due(0.8) is None


def test_a_number_is_read_once_more_when_it_is_over() -> None:
    one = TrackListener(vocabulary(["mi", "DNI", "es", "12", "34", "56"]), TERMS, "es")
    hear(one, 1.5, 0.9)
    read(one, "mi DNI es 12 34 56")
    hear(one, 0.3, 0.1)
    read(one, "mi DNI es 12 34 56")
    hear(one, 1.1, 0.1)
    assert one.settle() == []
    assert one.due(0.8) == "final"


def test_a_pause_ends_nothing_before_a_reading_has_told_that_no_number_is_dictated() -> None:
    one = listener()
    hear(one, 1.5, 0.9)
    hear(one, 0.8, 0.1)
    assert one.due(0.8) == "partial"
    read(one, "quiero pedir una cita")
    assert one.due(0.8) == "final"


def test_a_number_in_words_or_the_letter_before_it_may_go_on_after_a_pause() -> None:
    for text, ends in (("cincuenta y tres", False), ("X", False), ("quiero una", True)):
        one = TrackListener(vocabulary(["cincuenta", "y", "tres", "X", "quiero", "una"]), TERMS, "es")
        hear(one, 1.5, 0.9)
        hear(one, 0.3, 0.1)
        read(one, text)
        hear(one, 0.5, 0.1)
        assert (one.due(0.8) == "final") is ends
        hear(one, 0.5, 0.1)
        assert one.due(0.8) == "final"


def test_a_word_is_as_sure_as_what_is_said_of_it() -> None:
    one = listener()
    hear(one, 1.5, 0.9)
    found, times = reading(one.tokens, "cita , madre")
    doubtful = [times[0], replace(times[1], probability=0.1), times[2]]
    hear(one, 1.2, 0.1)
    (final,) = one.apply(one.job(), found, doubtful)
    assert isinstance(final, Final)
    assert [(word.text, word.confidence) for word in final.segment.words] == [("cita,", 0.9), ("madre", 0.9)]


def test_what_stayed_is_as_sure_as_the_reading_of_all_of_it_makes_it() -> None:
    one = TrackListener(vocabulary(["12", "34", "56"]), TERMS, "es")
    found, times = reading(one.tokens, "12 34 56")
    doubtful = [replace(time, probability=0.4) for time in times]
    hear(one, 1.5, 0.9)
    one.apply(one.job(), found, doubtful)
    hear(one, 0.3, 0.1)
    assert stable(one.apply(one.job(), found, doubtful)) == ["12", "34", "56"]
    hear(one, 1.1, 0.1)
    (final,) = one.apply(one.job(), found, [times[0], doubtful[1], replace(times[2], probability=0.2)])
    assert isinstance(final, Final)
    assert [word.confidence for word in final.segment.words] == [0.9, 0.4, 0.2]


def test_a_reading_that_goes_round_settles_nothing() -> None:
    one = listener()
    for _ in range(2):
        hear(one, 1.0, 0.9)
        read(one, "quiero pedir una cita")
    hear(one, 1.0, 0.9)
    hear(one, 0.3, 0.1)
    read(one, "quiero pedir una cita gato gato gato gato")
    hear(one, 0.5, 0.1)
    assert one.settle() == [], "what was said last has not been read"
    (final,) = of_kind_final(read(one, "quiero pedir una cita para mi madre"))
    assert final.segment.text == "quiero pedir una cita para mi madre"


def test_what_was_said_before_the_last_reading_went_round_is_written() -> None:
    one = listener()
    hear(one, 1.5, 0.9)
    hear(one, 1.2, 0.1)
    (final,) = of_kind_final(read(one, "quiero pedir una cita gato gato gato gato gato"))
    assert final.segment.text == "quiero pedir una cita gato"


def test_a_reading_that_does_nothing_but_go_round_says_nothing() -> None:
    one = listener()
    hear(one, 1.5, 0.9)
    hear(one, 1.2, 0.1)
    assert of_kind_final(read(one, "gato gato gato gato gato")) == []


def test_a_click_says_nothing() -> None:
    one = listener()
    hear(one, 0.1, 0.9)
    hear(one, 1.2, 0.0)
    assert read(one, "gato") == []


def test_a_long_utterance_is_cut_after_a_word_that_stays() -> None:
    one, finals = listener(Pace(longest=3.0, edge=0.4)), list[Final]()
    for count in range(2, len(WORDS) + 1):
        hear(one, 0.9, 0.9)
        told = sum(len(final.segment.words) for final in finals)
        finals += of_kind_final(read(one, " ".join(WORDS[told:count])))
    one.finish()
    told = sum(len(final.segment.words) for final in finals)
    finals += of_kind_final(read(one, " ".join(WORDS[told:])))
    assert len(finals) > 2
    assert [final.segment.number for final in finals] == list(range(len(finals)))
    assert " ".join(final.segment.text for final in finals).split() == WORDS


def test_a_number_is_not_cut_in_two() -> None:
    number = [figure for figure in "123456789" for _ in "ab"]
    one = TrackListener(vocabulary(number), TERMS, "es", pace=Pace(longest=3.0, edge=0.4))
    for count in range(2, len(number) + 1):
        hear(one, 0.9, 0.9)
        assert of_kind_final(read(one, " ".join(number[:count]))) == []
    one.finish()
    assert len(of_kind_final(read(one, " ".join(number)))) == 1


def test_unbroken_speech_is_cut_after_a_word_and_the_rest_is_read_again() -> None:
    one = listener(Pace(longest=4.0, hard=4.0, edge=0.4))
    hear(one, 4.1, 0.9)
    (final,) = of_kind_final(read(one, " ".join(WORDS[:13])))  # the last word is cut at 3.9 s, or badly heard
    said = len(final.segment.words)
    assert 6 <= said < 12
    assert one.due(0.8) is None, "what was heard is not read again before there is more"
    one.finish()
    job = one.job()
    assert job.start <= said * 0.3 + 1e-6, "no sound of the next word is lost"
    rest = WORDS[said:13]
    found, times = reading(one.tokens, " ".join(rest))
    (last,) = of_kind_final(one.apply(job, found, times))
    assert [*final.segment.text.split(), *last.segment.text.split()] == WORDS[:13]


def test_silence_after_a_cut_is_no_speech() -> None:
    one = listener(Pace(longest=4.0, hard=4.0, edge=0.4))
    hear(one, 3.7, 0.9)
    hear(one, 0.4, 0.0)
    assert len(of_kind_final(read(one, " ".join(WORDS[:10])))) == 1
    hear(one, 1.2, 0.0)
    while one.due(0.8):
        assert of_kind_final(read(one, "gato")) == []
    assert one.unread == 0.0


def test_frames_after_an_end_wait_for_its_reading() -> None:
    one = listener()
    hear(one, 1.0, 0.9)
    hear(one, 1.2, 0.0)
    hear(one, 1.0, 0.9)  # another utterance, before the first was read
    first = read(one, "quiero pedir")
    assert [event.segment.text for event in first if isinstance(event, Final)] == ["quiero pedir"]
    assert one.due(0.8) == "partial"
    assert one.job().start >= 1.0


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), min_size=1, max_size=8), st.booleans())
def test_what_was_shown_as_stable_is_never_rewritten(readings: list[list[str]], pause: bool) -> None:
    one, finals, shown = listener(), list[str](), list[str]()
    for words in readings:
        hear(one, 0.9, 0.9)
        if pause:
            hear(one, 0.3, 0.0)
        if one.due(0.8) is None:
            continue
        known = one.tokens.text(one.job().window.known).split()
        for event in read(one, " ".join([*known, *words])):
            if isinstance(event, Final):
                finals += event.segment.text.split()
            now = [*finals, *stable([event])]
            assert now[: len(shown)] == shown or isinstance(event, Final)
            shown = max(shown, now, key=len)
    one.finish()
    events = [*one.settle()]
    if one.due(0.8) == "final":
        known_text = one.tokens.text(one.job().window.known)
        events += read(one, f"{known_text} casa")
    for final in of_kind_final(events):
        finals += final.segment.text.split()
    assert finals[: len(shown)] == shown
    assert one.done


@given(st.lists(st.floats(1.0, 6.0), min_size=1, max_size=6), st.integers(0, 5))
def test_unbroken_speech_is_written_once_wherever_it_is_cut(pushes: list[float], lag: int) -> None:
    one, finals, spoken = listener(Pace(longest=4.0, hard=4.0, edge=0.4)), list[Final](), 0.0

    def read_what_is_due() -> None:
        while one.due(1e9) == "final":
            job = one.job()
            said = [n for n in range(200) if job.start <= n * 0.3 + 0.15 < min(job.heard, spoken)]
            found, _ = reading(one.tokens, " ".join(WORDS[n % len(WORDS)] for n in said))
            times = [TokenTime(n * 0.3 - job.start, n * 0.3 + 0.3 - job.start, 0.9) for n in said]
            finals.extend(of_kind_final(one.apply(job, found, times)))

    for number, seconds in enumerate(pushes):
        spoken += seconds
        hear(one, seconds, 0.9)
        if number >= lag:
            read_what_is_due()
    one.finish()
    read_what_is_due()
    words = " ".join(final.segment.text for final in finals).split()
    assert words == [WORDS[n % len(WORDS)] for n in range(len(words))]
    assert abs(len(words) * 0.3 - spoken) < 1.0
    assert one.done


def test_what_goes_on_without_a_space_after_a_word_that_stays_is_not_lost() -> None:
    one = TrackListener(vocabulary(["mi", "telefono", "612"], ["34", "56"]), TERMS, "es")
    hear(one, 1.2, 0.9)
    read(one, "mi telefono 612")
    hear(one, 1.0, 0.9)
    hear(one, 0.4, 0.0)
    assert stable(read(one, "mi telefono 612 .")) == ["mi", "telefono", "612."]
    hear(one, 1.2, 0.9)
    read(one, "mi telefono 612 . _34 . _56")
    hear(one, 2.0, 0.0)
    (final,) = of_kind_final(read(one, "mi telefono 612 . _34 . _56"))
    assert "".join(re.findall(r"\d", final.segment.text)) == "6123456"


def test_a_mark_after_a_word_that_stays_is_no_word() -> None:
    one = TrackListener(vocabulary(["hola", "quiero"]), TERMS, "es")
    hear(one, 1.2, 0.9)
    read(one, "hola")
    hear(one, 1.0, 0.9)
    hear(one, 0.4, 0.0)
    assert stable(read(one, "hola")) == ["hola"]
    hear(one, 2.0, 0.9)
    hear(one, 2.0, 0.0)
    (final,) = of_kind_final(read(one, "hola , quiero"))
    assert [word.text for word in final.segment.words] == ["hola", "quiero"]
