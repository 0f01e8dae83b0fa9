import json
import math

import pytest

from api.settings.settings import Settings
from evals.bench.long_calls import Sample, growth
from evals.bench.open_question import Answered, figures
from evals.bench.run import BENCHES, Bench, run
from evals.bench.search import bench_search
from evals.bench.talk import CLIPS, language_of, turns
from evals.bench.timing import Figures, percentile, resident_mb
from evals.bench.turns import Mix, bench_turns
from evals.bench.understand import bench_understand
from evals.speech.clips import load_clips
from evals.stage import Stage
from knowledge.languages import LANGUAGES
from speech.segments import RATE


def test_percentiles_are_in_milliseconds_and_undefined_for_one_time() -> None:
    assert percentile([0.001] * 50 + [0.003] * 50, 95) == pytest.approx(3)
    assert math.isnan(percentile([0.001], 50))


def test_memory_is_that_of_a_process_or_undefined() -> None:
    assert resident_mb() > 10
    assert math.isnan(resident_mb("no such process"))


def test_understanding_is_measured(here: Stage) -> None:
    figures = bench_understand(here.models, 0.2, batched=12)
    assert figures["sentences"]
    assert {"p50_ms", "p95_ms", "rss_mb"} <= set(figures)
    assert json.loads(json.dumps(figures)) == figures  # plain numbers
    assert float(figures["rss_mb"]) > 0


def test_search_is_measured_on_our_passages_and_on_more(here: Stage) -> None:
    figures = bench_search(here.models, 0.2, sizes=(1_000,))
    assert figures["passages"]
    for name in ("disk_mb", "build_s", "change_s"):
        assert float(figures[f"1k_{name}"]) > 0
    for prefix in ("", "1k_"):
        assert float(figures[f"{prefix}p50_ms"]) <= float(figures[f"{prefix}p95_ms"])
    # all are looked at; vectors of 16 bits may swap neighbours whose cosines agree to four digits
    assert float(figures["1k_recall"]) >= 0.995


def test_the_mix_has_bookings_and_questions_in_every_language() -> None:
    mix = Mix()
    lengths = {len(mix.turns(number, language)) for number in range(12) for language in LANGUAGES}
    assert lengths == {2, 3, 5}


@pytest.mark.process
def test_turns_are_measured_against_a_real_server(settings: Settings) -> None:
    figures = bench_turns(settings, 1)
    assert figures["turns"]
    assert isinstance(figures["turns_per_s"], float)
    assert isinstance(figures["rss_mb"], float)


@pytest.mark.parametrize(("each", "growth_mb"), [(0.0, 0.0), (0.5, 45.0)])
def test_growth_is_counted_from_when_it_is_warm(each: float, growth_mb: float) -> None:
    samples = [Sample(at, 900 + 10 * at) for at in range(10)]  # loading is no growth
    samples += [Sample(at, 1000 + each * (at - 10)) for at in range(10, 110)]
    samples[60] = Sample(60, 1500)  # nor is a moment
    figures = growth(samples, warm=10)
    assert figures["growth_mb"] == growth_mb
    assert figures["resident_most_mb"] == 1500


def test_growth_of_nothing_is_undefined() -> None:
    assert math.isnan(float(growth([Sample(1, 900)], warm=10)["growth_mb"]))


def test_two_sides_of_a_call_take_turns_in_one_language() -> None:
    clips = load_clips(CLIPS)
    taken = list(turns(clips, number=1, seconds=40))
    assert {turn.said for turn in taken} <= {clip.said for clip in clips if clip.language == language_of(1)}
    assert [turn.side for turn in taken] == [at % 2 for at in range(len(taken))]
    assert sum(len(turn.sound) for turn in taken) >= 40 * RATE
    assert all(not turn.heard_on(1 - turn.side).any() and turn.heard_on(turn.side).any() for turn in taken)


def test_without_a_name_what_there_is_is_listed_and_the_quick_ones_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def long(settings: Settings, seconds: float) -> Figures:
        raise AssertionError("nobody named it")

    benches = {
        "short": Bench("a moment", lambda settings, seconds: {"s": seconds}),
        "long": Bench("hours", long, False),
    }
    monkeypatch.setattr("evals.bench.run.BENCHES", benches)
    run(None, 1, as_json=True)
    told = capsys.readouterr()
    assert json.loads(told.out) == {"short": {"s": 1}}
    assert "isac bench long" in told.err
    assert not BENCHES["crowd"].quick


def test_an_unknown_bench_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("dancing", 1, as_json=True)
    told = capsys.readouterr().err
    assert all(name in told for name in BENCHES)


def test_a_question_that_gets_no_need_counts_in_no_time() -> None:
    answered = [
        Answered("vida_laboral", 1.0, "vida_laboral"),
        Answered("jubilacion", 3.0, None),
        Answered(None, None, None),
    ]
    assert figures(answered) == {
        "questions": 3, "need_told": 2, "as_written": 1, "mean_s": 2.0, "p95_s": 1.0, "in_time": 1,
    }  # fmt: skip
