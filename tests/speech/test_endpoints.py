"""Where utterances begin and end."""

from collections.abc import Iterable

from speech.listening.endpoints import FRAME_S, Endpointer, Hearing


def heard(ends: Endpointer, *stretches: tuple[float, float]) -> Endpointer:
    """Stretches of (seconds, probability)."""
    for seconds, probability in stretches:
        for _ in range(round(seconds / FRAME_S)):
            ends.push(probability)
    return ends


def spans(probabilities: Iterable[float], hearing: Hearing) -> list[tuple[float, float]]:
    ends, found = Endpointer(hearing), []
    for probability in probabilities:
        ends.push(probability)
        if ends.began is not None and ends.ended(number=False):
            found.append((ends.began, ends.spoke))
            ends.close()
    return found


def test_silence_begins_nothing() -> None:
    ends = heard(Endpointer(Hearing()), (60, 0.1))
    assert ends.began is None
    assert not ends.ended(number=False)


def test_an_utterance_ends_after_a_silence_and_a_number_after_a_longer_one() -> None:
    ends = heard(Endpointer(Hearing()), (1, 0.0), (2, 0.9), (0.7, 0.1))
    assert ends.ended(number=False)
    assert not ends.ended(number=True)
    assert heard(ends, (0.6, 0.1)).ended(number=True)


def test_a_breath_ends_nothing() -> None:
    ends = heard(Endpointer(Hearing()), (1, 0.9), (0.4, 0.1), (1, 0.9), (0.3, 0.1))
    assert not ends.ended(number=False)
    assert ends.pausing


def test_a_voice_that_fades_is_followed_longer_than_one_that_begins() -> None:
    assert heard(Endpointer(Hearing()), (1, 0.4)).began is None
    faded = heard(Endpointer(Hearing()), (1, 0.9), (2, 0.4))
    assert faded.silence == 0


def test_two_utterances_do_not_touch() -> None:
    frames = [0.9] * 40 + [0.0] * 40 + [0.9] * 40 + [0.0] * 40
    first, second = spans(frames, Hearing())
    assert first[1] < second[0]
