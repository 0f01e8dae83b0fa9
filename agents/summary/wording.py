"""The words of a turn as a sentence quotes them: as they were said, without hesitations, and short."""

import re
from collections.abc import Iterator

from agents.summary.words import SummaryWords
from tools.reading.folding import fold

LONGEST = 34
"""Words quoted of one turn."""
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]*)*[.!?]*")
_PAUSES = " ,;:-–…"
_ASIDE = re.compile(r"\([^)]*\)")
"""What is said to somebody beside the telephone."""


def quoted(text: str, words: SummaryWords, since: int = 0) -> str:
    """``since``: what was said before it was taken back. Empty where nothing is left."""
    plain = " ".join(_ASIDE.sub(" ", text[since:]).split())
    kept: list[str] = []
    for sentence in sentences_of(plain):
        cleaned = _without_hesitations(sentence, words)
        if not cleaned:
            continue
        if kept and sum(len(one.split()) for one in [*kept, cleaned]) > LONGEST:
            break
        kept.append(cleaned)
    whole = " ".join(kept).split()
    short = " ".join(whole[:LONGEST]).strip(_PAUSES).rstrip(".")
    return f"{short}…" if len(whole) > LONGEST else short


def sentences_of(text: str) -> Iterator[str]:
    """As their signs part them; a call as transcribed is mostly one."""
    return (match[0].strip() for match in _SENTENCE.finditer(text) if re.search(r"\w", match[0]))


def _without_hesitations(text: str, words: SummaryWords) -> str:
    """Those that begin it, and "eh" wherever it is."""
    folded = fold(text)
    start = 0
    for first, last in words.spans("hesitations", folded.text):
        if re.search(r"\w", folded.text[start:first]):
            break
        start = last
    begins = folded.span(start, len(folded.text))[0] if start < len(folded.text) else len(text)
    return re.sub(r"(?<!\w)(?:e+h|e+m+|m{2,}|euh|uh|um|er)(?!\w),?\s*", "", text[begins:], flags=re.I).strip(_PAUSES)
