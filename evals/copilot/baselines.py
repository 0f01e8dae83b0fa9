"""Summaries that any machine can make without understanding: a measure of how much ours is worth."""

from collections.abc import Mapping

from evals.copilot.textrank import text_rank
from knowledge.encoders.encoder import Encoder
from tools.contacts.contact import Transcript

TURNS = 3


def baselines(transcript: Transcript, encoder: Encoder) -> Mapping[str, str]:
    """By name, the words of ``TURNS`` turns: the first, the last, and the most central ones."""
    texts = [utterance.text for utterance in transcript]
    central = text_rank(encoder.encode(texts, "passage"), TURNS) if texts else []
    return {
        "lead": "\n".join(texts[:TURNS]),
        "last turns": "\n".join(texts[-TURNS:]),
        "TextRank": "\n".join(texts[place] for place in central),
    }
