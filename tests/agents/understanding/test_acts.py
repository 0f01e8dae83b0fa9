"""Every act in every language, and the sentences that only look like one."""

from functools import cache
from pathlib import Path

import pytest

from agents.understanding.labels.acts import ActReader, build_act_reader
from tests.administrations import SEGURIDAD_SOCIAL
from tests.yaml_files import read_yaml
from tools.reading.folding import fold

FILES = ("cases_acts.yaml", "cases_acts_more.yaml")
CASES = [read_yaml(Path(__file__).parent / name) for name in FILES]


@cache
def reader() -> ActReader:
    return build_act_reader(SEGURIDAD_SOCIAL)


def labels(text: str) -> frozenset[str]:
    return frozenset(reader().find_acts(fold(text), text).labels)


def cases(side: str) -> list[tuple[str, str]]:
    return [(label, str(text)) for file in CASES for label, sides in file.items() for text in sides[side]]


@pytest.mark.parametrize(("label", "text"), cases("said"))
def test_the_act_is_found(label: str, text: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(("label", "text"), cases("not"))
def test_a_look_alike_is_not_the_act(label: str, text: str) -> None:
    assert label not in labels(text)


def test_a_cancellation_is_not_also_a_booking() -> None:
    assert "book" not in labels("quiero anular la cita que pedí")
