"""Tuning the encoder that tells needs apart, and its worth on held-out sentences.

Needs the extra ``other-encoders``.
"""

from pathlib import Path

ADAPTER = Path("knowledge/weights/needs_adapter.npz")
"""The low-rank corrections that tuning keeps."""
