"""The sentence that is read out to the citizen."""

import re
from datetime import timedelta

import pytest

from api.calls.notices import notice_in, notice_named
from knowledge.languages import LANGUAGES, Language
from speech.calls.rules import CallRules
from tests import shipped

DAYS: dict[Language, tuple[str, str]] = {
    "es": ("día", "días"),
    "ca": ("dia", "dies"),
    "gl": ("día", "días"),
    "eu": ("egunez", "egunez"),
    "en": ("day", "days"),
    "fr": ("jour", "jours"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("life", "audio_life"), [(1, 2), (2, 1)])
def test_a_day_is_one_and_days_are_more(language: Language, life: int, audio_life: int) -> None:
    rules = CallRules(life=timedelta(days=life), audio_life=timedelta(days=audio_life))
    text = notice_in(shipped.phrases(), rules, language, audio=True).text
    assert re.findall(r"(\d+) (\w+)", text) == [
        (str(days), DAYS[language][0 if days == 1 else 1]) for days in (audio_life, life)
    ]


@pytest.mark.parametrize("audio", [False, True])
def test_a_notice_is_known_by_its_version_and_by_its_words(audio: bool) -> None:
    phrases, rules = shipped.phrases(), CallRules()
    for language in LANGUAGES:
        notice = notice_in(phrases, rules, language, audio=audio)
        for named in (notice.version, f" {notice.text}\n"):
            assert notice_named(phrases, rules, named) == notice
        assert notice.audio is audio
