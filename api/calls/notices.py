"""The sentence that tells the citizen what is done with the call, and the proof that it was said."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from agents.phrases.phrases import Phrases
from api.problems.errors import UnknownNotice
from knowledge.languages import LANGUAGES, Language
from speech.calls.rules import CallRules


@dataclass(frozen=True, slots=True)
class CallNotice:
    """``version`` changes whenever a word of ``text`` does. ``audio``: it says that the sound is kept."""

    version: str
    language: Language
    text: str
    audio: bool


def notice_in(phrases: Phrases, rules: CallRules, language: Language, *, audio: bool) -> CallNotice:
    """To be read out; ``audio``: the sound is to be kept too."""
    days = {"days": rules.life.days}
    if audio:
        text = phrases.say(language, "call-notice-audio", audio_days=rules.audio_life.days, **days)
    else:
        text = phrases.say(language, "call-notice", **days)
    return CallNotice(f"{language}-{hashlib.sha256(text.encode()).hexdigest()[:12]}", language, text, audio)


def notice_named(phrases: Phrases, rules: CallRules, named: str) -> CallNotice:
    """The notice of a version, or of its very words. Raises UnknownNotice."""
    for notice in _all(phrases, rules):
        if named.strip() in (notice.version, notice.text):
            return notice
    raise UnknownNotice(named[:80])


def _all(phrases: Phrases, rules: CallRules) -> Iterator[CallNotice]:
    for language in LANGUAGES:
        for audio in (False, True):
            yield notice_in(phrases, rules, language, audio=audio)
